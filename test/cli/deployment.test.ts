import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { casesToTry } from '../nightly.js';
import { runCli, temporaryDirectory } from './runCli.js';

/** Routes as a program on its own server does. */
const routes = `const pages = { '/': 'home', '/users': 'all users' };
exports.main_handler = async (event) => {
  const page = pages[event.path];
  return { isBase64Encoded: false, statusCode: page ? 200 : 404, headers: { 'content-type': 'text/plain' }, body: page ?? 'no page at ' + event.path };
};
`;

const apiDesc = (api: object) =>
  JSON.stringify({
    api: { authRequired: 'FALSE', requestConfig: { method: 'ANY' }, ...api },
    service: { serviceId: 'service-a1b2c3d4' },
    release: { environmentName: 'test' },
  });

const triggersFile = (api: object) =>
  JSON.stringify([{ Type: 'apigw', TriggerName: 'service-a1b2c3d4', TriggerDesc: apiDesc(api) }]);

const serverless = (...endpoints: readonly string[]) => `component: scf
inputs:
  name: web
  events:
    - apigw:
        parameters:
          environment: release
          endpoints:
${endpoints.map((endpoint) => `            - ${endpoint}\n`).join('')}`;

function folder(files: Readonly<Record<string, string>> = {}): string {
  const cwd = temporaryDirectory();
  for (const [name, text] of Object.entries({ 'index.js': routes, ...files }))
    writeFileSync(join(cwd, name), text);
  return cwd;
}

const fuzz = (cwd: string, ...args: readonly string[]) =>
  runCli(['fuzz', 'index.main_handler', '--trigger', 'apigw', '--runs', `${casesToTry(3, 8)}`, ...args], {
    cwd,
  });

describe('fuzz', () => {
  test('an API at /demo breaks a handler that routes without it, and the facts are in the report', async () => {
    const cwd = folder();
    const { stdout, exitCode } = await fuzz(cwd, '--path-prefix', '/demo', '--report', 'json');
    expect(exitCode).toBe(1);
    const report = JSON.parse(stdout);
    expect(report.deployment).toEqual({ pathPrefix: '/demo' });
    expect(report.failures).toMatchObject([{ oracle: 'other-deployment', what: 'path-prefix' }]);
    expect((await fuzz(cwd, '--no-store')).exitCode).toBe(0);
  });

  test('a TriggerDesc without integrated response is passthrough, and the caller gets a 200', async () => {
    const cwd = folder({ 'triggers.json': triggersFile({ isIntegratedResponse: 'FALSE' }) });
    const { stdout, stderr, exitCode } = await fuzz(cwd, '--from-config', 'triggers.json');
    expect(exitCode).toBe(1);
    expect(stdout).toContain('which stays in the body of a 200; enable integration response');
    expect(stderr).toContain(
      'Note: The deployment is as triggers.json has it: integrated false, base64 false, stage test. Flags win; --no-from-config leaves it out.',
    );
    const integrated = await fuzz(
      cwd,
      '--from-config',
      'triggers.json',
      '--integrated',
      '--runs',
      '1',
      '--no-store',
    );
    expect(integrated.exitCode).toBe(0);
    expect(integrated.stderr).toContain('has it: base64 false, stage test.');
  });

  test('serverless.yml of the folder is taken where nobody says otherwise', async () => {
    const cwd = folder({
      'serverless.yml': serverless('{ path: /demo, method: ANY, function: { isIntegratedResponse: true } }'),
    });
    const { stdout, stderr } = await fuzz(cwd, '--runs', '1', '--no-store', '--report', 'json');
    expect(JSON.parse(stdout).deployment).toEqual({
      integrated: true,
      base64: false,
      stage: 'release',
      pathPrefix: '/demo',
    });
    expect(stderr).toContain('Note: The deployment is as serverless.yml has it');
    const without = await fuzz(cwd, '--runs', '1', '--no-store', '--no-from-config', '--report', 'json');
    expect(JSON.parse(without.stdout)).not.toHaveProperty('deployment');
  });

  test('facts in which several endpoints differ are left open, and told', async () => {
    const endpoint = (path: string) =>
      `{ path: ${path}, method: ANY, function: { isIntegratedResponse: true } }`;
    const cwd = folder({ 'serverless.yml': serverless(endpoint('/a'), endpoint('/b')) });
    const { stdout, stderr } = await fuzz(cwd, '--runs', '1', '--no-store', '--report', 'json');
    expect(JSON.parse(stdout).deployment).toEqual({ integrated: true, base64: false, stage: 'release' });
    expect(stderr).toContain(
      'Note: serverless.yml has 2 triggers of apigw that differ in pathPrefix, which is left open: tell it with --path-prefix.',
    );
  });

  test('a serverless.yml of another tool, or without such a trigger, says nothing', async () => {
    for (const text of ['service: web\nprovider: { name: aws }\n', 'a: [', 'events:\n  - cos: {}\n']) {
      const { stderr } = await fuzz(folder({ 'serverless.yml': text }), '--runs', '1', '--no-store');
      expect(stderr).not.toContain('deployment');
      expect(stderr).toContain('Tried 1 case of apigw');
    }
  });

  test.each<[string, readonly string[], string]>([
    [
      'flags that contradict each other',
      ['--integrated', '--passthrough'],
      'Cannot take both --integrated and --passthrough: a deployment is the one or the other. Leave one out.',
    ],
    [
      'a path without a slash',
      ['--path-prefix', 'demo'],
      'Cannot deploy apigw with pathPrefix (--path-prefix) "demo" (a string): it begins without a slash. Write /demo.',
    ],
    ['a stage that there is not', ['--stage', 'prod'], 'Take release, test, prepub.'],
    ['CORS of an API', ['--cors', '*'], 'Leave it out; function-url has it.'],
    ['no such file', ['--from-config', 'none.yml'], 'none.yml: there is no such file'],
    [
      'a file without such a trigger',
      ['--from-config', 'timer.json'],
      'Cannot take the deployment from timer.json: it has no trigger that says how apigw events come.',
    ],
  ])('%s is a misuse', async (_what, args, message) => {
    const timer = { Type: 'timer', TriggerName: 'daily', TriggerDesc: '0 0 9 * * * *' };
    const { stderr, exitCode } = await fuzz(folder({ 'timer.json': JSON.stringify(timer) }), ...args);
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining(message)]);
  });

  test('a path in front of a timer is a misuse', async () => {
    const words = ['fuzz', 'index.main_handler', '--trigger', 'timer', '--path-prefix', '/demo'];
    const { stderr, exitCode } = await runCli(words, { cwd: folder() });
    expect(exitCode).toBe(2);
    expect(stderr).toBe(
      'scf-fixtures: Cannot deploy timer with pathPrefix (--path-prefix): it has none. Leave it out; apigw, websocket-connect and clb have one.\n',
    );
  });

  test('replay and the written test have the facts', async () => {
    const cwd = folder();
    await fuzz(cwd, '--path-prefix', '/demo', '--write-test', 'found.test.ts');
    expect(readFileSync(join(cwd, 'found.test.ts'), 'utf8')).toContain(
      '{ trigger: apigw, deployment: {"pathPrefix":"/demo"} },',
    );
    const again = await runCli(['replay', '--all'], { cwd });
    expect([again.exitCode, again.stdout]).toEqual([1, expect.stringContaining('other-deployment')]);
    writeFileSync(
      join(cwd, 'index.js'),
      routes.replace('pages[event.path]', "pages[event.path.replace(/^.demo/, '') || '/']"),
    );
    expect((await runCli(['replay', '--all'], { cwd })).exitCode).toBe(0);
    const store = join(cwd, '.scf-fixtures', 'failures');
    expect(existsSync(store) && readdirSync(store)).toHaveLength(1);
  });
});

