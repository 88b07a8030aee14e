import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test, vi } from 'vitest';
import { watchedProcess } from '../../cli/fuzz/watchedProcess.js';
import { runProgram } from '../../cli/program.js';
import { builtProgram } from '../built.js';
import { rowsToTry, testAtNight } from '../nightly.js';
import { runCli, temporaryDirectory } from './runCli.js';

/** Answers short messages, and does something else with long ones. */
const onLong = (code: string) =>
  `exports.main_handler = async ({ Message }) => {
  if (Message === '') JSON.parse(Message);
  if (Message.length > 30) { ${code} }
  await fetch('https://example.com/job', { method: 'PUT', body: Message });
};
`;

function folderWith(code: string): string {
  const cwd = temporaryDirectory();
  writeFileSync(join(cwd, 'index.js'), code);
  return cwd;
}

const words = ['fuzz', 'index.main_handler', '--trigger', 'timer', '--runs', '60'];
const fuzzed = (cwd: string, ...more: readonly string[]) =>
  runCli([...words, ...more], { cwd, program: builtProgram });
const storeOf = (cwd: string) => join(cwd, '.scf-fixtures', 'failures');

function storedIn(cwd: string): string[] {
  if (!existsSync(storeOf(cwd))) return [];
  return readdirSync(storeOf(cwd)).flatMap((folder) =>
    readdirSync(join(storeOf(cwd), folder)).map((file) => join(storeOf(cwd), folder, file)),
  );
}

const ends = [
  ['exits', 'process.reallyExit(0);', 'It ended with exit code 0'],
  ['exits later', 'setTimeout(() => process.reallyExit(7));', 'It ended with exit code 7'],
  ['aborts', 'process.abort();', 'It ended with SIGABRT'],
] as const;

test.each(rowsToTry(ends, 1))(
  'a handler that %s costs no finding, and its case is told',
  async (_what, code, reason) => {
    const cwd = folderWith(onLong(code));
    const { stdout, stderr, exitCode } = await fuzzed(cwd, '--report', 'json', '--no-store');
    const report = JSON.parse(stdout);
    const ended = report.failures.at(-1);
    expect(ended).toMatchObject({ oracle: 'process-end' });
    expect(ended.case.event.Message.length).toBeGreaterThan(30);
    expect(ended.text).toContain(reason);
    expect(ended.text).toMatch(/Replay: seed "42", (case \d+|before the first case)/);
    expect(stderr).toContain('The search ended with the process');
    expect(exitCode).toBe(1);
  },
);

/** Breaks once, tells its process by that, and does something else from then on. */
const onceBroken = (then: string) => `const { existsSync } = require('node:fs');
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => {});
exports.main_handler = async ({ Message }) => {
  if (existsSync('.scf-fixtures')) { ${then} }
  if (Message === '') JSON.parse('in process ' + process.pid);
  await fetch('https://example.com/job', { method: 'PUT', body: Message });
};
`;

test('what was found before the process ends is kept and told', async () => {
  const cwd = folderWith(onceBroken('process.reallyExit(0);'));
  const { stdout } = await fuzzed(cwd, '--report', 'json');
  const { failures } = JSON.parse(stdout);
  expect(failures.map(({ oracle }: { oracle: string }) => oracle)).toEqual(['crash', 'process-end']);
  expect(storedIn(cwd)).toEqual([join(cwd, failures[0].storedAt)]);
});

testAtNight('a handler that never pauses is stopped and told', async () => {
  const cwd = folderWith(onLong('for (;;);').replace(/if \(Message === ''\).*\n/, '\n'));
  const { stdout } = await fuzzed(cwd, '--no-store', '--report', 'json', '--runs', '1');
  const told = JSON.parse(stdout).failures.map(({ oracle }: { oracle: string }) => oracle);
  // The engine may abort where it is stopped, which ends the process.
  expect(['process-killed', 'process-end']).toContain(told[0]);
});

testAtNight('no test is written of a process that ends', async () => {
  const cwd = folderWith(onLong('process.reallyExit(0);').replace(/if \(Message === ''\).*\n/, '\n'));
  const { stderr } = await fuzzed(cwd, '--no-store', '--write-test', 'found.test.ts');
  expect(stderr).toContain('a test would end with the process');
  expect(existsSync(join(cwd, 'found.test.ts'))).toBe(false);
});

test('a process without a word is ended', async () => {
  const cwd = folderWith('Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);');
  const ending = await watchedProcess([...words, '--journal'], ioOf(cwd), {
    stop: new AbortController().signal,
    silenceMs: 4000,
    onLine: () => {},
  });
  expect(ending).toEqual({ kind: 'lost', reason: 'It did nothing for 4 seconds and was ended' });
});

