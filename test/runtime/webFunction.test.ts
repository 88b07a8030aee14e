import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { zipSync } from 'fflate';
import { describe, expect, onTestFinished, test } from 'vitest';
import { checkWebFunction, isWebFunction } from '../../src/runtime/index.js';
import { runCli } from '../cli/runCli.js';

const right = join(import.meta.dirname, 'webFunctions/right');
const bootstrap = '#!/bin/bash\n/var/lang/node18/bin/node app.js\n';
const app = "require('node:http').createServer().listen(9000, '0.0.0.0');\n";

type Files = Readonly<Record<string, string>>;

/** A folder with these files; its name has blanks and Chinese. */
function folderOf(files: Files, mode = 0o755): string {
  const root = mkdtempSync(join(tmpdir(), 'scf-fixtures-web-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const folder = join(root, '网页 函数');
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  if ('scf_bootstrap' in files) chmodSync(join(folder, 'scf_bootstrap'), mode);
  return folder;
}

async function told(files: Files, mode?: number): Promise<string[]> {
  const problems = await checkWebFunction(folderOf(files, mode));
  return problems.map(({ rule, file, line = '', severity }) => `${severity} ${rule} ${file}:${line}`);
}

const fine = { scf_bootstrap: bootstrap, 'app.js': app };

test('a function that starts has no problem', async () => {
  expect(await checkWebFunction(right)).toEqual([]);
  expect(await told(fine)).toEqual([]);
});

describe('scf_bootstrap', () => {
  test.each<[string, Files, string[]]>([
    ['is missing', { 'app.js': app }, ['error web/bootstrap scf_bootstrap:']],
    [
      'has another name',
      { 'scf_bootstrap.sh': bootstrap, 'app.js': app },
      ['error web/bootstrap scf_bootstrap.sh:'],
    ],
    [
      'is written with a hyphen',
      { 'scf-bootstrap': bootstrap, 'app.js': app },
      ['error web/bootstrap scf-bootstrap:'],
    ],
    [
      'is written by the component',
      { 'app.js': app, 'serverless.yml': 'inputs:\n  type: web\n  entryFile: app.js\n' },
      ['warning web/bootstrap scf_bootstrap:'],
    ],
    [
      'is written by the component, to start what is not packed',
      { 'main.js': app, 'serverless.yml': 'component: scf\ninputs:\n  type: web\n' },
      ['warning web/bootstrap scf_bootstrap:', 'error web/entry serverless.yml:'],
    ],
    [
      'is written by the component, and its server listens elsewhere',
      {
        'app.js': app.replace('9000', '3000'),
        'serverless.yml': 'component: http\ninputs:\n  faas:\n    framework: koa\n',
      },
      ['warning web/bootstrap scf_bootstrap:', 'error web/port app.js:1'],
    ],
    [
      'is not written for a function with events',
      { 'app.js': app, 'serverless.yml': 'component: scf\ninputs:\n  type: event\n' },
      ['error web/bootstrap scf_bootstrap:'],
    ],
    [
      'has line ends of Windows',
      { ...fine, scf_bootstrap: bootstrap.replaceAll('\n', '\r\n') },
      ['error web/line-ends scf_bootstrap:1'],
    ],
    [
      'names no interpreter',
      { ...fine, scf_bootstrap: '/var/lang/node18/bin/node app.js\n' },
      ['error web/first-line scf_bootstrap:1'],
    ],
    [
      'begins with a byte order mark',
      { ...fine, scf_bootstrap: `\ufeff${bootstrap}` },
      ['error web/first-line scf_bootstrap:1'],
    ],
    [
      'does not end its last line',
      { ...fine, scf_bootstrap: bootstrap.trimEnd() },
      ['warning web/last-line scf_bootstrap:2'],
    ],
    [
      'starts nothing',
      { ...fine, scf_bootstrap: '#!/bin/bash\nexport PORT=9000\n# node app.js\n' },
      ['error web/start-command scf_bootstrap:'],
    ],
    [
      'starts a file that is not packed',
      { ...fine, scf_bootstrap: '#!/bin/bash\n/var/lang/node18/bin/node dist/main.js\n' },
      ['error web/entry scf_bootstrap:2'],
    ],
    [
      'looks for its interpreter',
      { ...fine, scf_bootstrap: '#!/bin/bash\nexec node app.js\n' },
      ['warning web/interpreter scf_bootstrap:2'],
    ],
    [
      'starts that of another runtime',
      { ...fine, 'serverless.yml': 'inputs:\n  type: web\n  runtime: Nodejs16.13\n' },
      ['warning web/interpreter scf_bootstrap:2'],
    ],
    [
      'starts one that is nowhere',
      {
        ...fine,
        scf_bootstrap: '#!/bin/bash\n/usr/local/bin/node app.js\n',
        'cloudbaserc.json': '{"functions":[{"type":"HTTP","runtime":"Nodejs18.15"}]}',
      },
      ['error web/interpreter scf_bootstrap:2'],
    ],
    ['is a program itself', { scf_bootstrap: `#!/var/lang/node18/bin/node\n${app}` }, []],
  ])('%s', async (_what, files, expected) => {
    expect(await told(files)).toEqual(expected);
  });

  test.skipIf(process.platform === 'win32').each([
    [0o644, ['error web/mode scf_bootstrap:']],
    [0o744, ['error web/mode scf_bootstrap:']],
    [0o777, []],
    [0o555, []],
  ])('has the permissions %o', async (mode, expected) => {
    expect(await told(fine, mode)).toEqual(expected);
  });

  test('keeps its permissions in a zip file', async () => {
    const folder = folderOf(fine);
    const pack = (attrs: number, os: number) => {
      const file = join(folder, `f-${attrs}-${os}.zip`);
      const bytes = new TextEncoder().encode(bootstrap);
      writeFileSync(file, zipSync({ scf_bootstrap: [bytes, { attrs, os, mtime: '2026-01-02' }] }));
      return file;
    };
    const modes = { right: pack(0o755 << 16, 3), wrong: pack(0o644 << 16, 3), windows: pack(0, 0) };
    const rulesOf = async (file: string) => (await checkWebFunction(file)).map(({ rule }) => rule);
    expect(await rulesOf(modes.right)).toEqual(['web/entry']);
    expect(await rulesOf(modes.wrong)).toEqual(['web/mode', 'web/entry']);
    expect(await rulesOf(modes.windows)).toEqual(['web/mode', 'web/entry']);
  });

  test('is followed into the code of a zip file, of which nothing is left', async () => {
    const folder = folderOf(fine);
    const file = join(folder, 'f.zip');
    const text = (code: string) => new TextEncoder().encode(code);
    const files = {
      'app.js': text("require('./src/server.js');\n"),
      'src/server.js': text("\nserver.listen(3000, '127.0.0.1');\n"),
      '../outside.js': text('leads out'),
      scf_bootstrap: [text(bootstrap), { attrs: 0o755 << 16, os: 3 }],
    } as const;
    writeFileSync(file, zipSync(files as never));
    const unpacked = () => readdirSync(tmpdir()).filter((name) => name.startsWith('scf-fixtures-zip-'));
    const before = unpacked();
    const problems = await checkWebFunction(file);
    expect(problems.map(({ rule, file: place, line }) => [rule, place, line])).toEqual([
      ['web/address', 'src/server.js', 2],
    ]);
    expect(unpacked()).toEqual(before);
    expect(existsSync(join(tmpdir(), 'outside.js'))).toBe(false);
  });
});

describe('the server', () => {
  const listening = (code: string, script = bootstrap): Files => ({ scf_bootstrap: script, 'app.js': code });
  const template = (...functions: readonly string[]): string =>
    `Resources:\n${functions
      .map(
        (properties, index) =>
          `  f${index}:\n    Type: TencentCloud::Serverless::Function\n    Properties:\n      ${properties}\n`,
      )
      .join('')}`;
  const withPort = bootstrap.replace('/var', 'export PORT=9000\n/var');
  test.each<[string, Files, string[]]>([
    ['asks another port', listening('app.listen(3000);'), ['error web/port app.js:1']],
    [
      'asks one that it names',
      listening('const port = 8080;\napp.listen(port);'),
      ['error web/port app.js:2'],
    ],
    ['asks this machine', listening("app.listen(9000, '127.0.0.1');"), ['error web/address app.js:1']],
    [
      'asks it as an option',
      listening("s.listen({ port: 9000, host: 'localhost' });"),
      ['error web/address app.js:1'],
    ],
    [
      'follows a variable that nobody sets',
      listening('app.listen(process.env.PORT);'),
      ['error web/port app.js:1'],
    ],
    [
      'has another port for that',
      listening('app.listen(process.env.PORT || 3000);'),
      ['error web/port app.js:1'],
    ],
    ['is told by scf_bootstrap', listening('app.listen(+process.env.PORT || 3000);', withPort), []],
    [
      'is told by its configuration',
      {
        ...listening('app.listen(parseInt(process.env.PORT ?? "80", 10));'),
        'serverless.yml':
          'inputs:\n  type: web\n  runtime: Nodejs18.15\n  environment:\n    variables:\n      PORT: 9000\n',
      },
      [],
    ],
    [
      'is told by a template, in which it stands behind a function with events',
      {
        ...listening('app.listen(+process.env.PORT || 3000);'),
        'template.yaml': template(
          'Type: Event',
          'Type: HTTP\n      Environment: { Variables: { PORT: 9000 } }',
        ),
      },
      [],
    ],
    ['has a second one for its figures', listening('app.listen(9000);\nmetrics.listen(9100);'), []],
    ['listens on a socket', listening("server.listen('/tmp/app.sock');\napp.listen(9000);"), []],
    ['does not tell', listening('app.listen(config.port);'), []],
    [
      'is fastify',
      listening("const f = require('fastify')();\nf.listen({ port: 9000 });"),
      ['error web/address app.js:2'],
    ],
    ['is that of Hono', listening('serve({ fetch: app.fetch });'), ['error web/port app.js:1']],
    [
      'stands in another file',
      { ...listening("require('./src/server');"), 'src/server.js': 'app.listen(8000);\n' },
      ['error web/port src/server.js:1'],
    ],
    [
      'is started by npm',
      {
        scf_bootstrap: '#!/bin/bash\nnpm run start\n',
        'package.json': '{"scripts":{"start":"next start -p 3000"}}',
      },
      ['error web/port scf_bootstrap:2'],
    ],
    [
      'is Next.js twice',
      listening("require('next/dist/cli/next-start').nextStart(['-p', '9000']);"),
      ['warning web/next-twice scf_bootstrap:'],
    ],
  ])('in JavaScript %s', async (_what, files, expected) => {
    expect(await told(files)).toEqual(expected);
  });

  const python = (command: string, code = ''): Files => ({
    scf_bootstrap: `#!/bin/bash\n${command}\n`,
    'app.py': code,
  });
  const start = '/var/lang/python310/bin/python3.10';
  test.each<[string, Files, string[]]>([
    ['flask as it is', python(`${start} app.py`, 'app.run()\n'), ['error web/address app.py:1']],
    ['flask for all', python(`${start} -u app.py`, "app.run(host='0.0.0.0', port=9000)\n"), []],
    [
      'flask on the port that it has',
      python(`${start} app.py`, "app.run(host='0.0.0.0')\n"),
      ['error web/port app.py:1'],
    ],
    [
      'flask on another port',
      python(`${start} app.py`, 'app.run(host="0.0.0.0", port=5000)\n'),
      ['error web/port app.py:1'],
    ],
    [
      'a port of the environment',
      python(`${start} app.py`, 'app.run("0.0.0.0", port=int(os.environ.get("PORT", 8080)))\n'),
      ['error web/port app.py:1'],
    ],
    ['uvicorn', python(`${start} -m uvicorn app:app --host 0.0.0.0 --port 9000`), []],
    ['uvicorn as it is', python(`${start} -m uvicorn app:app`), ['error web/address scf_bootstrap:2']],
    ['gunicorn', python('gunicorn -b 0.0.0.0:9000 app:app'), []],
    [
      'gunicorn elsewhere',
      python('gunicorn app:app --bind=127.0.0.1:9000'),
      ['error web/address scf_bootstrap:2'],
    ],
  ])('in Python: %s', async (_what, files, expected) => {
    expect(await told(files)).toEqual(expected);
  });
});

test('what an image has in /tmp is not there', async () => {
  const Dockerfile = 'FROM node:20\nCOPY app.js /tmp/app.js\nWORKDIR /app\nCOPY tmp/a /app/tmp\n';
  expect(await told({ ...fine, Dockerfile })).toEqual(['error web/image-tmp Dockerfile:2']);
});

test('a folder is known as a web function by its files', () => {
  expect(isWebFunction(right)).toBe(true);
  expect(isWebFunction(folderOf({ 'serverless.yml': 'component: http\ninputs: {}\n' }))).toBe(true);
  expect(isWebFunction(folderOf({ 'serverless.yml': 'inputs:\n  handler: index.main_handler\n' }))).toBe(
    false,
  );
  const template =
    'Resources:\n  ns:\n    f:\n      Type: TencentCloud::Serverless::Function\n      Properties:\n        Type: HTTP\n';
  expect(isWebFunction(folderOf({ 'template.yaml': template }))).toBe(true);
  expect(isWebFunction('/no/such/folder')).toBe(false);
});

describe('check', () => {
  test('tells the problems of a web function, its triggers among them, and exits 1', async () => {
    const files = {
      scf_bootstrap: '#!/bin/bash\r\nnode app.js\r\n',
      'app.js': "app.listen(3000, '127.0.0.1');\n",
      'serverless.yml':
        'inputs:\n  type: web\n  runtime: Nodejs16.13\n  events:\n    - timer: { parameters: { name: t, cronExpression: "0 0 9 * * * *", enable: true } }\n    - http: { parameters: { enable: true } }\n',
    };
    const folder = folderOf(files, 0o644);
    const { stdout, stderr, exitCode } = await runCli(['check', '.'], { cwd: folder });
    const rules = stdout.match(/\[web\/[\w-]+\]/g);
    expect(rules).toEqual([
      '[web/mode]',
      '[web/line-ends]',
      '[web/interpreter]',
      '[web/address]',
      '[web/trigger]',
    ]);
    expect(stdout).toContain('The platform ends with 446.');
    expect(stderr).toBe('Checked 1 web function: 4 errors, 1 warning.\n');
    expect(exitCode).toBe(1);
  });

  test('prints JSON, and makes errors of warnings', async () => {
    const folder = folderOf({ ...fine, scf_bootstrap: '#!/bin/bash\nnode app.js\n' });
    const lax = await runCli(['check', folder, '--json']);
    expect(JSON.parse(lax.stdout)).toMatchObject({ functions: 1, errors: 0, warnings: 1 });
    expect(lax.exitCode).toBe(0);
    expect((await runCli(['check', folder, '--strict'])).exitCode).toBe(1);
  });

  test.each([
    [['events.json', '.'], /Cannot check events\.json and \. at once: \. is a web function/],
    [['broken.zip'], /Cannot check broken\.zip: it is no zip file that can be read\. Pack it anew\./],
    [['no.zip'], /Cannot check .*no\.zip: it is not there\./],
  ])('refuses %j in a sentence', async (args, expected) => {
    const folder = folderOf({ ...fine, 'broken.zip': 'PK no', 'events.json': '{}' });
    const { stderr, exitCode } = await runCli(['check', ...args], { cwd: folder });
    expect(stderr).toMatch(expected);
    expect(exitCode).toBe(2);
  });
});

test('gen says that no event reaches a web function', async () => {
  const yml = 'inputs:\n  type: web\n  events:\n    - http: { parameters: { enable: true } }\n';
  const cwd = folderOf({ ...fine, 'serverless.yml': yml });
  const said = /is (?:that of )?a web function.*scf-fixtures check/;
  const drawn = await runCli(['gen', 'function-url', '--from-config', 'serverless.yml'], { cwd });
  expect(drawn).toMatchObject({ stderr: expect.stringMatching(said), exitCode: 2, stdout: '' });
});