describe('invoke', () => {
  const invoke = (cwd: string, ...args: readonly string[]) =>
    runCli(['invoke', './index.js#main_handler', ...args], { cwd });

  test('draws an event of the deployment, and tells what becomes of the answer', async () => {
    const cwd = folder();
    const { stdout, stderr, exitCode } = await invoke(
      cwd,
      ...['--kind', 'apigw', '--path-prefix', '/demo', '--passthrough'],
    );
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout).body).toMatch(/^no page at \/demo/);
    expect(stderr).toContain(`By API Gateway in passthrough mode the client gets 200.
  statusCode: expected a value that is sent as it is, received 404 (a number), which stays in the body of a 200; enable integration response
`);
    expect((await invoke(cwd, '--kind', 'apigw')).stderr).not.toContain('the client gets');
  });

  test('tells of an event that this deployment does not send', async () => {
    const { stdout: event } = await runCli(['gen', 'apigw', '--index', '0', '--out', '-']);
    const cwd = folder({ 'event.json': event });
    const { stderr } = await invoke(cwd, 'event.json', '--path-prefix', '/demo', '--integrated');
    expect(stderr).toMatch(/Note: this deployment does not send this event: path: expected "\/demo/);
    expect(stderr).toContain('By API Gateway the client gets 404.');
  });

  test('prints it as JSON, too', async () => {
    const { stdout } = await invoke(folder(), '--kind', 'apigw', '--passthrough', '--json');
    expect(JSON.parse(stdout).answer).toMatchObject({ status: 200, problems: [expect.any(String)] });
  });

  test.each<[readonly string[], string]>([
    [['--kind', 'timer', '--stage', 'test'], 'Cannot deploy timer with stage (--stage): it has none.'],
    [['strange.json', '--stage', 'test'], 'its event is of no known kind.'],
  ])('%j is a misuse', async (args, message) => {
    const { stderr, exitCode } = await invoke(folder({ 'strange.json': '{"a":1}' }), ...args);
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining(message)]);
  });
});