test.skipIf(process.platform !== 'linux')(
  'a process that takes all memory is ended (needs Linux)',
  async () => {
    const cwd = folderWith(`const kept = [];
exports.main_handler = async () => { for (;;) { kept.push(Buffer.alloc(1e6, 1)); await new Promise(setImmediate); } };`);
    const ending = await watchedProcess([...words, '--journal'], ioOf(cwd), {
      stop: new AbortController().signal,
      maxBytes: 200 * 1_048_576,
      onLine: () => {},
    });
    expect(ending).toEqual({ kind: 'lost', reason: 'It took more than 200 MB of memory and was ended' });
  },
);

testAtNight('a process that computes little at a time, as on a busy machine, has longer', async () => {
  const cwd = folderWith(`const cells = new Int32Array(new SharedArrayBuffer(4));
for (let turn = 0; turn < 100 && !globalThis.isOver; turn++) {
  Atomics.wait(cells, 0, 0, 40);
  for (const start = process.cpuUsage(); process.cpuUsage(start).user < 4000; );
}
globalThis.isOver = true;
exports.main_handler = async ({ Message }) => JSON.parse(Message).text;`);
  const ending = await watchedProcess([...words, '--runs', '1', '--journal'], ioOf(cwd), {
    stop: new AbortController().signal,
    silenceMs: 3000,
    onLine: () => {},
  });
  expect(ending).toEqual({ kind: 'done' });
});

testAtNight('code that computes for long while it is loaded is judged all the same', async () => {
  const cwd = folderWith(`globalThis.loads = (globalThis.loads ?? 0) + 1;
const start = process.cpuUsage();
for (let sum = 0; globalThis.loads < 3 && process.cpuUsage(start).user < 1_200_000; )
  for (let step = 0; step < 1e6; step++) sum += step % 7;
exports.main_handler = async ({ Message }) => JSON.parse(Message).text;`);
  const { stdout, exitCode } = await fuzzed(cwd, '--runs', '1', '--no-store');
  expect(stdout).toMatch(/crash: .*[\s\S]*SyntaxError[\s\S]*JSON\.parse/);
  expect(exitCode).toBe(1);
});

function ioOf(cwd: string): Parameters<typeof watchedProcess>[1] {
  const output = { isTerminal: false, write: () => undefined };
  return {
    cwd,
    env: process.env,
    stdin: process.stdin,
    stdout: output,
    stderr: output,
    exitCode: 0,
    program: builtProgram,
  };
}

