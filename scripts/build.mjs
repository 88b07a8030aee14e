// Builds dist: ESM chunks for the library's entries and the command line, and the types beside them; and schemas.
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { publishSchemas } from './contracts.mjs';
import { buildSite } from './site.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);
const require = createRequire(import.meta.url);
const { dependencies, peerDependencies } = require('../package.json');

const entries = {
  index: 'src/index.ts',
  core: 'src/core.ts',
  payload: 'src/payload/index.ts',
  responses: 'src/responses/index.ts',
  runtime: 'src/runtime/index.ts',
  matchers: 'src/matchers/index.ts',
  vitest: 'src/matchers/vitest.ts',
  fuzz: 'src/fuzz/index.ts',
  fakes: 'src/fakes/index.ts',
  triggerdesc: 'src/triggerdesc/index.ts',
  main: 'cli/main.ts',
};

const external = [...Object.keys(dependencies), ...Object.keys(peerDependencies)];
const options = {
  platform: 'node',
  resolve: { extensionAlias: { '.js': ['.ts', '.js'] } },
  // The library has all triggers in one chunk on purpose, although the command line loads them one by one.
  onLog: (level, log, handle) => log.code !== 'INEFFECTIVE_DYNAMIC_IMPORT' && handle(level, log),
};
/**
 * fflate fills tables when it is loaded, which takes as long as everything else in the library's start together; so it
 * is loaded when something is first compressed or opened.
 */
const lazyFflate = {
  name: 'lazy-fflate',
  resolveId: (id) => (/^fflate(\/browser)?$/.test(id) ? '\0lazy-fflate' : null),
  load: (id) =>
    id === '\0lazy-fflate'
      ? `import { createRequire } from 'node:module';
         const load = createRequire(import.meta.url);
         const fflate = () => load('fflate/browser');
         export const gzipSync = (...args) => fflate().gzipSync(...args);
         export const gunzipSync = (...args) => fflate().gunzipSync(...args);
         export const unzipSync = (...args) => fflate().unzipSync(...args);
         export const strToU8 = (...args) => fflate().strToU8(...args);
         export const strFromU8 = (...args) => fflate().strFromU8(...args);
         export const Inflate = function (...args) { return new (fflate().Inflate)(...args); };`
      : null,
};
const output = { dir: 'dist', format: 'esm', minify: true };
const isExternal = (names) => (id) =>
  id.startsWith('node:') || names.some((name) => id === name || id.startsWith(`${name}/`));

rmSync('dist', { recursive: true, force: true });

// The library: one chunk for what every entry needs, since opening a file costs more than reading it.
const { main, ...library } = Object.fromEntries(
  Object.entries(entries).filter(([, file]) => existsSync(file)),
);
const libraryBundle = await rolldown({
  ...options,
  input: library,
  plugins: [lazyFflate],
  external: isExternal(external.filter((name) => name !== 'fflate')),
});
await libraryBundle.write({
  ...output,
  entryFileNames: '[name].js',
  chunkFileNames: 'chunks/[name]-[hash].js',
  codeSplitting: {
    groups: [{ name: 'core', test: /src\/(kernel|generated|triggers|registry|loadTrigger|core|index)/ }],
  },
});
await libraryBundle.close();

// The command line: CommonJS, which starts faster than ES modules do; a chunk for each command and each trigger, so
// that a command loads only what it needs; and what it depends on within, since finding and reading a package costs
// more than reading a chunk, and the 200 files of msw and GraphQL cost a third of a short fuzz. Only packages that have
// a CommonJS form and are large, or a user's own, stay outside.
const cliBundle = await rolldown({
  ...options,
  // Commander starts other programs only for subcommands that are programs of their own; ours are not, and loading
  // node:child_process would take a tenth of the start.
  plugins: [
    lazyFflate,
    {
      name: 'no-programs',
      resolveId: (id, importer) =>
        id === 'node:child_process' && importer?.includes('commander') ? '\0no-programs' : null,
      load: (id) => (id === '\0no-programs' ? 'export default {};' : null),
    },
    // What the library takes from the user's packages when it is needed is within, too.
    {
      name: 'fast-check-within',
      transform: (code, id) =>
        id.endsWith('payload/payloadOf.ts')
          ? code.replace("createRequire(import.meta.url)('fast-check')", "require('fast-check')")
          : null,
    },
    // The preset's rule for key files of Google, which is not asked, would bring a library for TLS along.
    {
      name: 'no-key-files',
      resolveId: (id, importer) =>
        /secretlint-rule-preset/.test(importer ?? '') &&
        id !== './index-Cq-34xZU.js' &&
        id.startsWith('./index-')
          ? '\0no-key-files'
          : null,
      load: (id) => (id === '\0no-key-files' ? 'export const n = {}, i = {};' : null),
    },
  ],
  input: { main },
  external: isExternal(['vitest', 'ajv', 'cli-progress', 'ws']),
});
await cliBundle.write({
  ...output,
  format: 'cjs',
  entryFileNames: '[name].cjs',
  chunkFileNames: 'cli/[name]-[hash].cjs',
  codeSplitting: {
    groups: [
      {
        name: 'kernel',
        test: /src\/(kernel\/\w+\.ts|loadTrigger|core|triggers\/lazy)|cli\/(main|program)\.ts|cli\/shared\/(io|options|packageRoot|printable|problems)\.ts|cli\/config\/configFile\.ts|rolldown.runtime|commander/,
      },
    ],
  },
});
await cliBundle.close();
chmodSync('dist/main.cjs', 0o755);

await buildSite('dist/site');
publishSchemas(root, 'schemas');

const tsc = join(dirname(require.resolve('typescript/package.json')), 'bin/tsc');
execFileSync(process.execPath, [tsc, '-p', 'scripts/tsconfig.types.json'], { stdio: 'inherit' });
for (const [name, file] of Object.entries(entries)) {
  if (name === 'main' || !existsSync(file)) continue;
  writeFileSync(
    `dist/${name}.d.ts`,
    `${name === 'vitest' ? "import './types/matchers/vitest.js';\n" : ''}export * from './types/${file.slice(4, -3)}.js';\n`,
  );
}
