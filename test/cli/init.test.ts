import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { handlerKinds as kinds } from '../../cli/init/kindOfHandler.js';
import { installPackage } from '../built.js';
import { casesToTry, isNightly, testAtNight } from '../nightly.js';
import { runCli, temporaryDirectory } from './runCli.js';
import { type RanFile, runVitest } from './runVitest.js';
import { sampleHandlers } from './sampleHandlers.js';

const repository = fileURLToPath(new URL('../..', import.meta.url));

function write(cwd: string, files: Record<string, string>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, name)), { recursive: true });
    writeFileSync(join(cwd, name), text);
  }
}

function project(files: Record<string, string>): string {
  const cwd = temporaryDirectory();
  write(cwd, files);
  return cwd;
}

const files = (cwd: string) =>
  readdirSync(cwd, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(cwd.length + 1))
    .sort();
const timerHandler = 'exports.main_handler = async (event) => event.TriggerName;\n';

test('there is a sample handler of every kind', () => {
  expect(Object.keys(sampleHandlers).sort()).toEqual([...kinds]);
});

const ownTypes = `interface HttpEvent {
  path: string;
  headers: Record<string, string>;
  httpMethod: 'GET' | 'POST';
  queryString: Record<string, string>;
}
export async function main_handler(event: HttpEvent, context: { request_id: string }) {
  const body = JSON.stringify({ hello: event.queryString.name ?? 'world', id: context.request_id });
  return { isBase64Encoded: false, statusCode: 200, headers: { 'content-type': 'application/json' }, body };
}
`;

/** A project of a handler with types of its own, in which `init` has written a test. */
async function withOwnTypes(): Promise<string> {
  const cwd = project({ 'index.ts': ownTypes, 'package.json': '{ "type": "module" }' });
  expect((await runCli(['init', '--kind', 'apigw'], { cwd })).exitCode).toBe(0);
  return cwd;
}

test('the test of a handler with types of its own gives it its own event', async () => {
  const untold = project({ 'index.ts': ownTypes, 'package.json': '{ "type": "module" }' });
  expect((await runCli(['init'], { cwd: untold })).stderr).toContain(
    'the fields that it reads are those of apigw and function-url. Say it with --kind apigw.',
  );
  expect(readFileSync(join(await withOwnTypes(), 'test/index.test.ts'), 'utf8')).toMatchInlineSnapshot(`
    "import { edgeCases, samples, apigw } from 'scf-fixtures';
    import { fuzzHandler } from 'scf-fixtures/fuzz';
    import { createInstance, failingEvents } from 'scf-fixtures/runtime';
    import { expect, test } from 'vitest';
    import { main_handler } from '../index.js';

    const instance = createInstance(main_handler);
    const ordinary = [...samples(apigw, { seed: 42, count: 20 })];
    const events = [
      ...ordinary.map((event, index) => ({ name: \`event \${index}\`, event })),
      ...edgeCases(apigw),
    ];

    test('withstands whatever may come', async () => {
      await fuzzHandler('index.ts#main_handler', { trigger: apigw, runs: 100, budgetMs: 30_000 });
    }, 60_000);

    test('answers ordinary events and edge cases', async () => {
      const failing = await failingEvents(
        events,
        (event) => instance.invoke(event),
        (result) => expect(result).toBeValidResponse('apigw-response'),
      );
      expect(failing).toEqual([]);
    });
    "
  `);
});

// What the test above pins is compiled here.
testAtNight('the test of a handler with types of its own compiles', async () => {
  const cwd = await withOwnTypes();
  installPackage(cwd);
  writeFileSync(
    join(cwd, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: {
        strict: true,
        exactOptionalPropertyTypes: true,
        noUncheckedIndexedAccess: true,
        module: 'nodenext',
        target: 'es2023',
        noEmit: true,
        skipLibCheck: true,
      },
      include: ['index.ts', 'test', 'vitest.setup.ts'],
    }),
  );
  const tsc = join(repository, 'node_modules/typescript/bin/tsc');
  expect(spawnSync(process.execPath, [tsc, '--singleThreaded'], { cwd, encoding: 'utf8' })).toMatchObject({
    status: 0,
    stdout: '',
  });
});

