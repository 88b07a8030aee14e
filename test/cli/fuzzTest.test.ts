import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { installPackage } from '../built.js';
import { runCli, temporaryDirectory } from './runCli.js';
import { type RanTest, runVitest } from './runVitest.js';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const require = createRequire(import.meta.url);
const tsc = join(dirname(require.resolve('typescript/package.json')), 'bin/tsc');

const handlers = [
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

describe('a written test', () => {
  const cwd = mkdtempSync(join(tmpdir(), 'scf-fixtures-written-'));
  afterAll(() => rmSync(cwd, { recursive: true, force: true }));

  const ran = async (): Promise<Map<string, readonly RanTest[]>> =>
    new Map(
      (await runVitest(cwd)).map(({ name, assertionResults }) => [basename(name), assertionResults] as const),
    );
  let red: Awaited<ReturnType<typeof ran>>;
  let green: Awaited<ReturnType<typeof ran>>;

  beforeAll(async () => {
    installPackage(cwd);
    for (const [, file, broken] of handlers) {
      writeFileSync(join(cwd, file), broken);
      const args = [
        '--trigger',
        'timer',
        '--runs',
        '8',
        '--no-store',
        '--write-test',
        `test/${file}.test.ts`,
      ];
      const { stderr } = await runCli(['fuzz', `./${file}#main_handler`, ...args], { cwd });
      expect(stderr).toContain(`Wrote test/${file}.test.ts.`);
    }
    red = await ran();
    for (const [, file, , mended] of handlers) writeFileSync(join(cwd, file), mended);
    green = await ran();
  }, 120_000);

  test.each(handlers)(
    'fails on the handler that it was written for and passes on the mended one: %s',
    (_name, file) => {
      const failed = red.get(`${file}.test.ts`) ?? [];
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
      expect(green.get(`${file}.test.ts`)?.map(({ status }) => status)).toEqual(failed.map(() => 'passed'));
    },
  );
});

test('a written test reads like one that a person wrote, and compiles', async () => {
  const cwd = temporaryDirectory();
  writeFileSync(
    join(cwd, 'index.js'),
    `exports.main_handler = async (event) => JSON.parse(event.Message);\n`,
  );
  const written = async (trigger: string) => {
    const path = join(cwd, 'test', `${trigger}.test.ts`);
    const options = ['--trigger', trigger, '--runs', '5', '--no-store', '--write-test', path];
    await runCli(['fuzz', 'index.main_handler', ...options], { cwd });
    return readFileSync(path, 'utf8');
  };
  const text = await written('timer');
  expect(await written('ckafka')).toContain('"Records": [');
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

    // inexact-number: Ids keep all their digits, and sums of money have no more than their inputs.
    test('timer: inexact-number (rounded the answer)', async () => {
      const failure = await replayFailure(
        handler,
        {
          oracle: 'inexact-number',
          case: {
            event: {
              "Type": "Timer",
              "TriggerName": "heartbeat",
              "Time": "2024-01-01T00:00:00Z",
              "Message": "{\\"orderId\\":9007199254740993}"
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
