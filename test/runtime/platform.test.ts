import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createInstance, describeDifference, invoke } from '../../src/runtime/index.js';
import { temporaryDirectory } from '../cli/runCli.js';

afterEach(() => {
  vi.unstubAllEnvs();
});

/** A folder with a handler that answers what a piece of code comes to. */
function answering(code: string, others: Readonly<Record<string, string>> = {}): string {
  const cwd = temporaryDirectory();
  const index = `const fs = require('node:fs');\nexports.main_handler = async (event) => ${code};`;
  for (const [name, text] of Object.entries({ 'index.js': index, ...others })) {
    mkdirSync(dirname(join(cwd, name)), { recursive: true });
    writeFileSync(join(cwd, name), text);
  }
  return cwd;
}

const asPlatform = { isolation: 'worker', surroundings: 'platform' } as const;
const run = (cwd: string) => invoke('index.main_handler', {}, { cwd, ...asPlatform });
/** Directories for `/tmp` that are left. */
const left = () =>
  readdirSync(tmpdir()).filter((name) => name.startsWith(`scf-fixtures-tmp-${process.pid}-`));

describe('files', () => {
  test.each([
    ['writeFileSync', "fs.writeFileSync(__dirname + '/state.json', 'x')"],
    ['appendFile', "fs.promises.appendFile(__dirname + '/state.json', 'x')"],
    ['mkdir', "fs.promises.mkdir(__dirname + '/state.json')"],
    ['open', "fs.promises.open(__dirname + '/state.json', 'w')"],
  ])('beside the code are not written by %s', async (_name, code) => {
    const cwd = answering(code);
    const outcome = await run(cwd);
    expect(outcome).toMatchObject({ statusCode: 430, error: { message: expect.stringMatching(/^EROFS: /) } });
    const [difference] = outcome.differences ?? [];
    expect(difference).toMatchObject({ kind: 'read-only', path: join(cwd, 'state.json') });
    expect(difference && describeDifference(difference)).toMatch(/a function may write to \/tmp alone/);
    expect(readdirSync(cwd)).toEqual(['index.js']);
  });

  test('of /tmp are the instance’s own, warm and until it is closed', async () => {
    const code =
      "[fs.existsSync('/tmp/scf-fixtures-seen'), require('node:os').tmpdir(), fs.writeFileSync('/tmp/scf-fixtures-seen', 'x')]";
    const instance = createInstance('index.main_handler', { cwd: answering(code), ...asPlatform });
    const before = left();
    expect(await instance.invoke({})).toMatchObject({ result: [false, '/tmp', null] });
    expect(await instance.invoke({})).toMatchObject({ result: [true, '/tmp', null] });
    expect(existsSync('/tmp/scf-fixtures-seen')).toBe(false);
    expect(left()).toHaveLength(before.length + 1);
    await instance.close();
    expect(left()).toEqual(before);
    expect(await run(answering(code))).toMatchObject({ result: [false, '/tmp', null] });
  });

  test('that a stream opens while the function is loaded end it there', async () => {
    const cwd = answering("'logged'", {
      'index.js':
        "const log = require('node:fs').createWriteStream('./run.log');\nexports.main_handler = async () => { log.write('x'); return 'logged'; };",
    });
    expect(await run(cwd)).toMatchObject({
      statusCode: 443,
      differences: [{ kind: 'read-only', call: 'open' }],
    });
    expect(existsSync('run.log')).toBe(false);
  });

  test('are written as ever in a worker with the surroundings of this process', async () => {
    const cwd = answering("fs.writeFileSync(__dirname + '/state.json', 'x')");
    const outcome = await invoke('index.main_handler', {}, { cwd, isolation: 'worker' });
    expect([outcome.ok, outcome.differences]).toEqual([true, undefined]);
    expect(readdirSync(cwd)).toContain('state.json');
  });
});