const flavours = [
  {
    name: 'ECMAScript modules with npm',
    manifest: { type: 'module' },
    lock: 'package-lock.json',
    file: (kind: string) => `${kind}.js`,
    code: (answer: string) => `export const main_handler = async (event) => ${answer};\n`,
    written: ['vitest.config.js', 'vitest.setup.js'],
    next: /Next: npm install --save-dev scf-fixtures vitest && npm test$/,
  },
  {
    name: 'CommonJS with pnpm',
    manifest: {},
    lock: 'pnpm-lock.yaml',
    file: (kind: string) => `src/${kind}.js`,
    code: (answer: string) => `exports.main_handler = async (event) => ${answer};\n`,
    written: ['vitest.config.mjs', 'vitest.setup.mjs'],
    next: /Next: pnpm add --save-dev scf-fixtures vitest && pnpm run test$/,
  },
  {
    name: 'TypeScript with yarn',
    manifest: { type: 'module' },
    lock: 'yarn.lock',
    file: (kind: string) => `src/${kind}.ts`,
    code: (answer: string) =>
      `export const main_handler = async (event: any): Promise<unknown> => ${answer};\n`,
    written: ['vitest.config.mts', 'vitest.setup.ts'],
    next: /Next: yarn add --dev scf-fixtures vitest fast-check msw && yarn run test$/,
  },
];

/** The kinds of whose handlers a project of that flavour has first tests. */
const kindsOf = (turn: number) => kinds.filter((_kind, index) => index % flavours.length === turn);

/** The kinds whose first tests run in a project: by day one, which searches as well; the others are written only. */
const kindsToRun = (turn: number) => kindsOf(turn).slice(0, isNightly ? undefined : 1);

/** Writes handlers of every kind and the first tests of those of some. */
async function initialized(cwd: string, turn: number): Promise<void> {
  const { manifest, lock, file, code, written, next } = flavours[turn] as (typeof flavours)[number];
  write(cwd, {
    'package.json': JSON.stringify(manifest),
    [lock]: '',
    ...Object.fromEntries(Object.entries(sampleHandlers).map(([kind, answer]) => [file(kind), code(answer)])),
  });
  for (const kind of kindsOf(turn)) {
    const { stderr, exitCode } = await runCli(
      ['init', file(kind), ...(kind === 'invoke' ? ['--kind', kind] : [])],
      { cwd },
    );
    expect([kind, exitCode, stderr]).toEqual([
      kind,
      0,
      expect.stringContaining(`for a handler of ${kind} events.`),
    ]);
    const notes = stderr.split('\n').filter((line) => line.startsWith('Note: '));
    expect(notes.every((note) => note.includes('runs here, not on SCF'))).toBe(true);
    expect(stderr.split('\nNote: ')[0]?.trim()).toMatch(next);
  }
  expect(files(cwd)).toEqual(expect.arrayContaining(written));
  for (const name of files(cwd).filter((path) => path.startsWith('test/'))) {
    const text = readFileSync(join(cwd, name), 'utf8');
    expect(text).not.toMatch(/\bthe[A-Z]/);
    // Fewer runs than a user has, to keep this short.
    const shorter = text
      .replace('runs: 100', `runs: ${casesToTry(1, 10)}`)
      .replace(
        /ordinary events and edge cases', async \(\) => \{/,
        '$&\n  expect(events.length).toBeGreaterThan(20);',
      );
    if (text.includes('const events')) expect(shorter).toContain('toBeGreaterThan(20)');
    if (kindsToRun(turn).some((kind) => name.includes(`/${kind}.`))) writeFileSync(join(cwd, name), shorter);
    else if (/\.test\.m?[jt]s$/.test(name)) rmSync(join(cwd, name));
  }
}

