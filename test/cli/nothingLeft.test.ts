import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { canHoldNetwork } from '../../src/runtime/heldNetwork.js';
import { createInstance } from '../../src/runtime/index.js';
import { removeStaleTemporary } from '../../src/runtime/ownTemp.js';
import { builtProgram } from '../built.js';
import { isNightly } from '../nightly.js';
import { hasPython } from '../pythonHere.js';
import { rows } from '../runtime/processes/batteryRows.js';
import { deployed } from '../runtime/processes/processFunction.js';
import { temporaryDirectory } from './runCli.js';

const hasProc = existsSync('/proc/self/environ');
/** Instances of a runtime that are made, and how many are there at a time. */
const [instances, atOnce] = [100, 3];

/** Functions that write to their /tmp, start something, and take their time. */
function project(): string {
  const cwd = temporaryDirectory();
  mkdirSync(join(cwd, 'fn'));
  mkdirSync(join(cwd, 'tmp'));
  writeFileSync(
    join(cwd, 'index.js'),
    `exports.main_handler = async () => { require('node:fs').writeFileSync('/tmp/x', '1'); await new Promise((done) => setTimeout(done, 60000)); };`,
  );
  writeFileSync(
    join(cwd, 'app.py'),
    'import time\n\ndef main_handler(event, context):\n    open("/tmp/x", "w").close()\n    time.sleep(60)\n',
  );
  writeFileSync(
    join(cwd, 'fn/bootstrap'),
    '#!/bin/bash\napi="http://$SCF_RUNTIME_API:$SCF_RUNTIME_API_PORT/runtime"\ncurl -s -d " " "$api/init/ready"\ncurl -s "$api/invocation/next" >/tmp/x\nsleep 61 & sleep 60\n',
  );
  chmodSync(join(cwd, 'fn/bootstrap'), 0o755);
  writeFileSync(join(cwd, 'event.json'), '{}');
  for (const folder of ['web', 'image']) {
    mkdirSync(join(cwd, folder));
    writeFileSync(
      join(cwd, folder, 'app.js'),
      `require('node:child_process').spawn('sleep', ['62'], { detached: true });
       require('node:http').createServer(() => require('node:fs').writeFileSync('/tmp/x', '1')).listen(process.env.PORT || 9000, '0.0.0.0');`,
    );
  }
  writeFileSync(join(cwd, 'web/scf_bootstrap'), '#!/bin/bash\n/var/lang/node18/bin/node app.js\n');
  chmodSync(join(cwd, 'web/scf_bootstrap'), 0o755);
  writeFileSync(join(cwd, 'image/Dockerfile'), `CMD [${JSON.stringify(process.execPath)}, "app.js"]\n`);
  return cwd;
}

/** Processes that have some text in their environment. */
const processesWith = (text: string): string[] =>
  readdirSync('/proc').filter((pid) => {
    try {
      return /^\d+$/.test(pid) && readFileSync(`/proc/${pid}/environ`, 'latin1').includes(text);
    } catch {
      return false;
    }
  });

