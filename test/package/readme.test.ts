import '../../src/matchers/vitest.js';
import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { runCli, temporaryDirectory } from '../cli/runCli.js';
import { isNightly } from '../nightly.js';
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

/** Runs until it is stopped; the page on the command line and tests of its own run it. */
const endless = ['serve'];

/** A snippet whose search is shorter than its reader's. */
const shortenedCode = (code: string) => (isNightly ? code : code.replace('runs: 8,', 'runs: 2,'));

/** What makes a command that searches shorter than its reader has it. */
const shortened = (command: string) => (isNightly || wordsOf(command)[1] !== 'fuzz' ? [] : ['--runs', '2']);

/** A project in which the commands of the READMEs have something to work on. */
function project(): string {
  const cwd = temporaryDirectory();
  writeFileSync(join(cwd, 'package.json'), '{"type":"module"}');
  writeFileSync(
    join(cwd, 'index.js'),
    `export const main_handler = async () => {
  await fetch('https://example.com/seen', { method: 'PUT', body: 'yes' });
  return 'ok';
};
`,
  );
  return cwd;
}

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** The code of both is the same, see below; that of the second runs nightly. */
const tried = isNightly ? readmes : ['README.md'];

describe.each(tried)('%s', (file) => {
  const blocks = blocksOf(read(file));
  const commandsIn = (text: string) =>
    blocksOf(text)
      .filter(({ language }) => language === 'sh')
      .map(({ code }) => code.trim());

  test('is read in one go', () => {
    expect(read(file).split('\n').length).toBeLessThan(250);
  });

  test('begins with the first test, then has the two commands for a clone', () => {
    const [, first = '', clone = ''] = read(file).split(/^## /m);
    const steps = [expect.stringMatching(/^npm install .*\n.* init .*\nnpx vitest run$/)];
    expect(commandsIn(first)).toEqual(steps);
    expect(commandsIn(clone)).toEqual([
      'npm ci && npx scf-fixtures gen timer --count 50',
      'npm ci && npm test',
    ]);
  });

  test('shows one picture, which is small', () => {
    const pictures = [...read(file).matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, path]) => path as string);
    expect(pictures).toEqual(['docs/explorer.png']);
    expect(statSync(join(root, 'docs/explorer.png')).size).toBeLessThan(150_000);
  });

  test('every command runs', async () => {
    const cwd = project();
    const lines = blocks.filter(({ language }) => language === 'sh').flatMap(({ code }) => code.split('\n'));
    const commands = lines
      .map((line) => line.replace(/^(?:npm ci && )?npx /, ''))
      .filter((line) => line.startsWith('scf-fixtures '));
    const named = commands.map((line) => wordsOf(line)[1]);
    expect(named).toEqual(['init', 'gen', 'gen', 'gen', 'gen', 'fuzz', 'serve']);
    for (const command of commands.filter((line) => !endless.includes(wordsOf(line)[1] as string))) {
      const { exitCode, stderr } = await runCli([...wordsOf(command).slice(1), ...shortened(command)], {
        cwd,
      });
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
      const text = moduleOf(shortenedCode(code), (body) =>
        body.replaceAll(/^(\s*)([^\n;]*); \/\/ (.*)$/gm, asserted),
      );
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
  const rows = (text: string) =>
    [...text.matchAll(/^\| (\[?`[^|]*) \|/gm)].map(([, cell = '']) => cell.replace('.zh-CN.md', '.md'));
  expect(commands(chinese)).toEqual(commands(english));
  expect(headings(chinese)).toEqual(headings(english));
  expect(rows(chinese)).toEqual(rows(english));
});
