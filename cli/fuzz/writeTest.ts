import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { RunReport } from '../../src/fuzz/index.js';
import { firstAbove } from '../shared/firstAbove.js';
import type { Io } from '../shared/io.js';
import { said } from '../texts/texts.js';
import { linesIn } from '../texts/told.js';
import { noteIn } from '../texts/toldNotes.js';
import { pythonTestFileOf } from './pythonTestFile.js';
import { testFileOf } from './testFile.js';
import { processEnd } from './watchedSearch.js';

/** Writes a test of what was found: for pytest and unittest where its name ends in .py, else for Vitest. */
export async function writeTest(
  report: RunReport,
  {
    handler,
    path,
    words,
  }: {
    readonly handler: string;
    readonly path: string;
    /** What a stored failure is tried again with. */
    readonly words: readonly string[];
  },
  io: Io,
): Promise<void> {
  const failures = report.failures.filter(({ oracle }) => oracle !== processEnd);
  if (failures.length < report.failures.length)
    await io.stderr.write(
      `${said(io.texts, 'Note: {{note}}', { note: noteIn(io.texts, 'a test would end with the process, and holds nothing of that.') })}\n`,
    );
  if (failures.length === 0) return;
  const { cwd } = io;
  const held = { ...report, failures };
  const text = path.endsWith('.py')
    ? pythonTestFileOf(held, { handler, path, cwd, words })
    : testFileOf(held, handler, path, cwd);
  const file = resolve(cwd, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  await io.stderr.write(`${linesIn(io.texts, `Wrote ${path}.`)}\n`);
  const advice = path.endsWith('.py') ? adviceOnName(basename(path)) : adviceOnRunner(handler, path, cwd);
  if (advice !== undefined)
    await io.stderr.write(`${said(io.texts, 'Note: {{note}}', { note: noteIn(io.texts, advice) })}\n`);
}

function adviceOnName(name: string): string | undefined {
  if (/^test_\w+\.py$/.test(name)) return undefined;
  return `pytest and unittest look for tests in files that are named test_….py, and not in ${name}.`;
}

/** A test of Vitest for a function in Python, where nothing runs it. */
function adviceOnRunner(handler: string, path: string, cwd: string): string | undefined {
  const file = handler.replace(/[:#.](?!py$)\w+$/, '');
  const isPython = file.endsWith('.py') || existsSync(resolve(cwd, `${file}.py`));
  if (!isPython || asksForVitest(cwd)) return undefined;
  return `${basename(path)} is a test of Vitest, which this project does not have. Name a file test_….py for one of pytest and unittest.`;
}

function asksForVitest(cwd: string): boolean {
  const folder = firstAbove(cwd, (directory) => existsSync(join(directory, 'package.json')));
  return folder !== undefined && readFileSync(join(folder, 'package.json'), 'utf8').includes('"vitest"');
}
