import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { casesToTry } from '../nightly.js';
import { runCli, temporaryDirectory } from './runCli.js';

afterEach(() => {
  vi.unstubAllEnvs();
});

/** A folder with a handler, and an event. */
function folder(code: string, packageJson = '{ "type": "commonjs" }'): string {
  const cwd = temporaryDirectory();
  writeFileSync(join(cwd, 'index.js'), code);
  writeFileSync(join(cwd, 'package.json'), packageJson);
  writeFileSync(join(cwd, 'event.json'), '{"Type":"Timer","Time":"2024-01-01T20:00:00Z"}');
  return cwd;
}

const handler = './index.js#main_handler';
const invoke = (cwd: string, ...args: string[]) =>
  runCli(['invoke', handler, 'event.json', ...args], { cwd });
const fuzz = (cwd: string, ...args: string[]) =>
  runCli(['fuzz', handler, '--trigger', 'timer', '--runs', `${casesToTry(2, 3)}`, '--no-store', ...args], {
    cwd,
  });

const told =
  'Note: index.js runs here, not on SCF, because its package.json says "type": "module" and Nodejs18.15 loads functions with require; build it to CommonJS: npx esbuild index.js --bundle --platform=node --format=cjs --outfile=dist/index.js, and deploy dist.\n';

describe('a function that is an ES module', () => {
  const esm = () =>
    folder('export const main_handler = async (event) => event.Type;', '{ "type": "module" }');

  test('ends with 443 by invoke, as on SCF, and that is told in a sentence', async () => {
    const { exitCode, stdout, stderr } = await invoke(esm());
    expect([exitCode, JSON.parse(stdout)]).toMatchObject([1, { statusCode: 443, errorCode: 1 }]);
    expect(stderr).toContain(told);
  });

  test('is run by invoke for a later runtime, of which nothing is known', async () => {
    const { exitCode, stdout, stderr } = await invoke(esm(), '--runtime', 'Nodejs20.19');
    expect([exitCode, stdout]).toEqual([0, '"Timer"\n']);
    expect(stderr).toContain('nothing is known of those on SCF with Nodejs20.19');
  });

  test('is a failure by fuzz where the runtime is named, and all else is asked of it as well', async () => {
    const { exitCode, stdout, stderr } = await fuzz(esm(), '--runtime', 'Nodejs18.15', '--report', 'json');
    const { failures, asked } = JSON.parse(stdout);
    expect(exitCode).toBe(1);
    expect(failures.map(({ oracle }: { oracle: string }) => oracle)).toEqual(['not-loadable']);
    expect(failures[0].text).toContain(told.slice('Note: '.length, -1));
    expect(asked).toMatchObject({
      'not-loadable': 1,
      crash: expect.any(Number),
      'warm-cold': expect.any(Number),
    });
    expect(stderr).not.toContain(told);
  });

  test('is run by serve and gets its test from init, which both say that SCF does not load it', async () => {
    const cwd = esm();
    const served = await runCli(['serve', handler, '--port', '0'], { cwd, signal: AbortSignal.abort() });
    expect([served.exitCode, served.stderr]).toEqual([0, expect.stringContaining(told)]);
    const { exitCode, stderr } = await runCli(['init', handler, '--kind', 'timer'], { cwd });
    expect([exitCode, stderr]).toEqual([0, expect.stringContaining(told)]);
  });

  test('is a note by fuzz where nobody names the runtime', async () => {
    const { exitCode, stderr } = await fuzz(esm(), '--allow-weak');
    expect(exitCode).toBe(0);
    expect(stderr).toContain(told);
  });

  test('can be fuzzed without a word of that', async () => {
    const { exitCode } = await fuzz(
      esm(),
      '--runtime',
      'Nodejs18.15',
      '--off',
      'not-loadable',
      '--allow-weak',
    );
    expect(exitCode).toBe(0);
  });
});

test('a function in CommonJS is told nothing by invoke and fuzz', async () => {
  const cwd = folder('exports.main_handler = async (event) => event.Type;');
  expect((await invoke(cwd, '--runtime', 'Nodejs18.15')).stderr).not.toContain('Note');
  const fuzzed = await fuzz(cwd, '--runtime', 'Nodejs18.15', '--allow-weak');
  expect([fuzzed.exitCode, fuzzed.stderr.includes('runs here')]).toEqual([0, false]);
});