const signals = [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const;

test.each(rowsToTry(signals, 1))(
  '%s ends it and a handler that hears no signal, and what was found is told',
  async (signal, code) => {
    const { child, handlerPid, ended } = await startedWithDeafHandler();
    child.kill(signal);
    const { stdout, stderr, ...end } = await ended;
    expect(end).toEqual({ code, signal: null });
    expect(stdout).toContain(`in process ${handlerPid}`);
    expect(stderr).toContain(`The search was stopped by ${signal}`);
    await vi.waitFor(() => expect(isAlive(handlerPid)).toBe(false), 10_000);
  },
);

test('a handler that never pauses ends with the program', async () => {
  const { child, handlerPid, ended } = await startedWithDeafHandler();
  child.kill('SIGKILL');
  await ended;
  await vi.waitFor(() => expect(isAlive(handlerPid)).toBe(false), 10_000);
});

async function startedWithDeafHandler() {
  const cwd = folderWith(onceBroken('Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);'));
  // What is killed takes nothing away, and leaves it here.
  const own = join(cwd, 'temporary');
  mkdirSync(own);
  const child = spawn(process.execPath, [builtProgram, ...words], {
    cwd,
    env: { ...process.env, TMPDIR: own },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const outputs = [child.stdout, child.stderr].map(async (stream) => (await stream.toArray()).join(''));
  const ended = once(child, 'close').then(async ([code, signal]) => {
    const [stdout, stderr] = await Promise.all(outputs);
    return { code, signal, stdout, stderr };
  });
  const [stored] = await vi.waitFor(
    () => {
      const paths = storedIn(cwd).filter((path) => path.endsWith('.json'));
      expect(paths.length).toBe(1);
      return paths;
    },
    { timeout: 30_000, interval: 50 },
  );
  const { detail } = JSON.parse(readFileSync(String(stored), 'utf8'));
  return { child, ended, handlerPid: Number(/in process (\d+)/.exec(detail)?.[1]) };
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe('replay', () => {
  const stored = (subject: string, event: object) => ({
    version: 1,
    subject,
    trigger: 'timer',
    oracle: 'crash',
    what: 'TypeError',
    detail: '',
    foundWith: { seed: 42, case: 1 },
    case: {
      event: { Type: 'Timer', TriggerName: 'tick', Time: '2026-01-01T00:00:00Z', Message: '', ...event },
    },
  });

  function storeWith(cwd: string, failures: Readonly<Record<string, unknown>>): void {
    mkdirSync(join(storeOf(cwd), 'all'), { recursive: true });
    for (const [name, failure] of Object.entries(failures))
      writeFileSync(join(storeOf(cwd), 'all', `${name}.json`), JSON.stringify(failure));
  }

  const lines = (stdout: string) =>
    stdout
      .split('\n')
      .filter((line) => line.startsWith('.scf-fixtures'))
      .map((line) => line.replace(join('.scf-fixtures', 'failures', 'all', '/'), ''));

  test('goes on after a handler that ends the process', async () => {
    const cwd = folderWith(onLong('process.reallyExit(0);'));
    storeWith(cwd, {
      a: stored('index.main_handler', { Message: 'short' }),
      b: stored('index.main_handler', { Message: 'x'.repeat(40) }),
      c: stored('index.main_handler', { Message: '' }),
    });
    const { stdout, stderr, exitCode } = await runCli(['replay', '--all'], { cwd, program: builtProgram });
    expect(lines(stdout)).toEqual(['a.json: passes', 'b.json: fails', 'c.json: fails']);
    expect(stdout).toContain('It ended with exit code 0.');
    expect(stderr).toBe('Replayed 3 failures: 2 still fail.\n');
    expect(exitCode).toBe(1);
  });

  test('tries all that it can, and nothing outside of the project', async () => {
    const cwd = folderWith(onLong(''));
    const outside = folderWith(
      "require('node:fs').writeFileSync('loaded.txt', ''); exports.main_handler = () => 1;",
    );
    const inside = stored('index.main_handler', { Message: 'short' });
    storeWith(cwd, {
      a: stored(`${outside}/index.main_handler`, {}),
      b: stored(`${pathToFileURL(outside).href}/index.js#main_handler`, {}),
      c: { ...inside, oracle: 'of-tomorrow' },
      d: { ...inside, case: { event: {}, delivery: { steps: 'none' } } },
      e: { ...inside, oracle: 'property' },
      f: inside,
      g: stored('test/index.test.ts handler of', {}),
    });
    const { stdout, stderr, exitCode } = await runCli(['replay', '--all'], { cwd });
    expect(lines(stdout)).toEqual([
      expect.stringMatching(/^a\.json: not tried: .* lies outside of /),
      expect.stringMatching(/^b\.json: not tried: .* lies outside of /),
      expect.stringMatching(/^c\.json: not tried: .*"of-tomorrow".*no such oracle/),
      expect.stringMatching(/^d\.json: not tried: .*holds no failure that this version can read/),
      expect.stringMatching(/^e\.json: not tried: .*"property".*was not asked/),
      'f.json: passes',
      expect.stringMatching(/^g\.json: not tried: .*found by a test/),
    ]);
    expect(stderr).toBe('Replayed 7 failures: 1 pass, 6 not tried.\n');
    expect(exitCode).toBe(2);
    expect(existsSync(join(cwd, 'loaded.txt'))).toBe(false);
  });

  test('ends quietly when nobody reads any more', async () => {
    const cwd = folderWith(onLong(''));
    storeWith(cwd, { a: stored('index.main_handler', { Message: 'short' }) });
    const said: unknown[] = [];
    const closed = Object.assign(new Error('write EPIPE'), { code: 'EPIPE', syscall: 'write', errno: -32 });
    const { program: _here, ...io } = ioOf(cwd);
    await runProgram(['replay', '--all'], {
      ...io,
      stdout: { isTerminal: false, write: () => Promise.reject(closed) },
      stderr: {
        isTerminal: false,
        write: (text) => {
          said.push(text);
          return undefined;
        },
      },
    });
    expect(said).toEqual([]);
  });
});

test('a function that ignores SIGTERM is told in a note, without the place in here that tells it', async () => {
  const cwd = temporaryDirectory();
  const deaf = `#!/bin/bash
trap '' TERM
api="http://$SCF_RUNTIME_API:$SCF_RUNTIME_API_PORT"
curl -s -d ' ' "$api/runtime/init/ready"
while true; do
  curl -s "$api/runtime/invocation/next" >/dev/null
  curl -s -d 'done' "$api/runtime/invocation/response"
done
`;
  writeFileSync(join(cwd, 'bootstrap'), deaf, { mode: 0o755 });
  const said = await Promise.all(
    ['en', 'zh'].map(async (language) => {
      const args = ['invoke', '.', '--kind', 'timer', '--lang', language];
      const child = spawn(process.execPath, [builtProgram, ...args], {
        cwd,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      const [stdout, stderr] = await Promise.all([child.stdout, child.stderr].map((one) => one.toArray()));
      expect(stdout?.join('')).toContain('done');
      return stderr?.join('').match(/^.*SIGTERM.*$/gm);
    }),
  );
  expect(said).toEqual([
    [expect.stringMatching(/^Note: Cannot end .+ by SIGTERM: it went on for 1000 ms/)],
    [expect.stringMatching(/^注意：无法用 SIGTERM 结束 .+：它继续运行了 1000 毫秒/)],
  ]);
});
