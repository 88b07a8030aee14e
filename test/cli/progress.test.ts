import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runProgram } from '../../cli/program.js';
import { ProgressLine } from '../../cli/shared/progressLine.js';
import { sample, timer } from '../../src/index.js';
import { collectedIo, temporaryDirectory } from './runCli.js';

/** A terminal that keeps the lines it was asked to rewrite, and a clock that is set by hand. */
function terminal(env: Record<string, string> = {}, isTerminal = true) {
  const lines: string[] = [];
  const clock = { ms: 0 };
  const stderr = { isTerminal, write: () => undefined, rewrite: (line: string) => void lines.push(line) };
  return { lines, clock, progress: new ProgressLine({ stderr, env }, () => clock.ms) };
}

test('a line tells how far long work is, now and then, and is taken away', async () => {
  const { lines, clock, progress } = terminal();
  for (const ms of [50, 100, 600, 650, 701]) {
    clock.ms = ms;
    await progress.step(() => `at ${ms}`);
  }
  progress.end();
  progress.end();
  expect(lines).toEqual(['at 600', 'at 701', '']);
});

test.each([
  ['on CI', { CI: 'true' }, true],
  ['where nobody looks', {}, false],
])('nothing is shown %s', async (_, env, isTerminal) => {
  const { lines, clock, progress } = terminal(env, isTerminal);
  clock.ms = 5000;
  await progress.step(() => 'half');
  progress.end();
  expect(lines).toEqual([]);
});

test('an empty or false CI is none', async () => {
  const { lines, clock, progress } = terminal({ CI: 'false' });
  clock.ms = 5000;
  await progress.step(() => 'half');
  expect(lines).toEqual(['half']);
});

test('others get their turn while work goes on, so that signals are heard', async () => {
  const { clock, progress } = terminal();
  let heard = false;
  setImmediate(() => {
    heard = true;
  });
  expect(progress.step(() => '')).toBeUndefined();
  clock.ms = 200;
  await progress.step(() => '');
  expect(heard).toBe(true);
});

test.each([
  [
    'check',
    ['check', 'events.ndjson'],
    /^Stopped: this is what was seen so far\.\nChecked [1-9]\d* events?: 0 errors/,
  ],
  [
    'import',
    ['import', 'events.ndjson'],
    /^Stopped: this is what was seen so far\.\nFound [1-9]\d* events? /,
  ],
])('%s tells what it has seen so far when it is stopped', async (_, args, told) => {
  const cwd = temporaryDirectory();
  writeFileSync(join(cwd, 'events.ndjson'), `${JSON.stringify(sample(timer))}\n`.repeat(50));
  const stop = new AbortController();
  const { io, written } = collectedIo({ cwd, signal: stop.signal });
  const ended = runProgram(args, io);
  // Heard when the command first looks: it has seen one event by then.
  const listen = stop.signal.addEventListener.bind(stop.signal);
  stop.signal.addEventListener = ((...given: Parameters<typeof listen>) => {
    listen(...given);
    stop.abort();
  }) as typeof listen;
  await ended;
  expect(written.stderr).toMatch(told);
  expect(io.exitCode).toBe(130);
});
