import { chmodSync, existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { HookedStorage } from '../../src/runtime/contextStorage.js';
import { createInstance, type InstanceOptions, invoke, settled } from '../../src/runtime/index.js';
import { listening } from '../fakes/invokeApiClient.js';
import { emptyFolder } from './processes/processFunction.js';

afterEach(() => {
  vi.unstubAllEnvs();
});

/** A folder with a function whose answer is what some code comes to. */
function answering(code: string, others: Readonly<Record<string, string>> = {}): string {
  const folder = emptyFolder();
  put(folder, { 'index.js': `exports.main_handler = async (event) => ${code};`, ...others });
  return folder;
}

function put(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

const run = (cwd: string, options: InstanceOptions = {}) =>
  invoke(
    'index.main_handler',
    {},
    { cwd, isolation: 'process', timeoutMs: 20_000, memoryMb: 512, ...options },
  );

/** What writes beside the code: the function itself, a thread, and a program. */
const writes = `(async () => {
  const told = {};
  try { require('fs').writeFileSync(__dirname + '/own', 'x'); } catch (error) { told.own = error.code; }
  const { Worker } = require('worker_threads');
  const code = "try { require('fs').writeFileSync(" + JSON.stringify(__dirname + '/thread') + ", 'x'); } catch (error) { require('worker_threads').parentPort.postMessage(error.code); }";
  await new Promise((done) => new Worker(code, { eval: true }).on('message', (said) => { told.thread = said; }).on('exit', done));
  told.program = require('child_process').spawnSync('sh', ['-c', 'echo x > program'], { cwd: __dirname }).status !== 0;
  return told;
})()`;

/** A PATH with the shell and no program that makes namespaces. */
function poorPath(): string {
  const folder = emptyFolder();
  for (const name of ['sh', 'grep', 'rm', 'sleep']) symlinkSync(join('/bin', name), join(folder, name));
  return folder;
}

describe('what a function, its threads and its programs write beside the code', () => {
  test.runIf(process.platform === 'linux')('is refused by the system', async () => {
    const cwd = answering(writes);
    const outcome = await run(cwd);
    expect(outcome).toMatchObject({ result: { own: 'EROFS', thread: 'EROFS', program: true } });
    expect(outcome.differences).toMatchObject([
      { kind: 'read-only', path: join(cwd, 'own'), call: 'writeFile' },
    ]);
    expect([outcome.notes, readdirSync(cwd)]).toEqual([undefined, ['index.js']]);
  });

  test('is refused by Node where the system does not, which is told', async () => {
    vi.stubEnv('PATH', poorPath());
    const cwd = answering(writes);
    const outcome = await run(cwd);
    expect(outcome).toMatchObject({ result: { own: 'EROFS', thread: 'ERR_ACCESS_DENIED' }, log: [] });
    expect(outcome.notes).toEqual([
      expect.stringMatching(/refused by Node's permission model \(--.*permission\); programs that it starts/),
    ]);
    expect(existsSync(join(cwd, 'own'))).toBe(false);
  });
});

test('Windows cannot end what a function has started, and is told so', async () => {
  vi.spyOn(process, 'platform', 'get').mockReturnValue('win32');
  onTestFinished(() => void vi.restoreAllMocks());
  await expect(run(answering('1'))).rejects.toThrow(
    /^Cannot run index\.main_handler in a process of its own: Windows/,
  );
});

test('a function finds its packages beside its folder, and starts in the folder of its package.json', async () => {
  const folder = emptyFolder();
  put(folder, {
    'node_modules/two/index.js': 'module.exports = 2;',
    'fn/package.json': '{}',
    'fn/src/index.js': "exports.main_handler = async () => [require('two'), process.cwd()];",
  });
  const outcome = await run(folder, { cwd: join(folder, 'fn/src') });
  expect(outcome).toMatchObject({ result: [2, join(folder, 'fn')] });
});

test('the zone is that of the platform for the function and its programs, and TZ none of its variables', async () => {
  vi.stubEnv('TZ', 'Asia/Shanghai');
  const code =
    "[new Date(0).getHours(), process.env.TZ === undefined, 'TZ' in process.env, require('child_process').execFileSync('date', ['+%Z'], { encoding: 'utf8' })]";
  const cwd = answering(code);
  expect(await run(cwd)).toMatchObject({ result: [0, true, false, 'UTC\n'] });
  expect(await run(cwd, { env: { TZ: 'Asia/Tokyo' } })).toMatchObject({ result: [9, false, true, 'JST\n'] });
});

test('work that an answer leaves behind is told, and waited for', async () => {
  const instance = createInstance('index.main_handler', {
    cwd: answering("(setTimeout(() => console.log('later'), 30), process.exitCode = undefined, 'answered')"),
    isolation: 'process',
    memoryMb: 512,
  });
  onTestFinished(() => instance.close());
  const outcome = await instance.invoke({});
  expect(outcome).toMatchObject({ result: 'answered', lateWork: [{ kind: 'timer' }] });
  expect(await settled(outcome)).toMatchObject({ drained: true, lateWork: [] });
  expect(await instance.invoke({})).toMatchObject({ cold: false, result: 'answered' });
});

test('an ES module is loaded by later runtimes alone', async () => {
  const cwd = answering('1', {
    'package.json': '{ "type": "module" }',
    'index.js': 'export const main_handler = async () => import.meta.url.startsWith("file:");',
  });
  const refuse = { unloadable: 'refuse' } as const;
  expect(await run(cwd, refuse)).toMatchObject({
    statusCode: 443,
    body: { errorMessage: expect.stringMatching(/^Error \[ERR_REQUIRE_ESM\]: /) },
  });
  expect(await run(cwd, { ...refuse, runtime: 'Nodejs20.19' })).toMatchObject({ result: true });
});

test('the API that invokes functions takes one in a process', async () => {
  const cwd = answering('process.pid');
  const { sdk } = listening({
    functions: {
      apart: { handler: 'index.main_handler', options: { cwd, isolation: 'process', memoryMb: 512 } },
    },
  });
  const { Result } = await sdk.InvokeFunction({ FunctionName: 'apart', Event: '{}' });
  expect(Number(Result?.RetMsg)).toBeGreaterThan(0);
  expect(Number(Result?.RetMsg)).not.toBe(process.pid);
});

describe('another Node', () => {
  /** A program that is a Node of some version: this one, which says that it was taken. */
  const standIn = (path: string, version: string): void => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(
      path,
      `#!/bin/sh\nif [ "$1" = --version ]; then echo v${version}; else TAKEN=${version} exec ${process.execPath} "$@"; fi\n`,
    );
    chmodSync(path, 0o755);
  };
  const cwdWith = (code = 'process.env.TAKEN') => answering(code);

  test('of the runtime’s version that is installed beside the function runs it', async () => {
    const cwd = cwdWith();
    standIn(join(cwd, 'node_modules/node/bin/node'), '12.22.12');
    writeFileSync(join(cwd, 'node_modules/node/package.json'), '{ "version": "12.22.12" }');
    const outcome = await run(cwd, { runtime: 'Nodejs12.16' });
    expect(outcome).toMatchObject({ result: '12.22.12' });
    expect(outcome.notes).toEqual([
      `Node 12.22.12 runs it, that of ${join(cwd, 'node_modules/node/bin/node')}.`,
    ]);
    expect(await run(cwd, { runtime: 'Nodejs14.18' })).toMatchObject({ result: null });
    expect(await run(cwd)).toMatchObject({ result: null });
  });

  test.each([
    ['nvm', '.nvm/versions/node/v14.21.3/bin/node'],
    ['fnm', '.local/share/fnm/node-versions/v14.21.3/installation/bin/node'],
    ['volta', '.volta/tools/image/node/14.21.3/bin/node'],
  ])('of the runtime’s version that %s keeps runs it', async (_name, place) => {
    const home = emptyFolder();
    for (const name of ['NVM_DIR', 'FNM_DIR', 'VOLTA_HOME']) vi.stubEnv(name, undefined);
    vi.stubEnv('HOME', home);
    standIn(join(home, place), '14.21.3');
    // What lies below /tmp is hidden from a process.
    vi.stubEnv('PATH', poorPath());
    expect(await run(cwdWith(), { runtime: 'Nodejs14.18' })).toMatchObject({ result: '14.21.3' });
  });

  test('is asked for where code has what the runtime lacks', async () => {
    const outcome = await run(cwdWith('[1].at(-1)'), { runtime: 'Nodejs14.18' });
    expect(outcome).toMatchObject({
      result: 1,
      notes: [
        expect.stringMatching(/^Node .* runs it here, and Nodejs14\.18 on the platform: npm i -D node@14/),
      ],
    });
  });

  test.each([
    [
      'is not there',
      'nowhere/node',
      /^Cannot run the function by nowhere\/node: it does not start \(ENOENT\)/,
    ],
    ['is no Node', '/bin/true', /^Cannot run the function by \/bin\/true: it is no Node/],
  ])('that %s is a misuse', async (_how, program, message) => {
    await expect(run(cwdWith(), { program })).rejects.toThrow(message);
  });

  test('that is too old is a misuse', async () => {
    const program = join(emptyFolder(), 'node');
    standIn(program, '10.24.1');
    await expect(run(cwdWith(), { program })).rejects.toThrow(
      /it is Node 10\.24\.1, and 12 or newer is needed/,
    );
  });
});

test('what stands for AsyncLocalStorage before Node 12.17 follows callbacks, promises and timers', async () => {
  const storage = new HookedStorage<string>();
  const seen: unknown[] = [];
  const note = (): void => void seen.push(storage.getStore());
  await storage.run('one', async () => {
    note();
    await new Promise((done) => setTimeout(done, 1));
    note();
    storage.run('two', note);
    note();
  });
  note();
  storage.disable();
  expect(seen).toEqual(['one', 'one', 'two', 'one', undefined]);
});
