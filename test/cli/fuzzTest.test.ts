import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { installPackage } from '../built.js';
import { rowsToTry, testAtNight } from '../nightly.js';
import { runCli, temporaryDirectory } from './runCli.js';
import { type RanTest, runVitest } from './runVitest.js';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const require = createRequire(import.meta.url);
const tsc = join(dirname(require.resolve('typescript/package.json')), 'bin/tsc');

const forms = [
  [
    'CommonJS',
    'index.js',
    `let calls = 0;
exports.main_handler = async (event) => ({ job: JSON.parse(event.Message).job, calls: ++calls });
`,
    `exports.main_handler = async (event) => {
  try { return { job: JSON.parse(event.Message)?.job, calls: 1 }; } catch { return { calls: 1 }; }
};
`,
  ],
  [
    'an ES module',
    'index.mjs',
    `let calls = 0;
export const main_handler = async (event) => ({ job: JSON.parse(event.Message).job, calls: ++calls });
`,
    `export const main_handler = async (event) => {
  try { return { job: JSON.parse(event.Message)?.job, calls: 1 }; } catch { return { calls: 1 }; }
};
`,
  ],
] as const;

/** By day the form that most functions have; that a fuzz loads the other is tried elsewhere. */
const handlers = rowsToTry(forms, 1);

describe('a written test', () => {
  const cwd = mkdtempSync(join(tmpdir(), 'scf-fixtures-written-'));
  afterAll(() => rmSync(cwd, { recursive: true, force: true }));

  /** The tests of the broken handlers in `red`, and the same tests of the mended ones in `green`. */
  let ran: ReadonlyMap<string, readonly RanTest[]>;

  beforeAll(async () => {
    installPackage(cwd);
    const [red, green] = [join(cwd, 'red'), join(cwd, 'green')];
    mkdirSync(red);
    for (const [, file, broken] of handlers) {
      writeFileSync(join(red, file), broken);
      const args = [
        '--trigger',
        'timer',
        '--runs',
        '8',
        '--no-store',
        '--write-test',
        `test/${file}.test.ts`,
      ];
      const { stderr } = await runCli(['fuzz', `./${file}#main_handler`, ...args], { cwd: red });
      expect(stderr).toContain(`Wrote test/${file}.test.ts.`);
    }
    cpSync(red, green, { recursive: true });
    for (const [, file, , mended] of handlers) writeFileSync(join(green, file), mended);
    const files = await runVitest(cwd);
    ran = new Map(files.map(({ name, assertionResults }) => [relative(cwd, name), assertionResults]));
  }, 120_000);

  test.each(handlers)(
    'fails on the handler that it was written for and passes on the mended one: %s',
    (_name, file) => {
      const failed = ran.get(`red/test/${file}.test.ts`) ?? [];
      expect(failed.map(({ title, status }) => [title.split(' (')[0], status])).toMatchInlineSnapshot(`
        [
          [
            "timer: crash",
            "failed",
          ],
          [
            "timer: warm-cold",
            "failed",
          ],
          [
            "timer: crash",
            "failed",
          ],
        ]
      `);
      expect(failed[0]?.failureMessages[0]?.split('\n')[0]).toMatchInlineSnapshot(
        `"AssertionError: The handler ends with SyntaxError: Unexpected end of JSON input"`,
      );
      const passed = ran.get(`green/test/${file}.test.ts`) ?? [];
      expect(passed.map(({ status }) => status)).toEqual(failed.map(() => 'passed'));
    },
  );
});

/** The test that a fuzz of a broken handler writes for a trigger. */
async function writtenFor(trigger: string, cwd: string): Promise<string> {
  writeFileSync(
    join(cwd, 'index.js'),
    `exports.main_handler = async (event) => JSON.parse(event.Message);\n`,
  );
  const path = join(cwd, 'test', `${trigger}.test.ts`);
  const options = ['--trigger', trigger, '--runs', '5', '--no-store', '--write-test', path];
  await runCli(['fuzz', 'index.main_handler', ...options], { cwd });
  return readFileSync(path, 'utf8');
}

// What the test below pins is compiled here.
testAtNight('a written test compiles', async () => {
  const cwd = temporaryDirectory();
  await writtenFor('timer', cwd);
  expect(await writtenFor('ckafka', cwd)).toContain('"Records": [');
  writeFileSync(
    join(cwd, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: {
        ...{ noEmit: true, strict: true, skipLibCheck: true, target: 'ES2023', module: 'NodeNext' },
        ...{ types: ['node'], exactOptionalPropertyTypes: true },
        paths: {
          'scf-fixtures': [`${repository}dist/index.d.ts`],
          'scf-fixtures/*': [`${repository}dist/*.d.ts`],
        },
      },
      include: ['test'],
    }),
  );
  symlinkSync(join(repository, 'node_modules'), join(cwd, 'node_modules'));
  writeFileSync(join(cwd, 'package.json'), '{ "type": "module" }');
  expect(spawnSync(process.execPath, [tsc], { cwd, encoding: 'utf8' }).stdout).toBe('');
});

test('a written test reads like one that a person wrote', async () => {
  const text = await writtenFor('timer', temporaryDirectory());
  expect(text).toMatchInlineSnapshot(`
    "import { timer } from 'scf-fixtures';
    import { replayFailure } from 'scf-fixtures/fuzz';
    import { expect, test } from 'vitest';

    // Loaded anew for every cold start.
    const handler = new URL('../index.js#main_handler', import.meta.url).href;

    // crash: A valid event makes no error that the language or its own library throws.
    test('timer: crash (SyntaxError exports.main_handler (index.js:1:46))', async () => {
      const failure = await replayFailure(
        handler,
        {
          oracle: 'crash',
          case: {
            event: {
              "Type": "Timer",
              "TriggerName": "EveryDay",
              "Time": "2024-02-29T00:00:00Z",
              "Message": ""
            },
          },
        },
        { trigger: timer },
      );
      expect(failure === undefined, failure?.detail).toBe(true);
    });
    "
  `);
});