/** Runs the command in a process group of its own until there is something to be left, and ends it by a signal. */
async function ended(signal: 'SIGINT' | 'SIGKILL', args: readonly string[]) {
  const cwd = project();
  const temporary = join(cwd, 'tmp');
  const child = spawn(process.execPath, [builtProgram, ...args], {
    cwd,
    env: { PATH: process.env.PATH, TMPDIR: temporary },
    stdio: 'ignore',
    detached: true,
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const exited = once(child, 'exit');
  await expect.poll(() => readdirSync(temporary).length, { timeout: 30_000 }).toBeGreaterThan(0);
  // What a terminal sends goes to all of the group, what a crash is to the one process.
  process.kill(signal === 'SIGINT' ? -(child.pid as number) : (child.pid as number), signal);
  const [code] = await exited;
  await expect.poll(() => processesWith(temporary), { timeout: 20_000 }).toEqual([]);
  return { code, left: () => readdirSync(temporary) };
}

const invoke = (handler: string) => [
  'invoke',
  handler,
  'event.json',
  '--timeout',
  '50000',
  '--memory',
  '512',
];
const fuzz = (handler: string) => [
  'fuzz',
  handler,
  ...(handler === './web' ? [] : ['--trigger', 'timer']),
  '--no-store',
  '--timeout',
  '50000',
];
const [js, py] = ['./index.js#main_handler', './app.py:main_handler'];

describe.skipIf(!hasProc)('what is ended by a signal leaves nothing behind (needs /proc)', () => {
  test('invoke of a function in JavaScript, by Ctrl+C', async () => {
    const { code, left } = await ended('SIGINT', invoke(js));
    expect(code).toBe(130);
    await expect.poll(left).toEqual([]);
  });

  test.skipIf(!isNightly).each([
    ['SIGINT', invoke(py), hasPython],
    ['SIGINT', invoke('./fn'), true],
    ['SIGINT', fuzz(py), hasPython],
    ['SIGINT', fuzz('./fn'), canHoldNetwork()],
    ['SIGINT', invoke('./image'), true],
    ['SIGINT', fuzz('./web'), canHoldNetwork()],
    ['SIGKILL', invoke(js), true],
    ['SIGKILL', invoke('./image'), true],
    ['SIGKILL', fuzz('./web'), canHoldNetwork()],
    ['SIGKILL', invoke(py), hasPython],
    ['SIGKILL', invoke('./fn'), true],
    ['SIGKILL', fuzz(py), hasPython],
    ['SIGKILL', fuzz('./fn'), canHoldNetwork()],
  ] as const)('%s, %j (needs a night)', async (signal, args, isPossible) => {
    if (!isPossible) return;
    const { left } = await ended(signal, args);
    await expect.poll(left, { timeout: 20_000 }).toEqual([]);
  });
});

test('a directory of a process that was killed is taken away an hour later, and no other', async () => {
  const gone = spawn('true');
  await once(gone, 'exit');
  const names = [`${gone.pid}-aaaaaa`, `${gone.pid}-bbbbbb`, `${process.pid}-cccccc`].map((name) =>
    join(tmpdir(), `scf-fixtures-tmp-${name}`),
  );
  for (const name of names) mkdirSync(name);
  onTestFinished(() => {
    for (const name of names) rmSync(name, { recursive: true, force: true });
  });
  const [old, , ofUs] = names as [string, string, string];
  for (const name of [old, ofUs]) utimesSync(name, 0, 0);
  removeStaleTemporary();
  expect(names.map((name) => existsSync(name))).toEqual([false, true, true]);
});

/** How many sockets of this process listen. */
function listening(): number {
  const sockets = ['tcp', 'tcp6'].flatMap((name) =>
    readFileSync(`/proc/net/${name}`, 'utf8')
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .filter(([, , , state]) => state === '0A')
      .map((fields) => `socket:[${fields[9]}]`),
  );
  return readdirSync('/proc/self/fd').filter((file) => {
    try {
      return sockets.includes(readlinkSync(`/proc/self/fd/${file}`));
    } catch {
      return false;
    }
  }).length;
}

describe.skipIf(!hasProc)('many instances of each runtime (needs /proc)', () => {
  test.skipIf(!isNightly).each(rows)('$name: every answer is right, and nothing is left', async (row) => {
    if (row.name === 'python' && !hasPython) return;
    const [before, ports] = [readdirSync(tmpdir()), listening()];
    const folder = deployed(...row.files);
    let next = 0;
    const wrong: unknown[] = [];
    const oneAfterAnother = async (): Promise<void> => {
      while (next < instances) {
        const event = { number: next++, text: 'é *  ?' };
        const instance = (row.start ?? createInstance)(row.specOf(folder), {
          timeoutMs: 60_000,
          memoryMb: 512,
          ...row.options,
        });
        for (const cold of [true, false]) {
          const outcome = await instance.invoke(event);
          const isRight = outcome.ok && JSON.stringify(outcome.result) === JSON.stringify(event);
          if (!isRight || outcome.cold !== cold) wrong.push(outcome);
        }
        await instance.close();
      }
    };
    await Promise.all(Array.from({ length: atOnce }, oneAfterAnother));
    expect(wrong).toEqual([]);
    await expect
      .poll(() => processesWith(`SCF_FIXTURES_INSTANCE=${tmpdir()}/scf-fixtures-${process.pid}-`))
      .toEqual([]);
    expect(listening()).toBe(ports);
    const made = readdirSync(tmpdir()).filter((name) => !before.includes(name));
    expect(made.filter((name) => name.startsWith(`scf-fixtures-${process.pid}-`))).toEqual([]);
  });
});