describe('environment', () => {
  test('holds the variables of the platform and of the function, and none of this machine but the PATH', async () => {
    vi.stubEnv('SCF_FIXTURES_HERE', 'here');
    const cwd = answering('Object.keys(process.env)');
    const outcome = await invoke('index.main_handler', {}, { cwd, ...asPlatform, env: { STAGE: 'test' } });
    expect(outcome.ok && (outcome.result as string[]).sort()).toEqual([
      'HOME',
      'PATH',
      'SCF_FUNCTIONNAME',
      'SCF_FUNCTIONVERSION',
      'SCF_NAMESPACE',
      'STAGE',
      'TENCENTCLOUD_APPID',
      'TENCENTCLOUD_REGION',
      'TENCENTCLOUD_RUNENV',
      'TENCENTCLOUD_SECRETID',
      'TENCENTCLOUD_SECRETKEY',
      'TENCENTCLOUD_SESSIONTOKEN',
      'TENCENTCLOUD_TZ',
      'TENCENTCLOUD_UIN',
      'USER_CODE_ROOT',
    ]);
  });

  test.each([
    ['read', 'process.env.SCF_FIXTURES_HERE', ['SCF_FIXTURES_HERE']],
    ['looked for', "'SCF_FIXTURES_HERE' in process.env", ['SCF_FIXTURES_HERE']],
    ['read once set', "(process.env.SCF_FIXTURES_HERE = 'x', process.env.SCF_FIXTURES_HERE)", []],
    ['read by a package', "require('reader')", []],
    ['nowhere set', 'process.env.SCF_FIXTURES_NOWHERE', []],
    ['the function’s, too', 'process.env.STAGE', []],
  ])('that is set here alone is told when it is %s', async (_how, code, names) => {
    vi.stubEnv('SCF_FIXTURES_HERE', 'here');
    vi.stubEnv('STAGE', 'here');
    const reader = 'module.exports = String(process.env.SCF_FIXTURES_HERE);';
    const cwd = answering(code, { 'node_modules/reader/index.js': reader });
    const outcome = await invoke('index.main_handler', {}, { cwd, ...asPlatform, env: { STAGE: 'test' } });
    expect(outcome.ok).toBe(true);
    const told = (outcome.differences ?? []).map((one) => (one.kind === 'variable' ? one.name : one.path));
    expect(told).toEqual(names);
    for (const one of outcome.differences ?? [])
      expect(describeDifference(one)).toBe(
        `SCF_FIXTURES_HERE is set here and not for the function, which reads it at ${join(cwd, 'index.js')}:2: give it by --env SCF_FIXTURES_HERE=… or in serverless.yml.`,
      );
  });
});

describe('an ES module', () => {
  const files = {
    'package.json': '{ "type": "module" }',
    'index.js': 'export const main_handler = async () => 1;',
  };

  test('ends with 443 where it is refused', async () => {
    const cwd = answering('1', files);
    const outcome = await invoke('index.main_handler', {}, { cwd, ...asPlatform, unloadable: 'refuse' });
    expect(outcome).toMatchObject({
      statusCode: 443,
      body: {
        errorCode: 1,
        errorMessage:
          'Error [ERR_REQUIRE_ESM]: require() of ES Module /var/user/index.js from /var/runtime/node18/UserFunction.js not supported.\nInstead change the require of index.js in /var/runtime/node18/UserFunction.js to a dynamic import() which is available in all CommonJS modules.',
      },
    });
  });

  test('runs on a later runtime, and where it is not refused', async () => {
    const cwd = answering('1', files);
    const later = { ...asPlatform, unloadable: 'refuse', runtime: 'Nodejs20.19' } as const;
    expect(await invoke('index.main_handler', {}, { cwd, ...later })).toMatchObject({ result: 1 });
    expect(await run(cwd)).toMatchObject({ result: 1 });
  });

  test('of a package cannot be required, as before Node 20.19', async () => {
    const cwd = answering("require('later').one", {
      'node_modules/later/package.json': '{ "type": "module", "main": "index.js" }',
      'node_modules/later/index.js': 'export const one = 1;',
    });
    expect(await run(cwd)).toMatchObject({
      statusCode: 430,
      error: { message: expect.stringContaining('require() of ES Module') },
    });
  });
});