describe('projects of every flavour', () => {
  const root = mkdtempSync(join(tmpdir(), 'scf-fixtures-init-'));
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  let ran: readonly RanFile[] = [];

  /** One Vitest runs all of them, each with its own configuration. */
  beforeAll(async () => {
    installPackage(root);
    for (const turn of flavours.keys()) await initialized(join(root, `flavour${turn}`), turn);
    for (const turn of flavours.keys())
      writeFileSync(join(root, `flavour${turn}`, 'here.mjs'), 'process.chdir(import.meta.dirname);\n');
    const projects = flavours.map(({ written: [config] }, turn) => ({
      extends: `./flavour${turn}/${config}`,
      root: `./flavour${turn}`,
      test: { setupFiles: ['./here.mjs'] },
    }));
    writeFileSync(
      join(root, 'vitest.config.mjs'),
      `export default { test: { projects: ${JSON.stringify(projects)} } };\n`,
    );
    ran = await runVitest(root);
  }, 300_000);

  test.each(flavours.map(({ name }, turn) => [name, kindsToRun(turn).join(', '), turn] as const))(
    '%s gets first tests that pass: %s',
    (_name, _kinds, turn) => {
      const mine = ran.filter(({ name }) => name.includes(`flavour${turn}`));
      const failed = mine.flatMap(({ name, message, assertionResults }) => [
        ...(message === '' ? [] : [`${name}: ${message}`.slice(0, 2000)]),
        ...assertionResults
          .filter(({ status }) => status !== 'passed')
          .map(
            ({ title, failureMessages }) =>
              `${basename(name)}: ${title}: ${failureMessages.join(' ').slice(0, 1500)}`,
          ),
      ]);
      expect(failed).toEqual([]);
      expect(mine.map(({ name }) => basename(name)).length).toBe(kindsToRun(turn).length);
      const passed = mine.flatMap(({ assertionResults }) => assertionResults);
      // What the handler does with valid events, and the fuzz of it.
      expect(passed.length).toBeGreaterThanOrEqual(2 * kindsToRun(turn).length);
    },
  );
});

