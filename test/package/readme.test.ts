import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { runCli, temporaryDirectory } from '../cli/runCli.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const scratch = join(root, 'test/package/.readme');
const readmes = ['README.md', 'README.zh-CN.md'];
const read = (file: string) => readFileSync(join(root, file), 'utf8');

interface Block {
  readonly language: string;
  readonly code: string;
}

const blocksOf = (text: string): Block[] =>
  [...text.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map(([, language, code]) => ({
    language: language as string,
    code: code as string,
  }));

/** The words of a command line, quotes taken off, comment left out. */
function wordsOf(line: string): string[] {
  const words = [...line.replace(/\s+# .*$/, '').matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)];
  return words.map(([, double, single, plain]) => double ?? single ?? (plain as string));
}

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe.each(readmes)('%s', (file) => {
  const blocks = blocksOf(read(file));

  test('opens with the two commands', () => {
    const commands = blocks.filter(({ language }) => language === 'sh').map(({ code }) => code.trim());
    expect(commands.slice(0, 2)).toEqual([
      'npm ci && npx scf-fixtures gen timer --count 50',
      'npm ci && npm test',
    ]);
  });

  test('every command runs', async () => {
    const cwd = temporaryDirectory();
    const lines = blocks.filter(({ language }) => language === 'sh').flatMap(({ code }) => code.split('\n'));
    const commands = lines
      .map((line) => line.replace('npm ci && npx ', ''))
      .filter((line) => line.startsWith('scf-fixtures '));
    expect(commands.length).toBeGreaterThan(8);
    await runCli(['gen', 'cls'], { cwd });
    for (const command of commands) {
      const { exitCode, stderr } = await runCli(wordsOf(command).slice(1), { cwd });
      expect({ command, exitCode, stderr: exitCode === 0 ? '' : stderr }).toEqual({
        command,
        exitCode: 0,
        stderr: '',
      });
    }
  });

  const snippets = blocks.filter(
    ({ language, code }) => language === 'ts' && !code.includes('vitest.setup.ts'),
  );

  test.each(snippets.map(({ code }, index) => [index + 1, code] as const))(
    'snippet %i runs',
    async (index, code) => {
      mkdirSync(scratch, { recursive: true });
      const module = join(scratch, `${file.replaceAll('.', '_')}_${index}.ts`);
      const imports = code.match(/^import .*$/gm)?.join('\n') ?? '';
      const body = code
        .replaceAll(/^import .*$/gm, '')
        .replaceAll(/^(\s*)([^\n;]*); \/\/ (\[\])$/gm, '$1expect($2).toEqual($3);');
      const withExpect = /\bexpect\b.*from 'vitest'/.test(imports)
        ? imports
        : `import { expect } from 'vitest';\n${imports}`;
      writeFileSync(module, `${withExpect}\nexport default async () => {\n${body}\n};\n`);
      const { default: run } = (await import(module)) as { default: () => Promise<void> };
      await run();
    },
  );
});

test('both languages say the same', () => {
  const [english, chinese] = readmes.map(read) as [string, string];
  const commands = (text: string) =>
    blocksOf(text).map(({ language, code }) => `${language} ${code.replaceAll(/\s*(#|\/\/) .*$/gm, '')}`);
  const headings = (text: string) => [...text.matchAll(/^#+ /gm)].map(([heading]) => heading);
  const rows = (text: string) => [...text.matchAll(/^\| (\[?`[^|]*) \|/gm)].map(([, cell]) => cell);
  expect(commands(chinese)).toEqual(commands(english));
  expect(headings(chinese)).toEqual(headings(english));
  expect(rows(chinese)).toEqual(rows(english));
});