test('the runtime of serverless.yml counts as named', async () => {
  const cwd = folder('exports.main_handler = async (event) => event?.Type;');
  writeFileSync(
    join(cwd, 'serverless.yml'),
    'component: scf\ninputs:\n  handler: index.main_handler\n  runtime: Nodejs12.16\n',
  );
  const fuzzed = await runCli(['fuzz', '.', '--trigger', 'timer', '--runs', '2', '--no-store'], { cwd });
  expect(fuzzed.stdout).toContain('a?.b at index.js:1 runs here, not on SCF with Nodejs12.16');
  const invoked = await runCli(['invoke', '.', 'event.json'], { cwd });
  expect(JSON.parse(invoked.stdout)).toMatchObject({
    statusCode: 443,
    errorMessage: "/var/user/index.js:1\n\nSyntaxError: Unexpected token '.'",
  });
});

describe('a function that writes beside its code', () => {
  const writing = (path: string) =>
    folder(`exports.main_handler = async () => require('fs').writeFileSync(${path}, 'x');`);

  test('fails with EROFS by invoke and by fuzz, and writes nothing', async () => {
    const cwd = writing("__dirname + '/state.json'");
    const invoked = await invoke(cwd);
    expect([invoked.exitCode, invoked.stdout]).toEqual([
      1,
      expect.stringContaining('EROFS: read-only file system'),
    ]);
    expect(invoked.stderr).toContain(
      `Note: fs.writeFile was refused for ${join(cwd, 'state.json')}: a function may write to /tmp alone`,
    );
    const fuzzed = await fuzz(cwd);
    expect([fuzzed.exitCode, fuzzed.stdout]).toEqual([1, expect.stringMatching(/^1\. crash: [\s\S]*EROFS/)]);
    expect(existsSync(join(cwd, 'state.json'))).toBe(false);
  });

  test('to /tmp does so in its own, and nothing is told', async () => {
    const cwd = writing("'/tmp/scf-fixtures-state.json'");
    const invoked = await invoke(cwd);
    expect([invoked.exitCode, invoked.stderr.includes('Note')]).toEqual([0, false]);
    expect((await fuzz(cwd)).exitCode).toBe(0);
    expect(existsSync('/tmp/scf-fixtures-state.json')).toBe(false);
  });
});

describe('the time zone of a function', () => {
  const zoned = () =>
    folder(
      "exports.main_handler = async (event) => ({ hour: new Date('2024-01-01T20:00:00Z').getHours(), tz: process.env.TZ });",
    );

  test('is UTC by invoke, whatever that of this machine is', async () => {
    vi.stubEnv('TZ', 'America/New_York');
    expect((await invoke(zoned())).stdout).toBe('{"hour":20}\n');
    expect(new Date('2024-01-01T20:00:00Z').getHours()).toBe(15);
  });

  test.each([
    ['--tz', ['--tz', 'Asia/Tokyo']],
    ['its environment', ['--env', 'TZ=Asia/Tokyo']],
  ])('is what %s says', async (_what, args) => {
    expect((await invoke(zoned(), ...args)).stdout).toBe('{"hour":5,"tz":"Asia/Tokyo"}\n');
  });

  test('is UTC by fuzz before others are tried', async () => {
    vi.stubEnv('TZ', 'America/New_York');
    const cwd = folder("exports.main_handler = async () => new Date('2024-01-01T20:00:00Z').getHours();");
    const { stdout } = await fuzz(cwd);
    expect(stdout).toMatch(/^1\. time-zone: [\s\S]*before: result 20/);
  });
});

test('a variable of this machine is not the function’s, and that is told', async () => {
  vi.stubEnv('SCF_FIXTURES_API_KEY', 'here');
  const cwd = folder('exports.main_handler = async () => process.env.SCF_FIXTURES_API_KEY;');
  const { stdout, stderr } = await invoke(cwd);
  expect(stdout).toBe('null\n');
  expect(stderr).toContain(
    'Note: SCF_FIXTURES_API_KEY is set here and not for the function, which reads it at',
  );
  const given = await invoke(cwd, '--env', 'SCF_FIXTURES_API_KEY=given');
  expect([given.stdout, given.stderr.includes('Note')]).toEqual(['"given"\n', false]);
});