describe('init', () => {
  test.each([
    ['a call', "exports.main_handler = async () => (await fetch('https://api.example.com')).status;\n"],
    ['a package', "const pg = require('pg');\nexports.main_handler = async () => pg;\n"],
    ['a file that does', "const { ask } = require('./ask');\nexports.main_handler = async () => ask();\n"],
  ])('lets the fuzzer alone call a handler that may reach out, by %s', async (_, source) => {
    const cwd = project({
      'index.js': source,
      'ask.js': "exports.ask = () => require('http').get('http://a.b');\n",
    });
    const { stderr } = await runCli(['init', '--kind', 'timer'], { cwd });
    expect(stderr).toContain('Note: index.js may reach something outside, so that the fuzzer alone calls it');
    expect(readFileSync(join(cwd, 'test/index.test.mjs'), 'utf8')).toBe(
      "import { timer } from 'scf-fixtures';\nimport { fuzzHandler } from 'scf-fixtures/fuzz';\nimport { test } from 'vitest';\n\ntest('withstands whatever may come', async () => {\n  await fuzzHandler('index.js#main_handler', { trigger: timer, runs: 100, budgetMs: 30_000 });\n}, 60_000);\n",
    );
  });

  test('calls a handler that can reach nothing by itself, too', async () => {
    const cwd = project({
      'index.js':
        "const { createHash } = require('node:crypto');\nconst { a } = require('./a');\nexports.main_handler = async () => [createHash, a].length;\n",
      'a.js': 'exports.a = 1;\n',
    });
    const { stderr } = await runCli(['init', '--kind', 'timer'], { cwd });
    expect(stderr).not.toContain('Note:');
    expect(readFileSync(join(cwd, 'test/index.test.mjs'), 'utf8')).toContain('answers ordinary events');
  });

  test('asks for nothing that the workspace above has', async () => {
    const cwd = project({
      'package.json': JSON.stringify({ devDependencies: { vitest: '4', 'scf-fixtures': '0' } }),
      'node_modules/.modules.yaml': '',
      'functions/report/package.json': '{"name":"report"}',
      'functions/report/index.js': 'exports.main_handler = async () => 2;\n',
    });
    const { stderr } = await runCli(['init', '--kind', 'timer'], { cwd: join(cwd, 'functions/report') });
    expect(stderr).toMatch(/Next: npm test\n$/);
  });

  test('finds the handler in a folder that is named', async () => {
    const cwd = project({
      'index.js': 'exports.main_handler = async () => 1;\n',
      'functions/report/index.js': 'exports.main_handler = async () => 2;\n',
    });
    const written = async (folder: string) =>
      (await runCli(['init', folder, '--kind', 'timer', '--dry-run'], { cwd })).stdout;
    expect(await written('.')).toContain("fuzzHandler('index.js#main_handler'");
    expect(await written('./functions/report')).toContain('+++ b/test/report.test.mjs');
    expect(await written('./functions/report')).toContain(
      "fuzzHandler('functions/report/index.js#main_handler'",
    );
    expect((await runCli(['init', 'functions'], { cwd })).exitCode).toBe(2);
  });

  test('finds handler and kind in the serverless.yml', async () => {
    const cwd = project({
      'serverless.yml':
        'inputs:\n  src: ./src\n  handler: job.run\n  events:\n    - timer: { parameters: { cronExpression: "0 0 9 * * * *", enable: true } }\n',
      'src/job.js': 'exports.run = async () => 1;\n',
    });
    const { stderr, exitCode } = await runCli(['init'], { cwd });
    expect([exitCode, stderr]).toEqual([
      0,
      'Wrote test/job.test.mjs, vitest.setup.mjs, vitest.config.mjs, package.json for a handler of timer events. Next: npm install --save-dev scf-fixtures vitest && npm test\n',
    ]);
    expect(readFileSync(join(cwd, 'test/job.test.mjs'), 'utf8')).toMatchInlineSnapshot(`
      "import { edgeCases, samples, timer } from 'scf-fixtures';
      import { fuzzHandler } from 'scf-fixtures/fuzz';
      import { createInstance, failingEvents } from 'scf-fixtures/runtime';
      import { expect, test } from 'vitest';
      import { run } from '../src/job.js';

      const instance = createInstance(run);
      const ordinary = [...samples(timer, { seed: 42, count: 20 })];
      const events = [
        ...ordinary.map((event, index) => ({ name: \`event \${index}\`, event })),
        ...edgeCases(timer),
      ];

      test('withstands whatever may come', async () => {
        await fuzzHandler('src/job.js#run', { trigger: timer, runs: 100, budgetMs: 30_000 });
      }, 60_000);

      test('answers ordinary events and edge cases', async () => {
        const failing = await failingEvents(
          events,
          (event) => instance.invoke(event),
          (result) => expect(result).toBeValidResponse('async-result'),
        );
        expect(failing).toEqual([]);
      });
      "
    `);
    expect(readFileSync(join(cwd, 'package.json'), 'utf8')).toBe(
      '{\n  "private": true,\n  "scripts": {\n    "test": "vitest run"\n  }\n}\n',
    );
  });

  test('gives another name to an export that the test uses itself', async () => {
    const cwd = project({ 'index.js': 'exports.test = async (event) => event.TriggerName;\n' });
    await runCli(['init', 'index.test'], { cwd });
    const text = readFileSync(join(cwd, 'test/index.test.mjs'), 'utf8');
    expect(text).toContain("import { test as userHandler } from '../index.js';");
    expect(text).toContain('createInstance(userHandler)');
    expect(text).toContain("fuzzHandler('index.js#test'");
  });

  test('leaves a configured vitest as it is, and registers the matchers in the test', async () => {
    const manifest = {
      scripts: { unit: 'vitest' },
      devDependencies: { vitest: '4', msw: '2', 'fast-check': '4', 'scf-fixtures': '0' },
    };
    const cwd = project({
      'package.json': JSON.stringify(manifest),
      'vitest.config.ts': 'export default {};',
      'tests/other.test.js': '',
      'src/index.js': timerHandler,
    });
    const { stderr } = await runCli(['init', 'src/index.main_handler'], { cwd });
    expect(stderr).toBe('Wrote tests/index.test.mjs for a handler of timer events. Next: npm run unit\n');
    expect(readFileSync(join(cwd, 'tests/index.test.mjs'), 'utf8')).toContain(
      "import 'scf-fixtures/vitest';\n",
    );
  });

  test('adds a script beside a test script that is something else, in the indentation that there is', async () => {
    const cwd = project({
      'package.json': '{\n\t"name": "a",\n\t"scripts": {\n\t\t"test": "mocha"\n\t}\n}\n',
      'index.js': timerHandler,
    });
    expect((await runCli(['init'], { cwd })).stderr).toMatch(/npm run test:scf$/m);
    expect(readFileSync(join(cwd, 'package.json'), 'utf8')).toBe(
      '{\n\t"name": "a",\n\t"scripts": {\n\t\t"test": "mocha",\n\t\t"test:scf": "vitest run"\n\t}\n}\n',
    );
  });

  test('shows a diff, and writes nothing', async () => {
    const cwd = project({
      'package.json': '{\n  "name": "a",\n  "type": "module"\n}\n',
      'index.js': 'export const main_handler = async (event) => event.TriggerName;\n',
    });
    const { stdout, exitCode } = await runCli(['init', '--dry-run'], { cwd });
    expect([exitCode, files(cwd)]).toEqual([0, ['index.js', 'package.json']]);
    expect(stdout).toContain('+++ b/test/index.test.js\n@@ -0,0 +1,');
  });

  const hasGit = spawnSync('git', ['--version']).status === 0;

  test.skipIf(!hasGit)(
    'shows a diff that git can apply, and then has nothing to write (needs git)',
    async () => {
      const cwd = project({
        'package.json': '{\n  "name": "a",\n  "type": "module"\n}\n',
        'index.js': 'export const main_handler = async (event) => event.TriggerName;\n',
      });
      const { stdout } = await runCli(['init', '--dry-run'], { cwd });
      const { status, stderr } = spawnSync('git', ['apply', '-'], { cwd, input: stdout, encoding: 'utf8' });
      expect([stderr, status]).toEqual(['', 0]);
      expect((await runCli(['init', '--dry-run'], { cwd })).stdout).toBe('');
      expect((await runCli(['init'], { cwd })).stderr).toMatch(/^Nothing to write/);
    },
  );

  test('names what it writes as seen from a directory inside the project', async () => {
    const cwd = project({ 'package.json': '{}', 'jobs/index.js': timerHandler });
    expect((await runCli(['init'], { cwd: join(cwd, 'jobs') })).stderr).toMatch(
      /^Wrote \.\.\/test\/jobs\.test\.mjs, .*, \.\.\/package\.json \(changed\) for a handler of timer events\./,
    );
    expect(files(cwd)).toContain('test/jobs.test.mjs');
  });

  test('replaces a test only with --force', async () => {
    const cwd = project({ 'index.js': timerHandler, 'test/index.test.mjs': 'mine\n' });
    const { stderr, exitCode } = await runCli(['init'], { cwd });
    expect([exitCode, stderr]).toEqual([
      2,
      'scf-fixtures: Cannot write test/index.test.mjs: it is there and differs. Look at the difference with --dry-run, or replace it with --force.\n',
    ]);
    expect(files(cwd)).toEqual(['index.js', 'test/index.test.mjs']);
    expect((await runCli(['init', '--dry-run'], { cwd })).stdout).toContain('\n-mine\n+import');
    expect((await runCli(['init', '--force'], { cwd })).stderr).toContain('test/index.test.mjs (changed)');
  });

  test.each([
    ['no handler', {}, [], 'Cannot find a handler in'],
    ['a file that is not there', {}, ['src/index.main_handler'], 'there is no such file'],
    [
      'an export that is not there',
      { 'index.js': timerHandler },
      ['index.main'],
      'index.js exports main_handler',
    ],
    [
      'another language',
      { 'index.php': '' },
      ['index.main_handler'],
      'it is no JavaScript, TypeScript or Python',
    ],
    ['another kind', { 'index.js': timerHandler }, ['--kind', 'tiemr'], 'did you mean "timer"?'],
    [
      'a handler that reads nothing',
      { 'index.js': 'exports.main_handler = () => 1;' },
      [],
      'it reads no field that',
    ],
    [
      'a handler that may be of two kinds',
      { 'index.js': 'exports.main_handler = (event) => event.Records.length;' },
      [],
      'those of ckafka and cmq and cos. Say it with --kind ckafka.',
    ],
    ['a broken package.json', { 'package.json': '{', 'index.js': timerHandler }, [], 'Mend that place.'],
  ])('refuses %s in one sentence and writes nothing', async (_name, given, args, said) => {
    const cwd = project(given);
    const { stderr, exitCode } = await runCli(['init', ...args], { cwd });
    expect([exitCode, stderr.includes(said) || stderr, stderr.trim().split('\n').length]).toEqual([
      2,
      true,
      1,
    ]);
    expect(files(cwd)).toEqual(Object.keys(given).sort());
  });
});
