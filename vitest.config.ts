import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { countingReporter } from './test/countingReporter.js';

const isNightly = process.env.SCF_FIXTURES_NIGHTLY !== undefined;

const source = (path: string) => fileURLToPath(new URL(`./src/${path}`, import.meta.url));

/** The file that `npm run check` reads the counts of tests from. */
const counts = process.env.SCF_FIXTURES_COUNTS;

/** Tests that wait for the limit of what computes without a pause, again and again; by day they are counted only. */
const atNight = ['test/fuzz/processKilled.test.ts'];

/** Tests of what is done to the process and its globals; all others share their modules, which take longer to load than most of them run. */
const alone = [
  'test/fuzz/{credentials,egress,globals,keptProcess,noRecorder,ownTemp,watchdog}.test.ts',
  ...(isNightly ? atNight : []),
  'test/runtime/{bootstrap,invoke,lateWork,patches,strayed,surroundings}.test.ts',
  'test/fakes/{interception,pushClients,serveWeb}.test.ts',
  'test/cli/{deployedNode,replay}.test.ts',
  'test/package/{examples,readme}.test.ts',
];

/** Tests of the package as it is built. */
const built = [
  'test/cli/{fuzzJobs,fuzzTest,init,initRunners,watchedProcess}.test.ts',
  'test/package/{browser,docs,packed,runners}.test.ts',
  'test/bench/trust.test.ts',
];

const inBrowser = [
  'test/explorer/{access,chinese,page}.test.ts',
  'test/cli/htmlReportPage.test.ts',
  'test/fakes/serveBrowser.test.ts',
  'test/site/built.test.ts',
];

const temporary = 'test/temporary.ts';
/** Writes what each file costs where that is asked for. */
const cpu = process.env.SCF_FIXTURES_CPU === undefined ? [] : ['./test/cpu.ts'];

export default defineConfig({
  // What the READMEs import by the package's name runs from source.
  resolve: {
    alias: [
      { find: /^scf-fixtures$/, replacement: source('index.ts') },
      { find: /^scf-fixtures\/vitest$/, replacement: source('matchers/vitest.ts') },
      { find: /^scf-fixtures\/([a-z]+)$/, replacement: source('$1/index.ts') },
    ],
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'built',
          setupFiles: cpu,
          include: built,
          isolate: false,
          globalSetup: [temporary, 'test/built.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          setupFiles: cpu,
          include: inBrowser,
          isolate: false,
          globalSetup: [temporary, 'test/built.ts', 'test/chromium.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'alone',
          setupFiles: cpu,
          globalSetup: temporary,
          include: alone,
          exclude: inBrowser,
        },
      },
      {
        extends: true,
        test: {
          name: 'all else',
          include: ['test/**/*.test.ts'],
          exclude: ['test/legs/**', ...alone, ...built, ...inBrowser],
          isolate: false,
          globalSetup: temporary,
          setupFiles: ['./vitest.setup.ts', ...cpu],
        },
      },
    ],
    reporters: counts === undefined ? ['default'] : ['dot', countingReporter(counts)],
    // Vitest leaves one processor free, which is half of a small machine; many a test waits for a process.
    maxWorkers: availableParallelism() + 1,
    // Where each processor has a worker, threads that help one of them are in the way of another. With room for what
    // lives briefly, the collector of garbage runs less often and keeps less by mistake.
    execArgv: ['--single-threaded', '--min-semi-space-size=32', '--max-semi-space-size=64'],
    // A loaded machine takes its time; nothing here asserts how long something takes.
    testTimeout: 180_000,
    hookTimeout: 300_000,
    experimental: { fsModuleCache: true },
    expect: { poll: { timeout: 20_000 } },
  },
});
