import { once } from 'node:events';
import fs, { createWriteStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import type { Seen } from '../../src/fuzz/index.js';
import { type TimerEvent, timer } from '../../src/index.js';
import { findUnshrunk } from './findUnshrunk.js';

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'scf-files-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** The names and first arguments of what one invocation of a handler writes. */
async function callsOf(handler: (event: TimerEvent) => Promise<unknown>, directory?: string) {
  let seen: unknown[] = [];
  await findUnshrunk(() => handler, {
    trigger: timer,
    runs: 1,
    ...(directory === undefined ? {} : { directory }),
    property: ({ execution }: Seen<TimerEvent, undefined>) => {
      seen = execution.calls.map(({ name, args, state }) => [name, args, state]);
    },
  });
  return seen;
}

test.each<[string, (path: string) => Promise<unknown> | undefined]>([
  ['writeFileSync', async (path) => writeFileSync(path, 'a')],
  ['fs.writeFileSync', async (path) => fs.writeFileSync(path, 'a')],
  ['promises', (path) => writeFile(path, 'a')],
  ['fs.promises', (path) => fs.promises.writeFile(path, 'a')],
  ['a promisified function', (path) => promisify(fs.writeFile)(path, 'a')],
])('sees what is written by %s once', async (_name, write) => {
  const directory = folder();
  const path = join(directory, 'out');
  expect(await callsOf(async () => void (await write(path)), directory)).toEqual([
    ['fs.writeFile', [path, 'a'], 'done'],
  ]);
  expect(fs.readFileSync(path, 'utf8')).toBe('a');
});

test('sees the file that a stream opens', async () => {
  const directory = folder();
  const path = join(directory, 'out');
  const handler = async () => {
    await once(createWriteStream(path).end('a'), 'close');
  };
  expect(await callsOf(handler, directory)).toEqual([['fs.open', [path, 'w'], 'done']]);
});

test('names a file of /tmp as the handler does, also where a stream opens it', async () => {
  const handler = async () => {
    const stream = createWriteStream('/tmp/out');
    await once(stream.end('a'), 'close');
  };
  expect(await callsOf(handler)).toEqual([['fs.open', ['/tmp/out', 'w'], 'done']]);
});

test('sees what is written in the callback of another write', async () => {
  const directory = folder();
  const [a, b] = [join(directory, 'a'), join(directory, 'b')];
  const handler = () => new Promise((done) => fs.writeFile(a, '1', () => fs.rename(a, b, () => done(null))));
  expect(await callsOf(handler, directory)).toEqual([
    ['fs.writeFile', [a, '1'], 'done'],
    ['fs.rename', [b, a], 'done'],
  ]);
});

test('reading is no effect, and after a fuzz the functions are as they were', async () => {
  const directory = folder();
  const before = [fs.writeFile, fs.writeFileSync, fs.promises.writeFile];
  expect(await callsOf(async () => fs.readFileSync(import.meta.filename).length, directory)).toEqual([]);
  expect([fs.writeFile, fs.writeFileSync, fs.promises.writeFile]).toEqual(before);
});

test('a path that leads out of the temporary directory is told, and nothing is written there', async () => {
  const directory = join(folder(), 'tmp');
  fs.mkdirSync(directory);
  const { failures } = await findUnshrunk(
    () => async (event: TimerEvent) => writeFile(join(directory, '..', `of ${event.TriggerName}`), 'text'),
    { trigger: timer, directory, runs: 10 },
  );
  const found = failures.find((failure) => failure.oracle === 'path-and-shell');
  const outside = join(directory, '..');
  const path = `${outside}/of ${found?.case.event.TriggerName}`;
  expect(found?.detail).toBe(`fs.writeFile writes to "${path}", outside of the temporary directory.`);
  expect(fs.readdirSync(outside)).toEqual(['tmp']);
  expect(found?.execution.invocations[0]?.outcome).toMatchObject({
    error: { message: `EROFS: read-only file system, open '${path}'` },
  });
});

test('a file that another delivery appends to again is told', async () => {
  const directory = folder();
  const path = join(directory, 'log');
  const oracles = { 'warm-cold': false };
  const fuzzed = (write: (event: TimerEvent) => void) =>
    findUnshrunk(() => async (event: TimerEvent) => write(event), {
      trigger: timer,
      directory,
      runs: 5,
      oracles,
    });
  const appends = await fuzzed((event) => fs.appendFileSync(path, event.Time));
  expect(appends.failures.map(({ oracle, what }) => `${oracle}: ${what}`)).toEqual([
    'redelivery: fs.appendFile',
  ]);
  expect((await fuzzed((event) => fs.writeFileSync(path, event.Time))).failures).toEqual([]);
});
