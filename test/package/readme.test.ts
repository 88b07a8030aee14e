import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { runCli, temporaryDirectory } from '../cli/runCli.js';
import { blocksOf, moduleOf, read, root, wordsOf } from './documents.js';

const scratch = join(root, 'test/package/.readme');
const readmes = ['README.md', 'README.zh-CN.md'];

/** `expression; // value` becomes an assertion where the comment is a value and no words. */
function asserted(line: string, indent: string, expression: string, comment: string): string {
  try {
    new Function(`return (${comment});`);
  } catch {
    return line;
  }
  return `${indent}expect(${expression}).toEqual(${comment});`;
}

/** Commands that run until they are stopped; tests of their own run them. */
const endless = ['serve', 'explore'];

/** A project in which the commands of the READMEs have something to work on. */
function project(): string {
  const cwd = temporaryDirectory();
  writeFileSync(join(cwd, 'package.json'), '{"type":"module"}');
  writeFileSync(join(cwd, 'index.js'), 'export const main_handler = async () => "ok";\n');
  writeFileSync(
    join(cwd, 'triggers.json'),
    JSON.stringify({ Type: 'timer', TriggerName: 'EveryMinute', TriggerDesc: '*/1 * * * * * *' }),
  );
  const event = { Type: 'Timer', TriggerName: 'EveryDay', Time: '2026-01-01T01:00:00Z', Message: '' };
  writeFileSync(join(cwd, 'app.log'), `2026-01-01 09:00:00 event ${JSON.stringify(event)}\n`);
  return cwd;
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
    const cwd = project();
    const lines = blocks.filter(({ language }) => language === 'sh').flatMap(({ code }) => code.split('\n'));
    const commands = lines
      .map((line) => line.replace('npm ci && npx ', ''))
      .filter((line) => line.startsWith('scf-fixtures '));
    expect(commands.length).toBeGreaterThan(8);
    await runCli(['gen', 'cls'], { cwd });
    for (const command of commands.filter((line) => !endless.includes(wordsOf(line)[1] as string))) {
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
      const text = moduleOf(code, (body) => body.replaceAll(/^(\s*)([^\n;]*); \/\/ (.*)$/gm, asserted));
      writeFileSync(module, text);
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
