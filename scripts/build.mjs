// Builds dist: the library and the command line, doors for ES modules, and the types of both forms; and schemas.
import { chmodSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { rolldown } from 'rolldown';
import { publishSchemas } from './contracts.mjs';
import { buildExplorer } from './explorer.mjs';
import { writeTypes } from './types.mjs';

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
  fuzz: 'src/fuzz/index.ts',
  fakes: 'src/fakes/index.ts',
  triggerdesc: 'src/triggerdesc/index.ts',
  allMatchers: 'src/matchers/allMatchers.ts',
  jest: 'src/matchers/jest.ts',
  main: 'cli/main.ts',
};

const kindFolders = readdirSync('src/triggers', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

// What has no CommonJS form lies within; what is large and has one stays outside.
const external = [...Object.keys(dependencies), ...Object.keys(peerDependencies), '@jest/globals'].filter(
  (name) => !['fflate', 'msw', 'fast-check'].includes(name),
);
const isExternal = (id) =>
  id.startsWith('node:') || external.some((name) => id === name || id.startsWith(`${name}/`));

/** What is used of fast-check. */
const partsOfFastCheck = 'Arbitrary, Stream, Value, sample, stringMatching';

/** A module stands in for a package, and alone requires it. */
const stoodInFor = (id, importer, module) => (importer === module ? { id, external: true } : module);

/**
 * fflate fills tables when it is loaded, which takes as long as everything else in the library's start together; so it
 * is loaded when something is first compressed or opened.
 */
const lazyFflate = {
  name: 'lazy-fflate',
  resolveId: (id, importer) =>
    /^fflate(\/browser)?$/.test(id) ? stoodInFor(id, importer, '\0lazy-fflate') : null,
  load: (id) =>
    id === '\0lazy-fflate'
      ? `const fflate = () => require('fflate/browser');
         export const gzipSync = (...args) => fflate().gzipSync(...args);
         export const gunzipSync = (...args) => fflate().gunzipSync(...args);
         export const unzipSync = (...args) => fflate().unzipSync(...args);
         export const zipSync = (...args) => fflate().zipSync(...args);
         export const strToU8 = (...args) => fflate().strToU8(...args);
         export const strFromU8 = (...args) => fflate().strFromU8(...args);
         export const Inflate = function (...args) { return new (fflate().Inflate)(...args); };`
      : null,
};
/** What is said of kinds in Chinese, which only who reads that loads. */
const isChinese = (id) => /src\/(?:domain|generated)\/chinese\/|src\/triggers\/[\w-]+\/chinese\.ts/.test(id);

/** The words of schedules in all languages are 300 KB, which nobody needs who describes none. */
const lazyCronstrue = {
  name: 'lazy-cronstrue',
  resolveId: (id, importer) =>
    id === 'cronstrue/i18n.js' ? stoodInFor(id, importer, '\0lazy-cronstrue') : null,
  load: (id) =>
    id === '\0lazy-cronstrue'
      ? `const cronstrue = () => { const all = require('cronstrue/i18n.js'); return all.default ?? all; };
         export default { toString: (...args) => cronstrue().toString(...args) };`
      : null,
};
/** True in the command line, which needs no package of the user's: reading the 250 files of msw and GraphQL takes it a third of a short fuzz. */
const isCommandLine =
  "typeof __filename === 'string' && require.main?.filename === __filename.replace(/chunks.[^\\\\/]+$/, 'main.cjs')";
/**
 * msw's CommonJS form requires packages that are ES modules only, which Jest refuses before Node 24.9, and opens a
 * channel that keeps Deno from ending; there, and where it is not installed, a copy serves that has what is needed within.
 */
const carriedMsw = {
  name: 'carried-msw',
  resolveId: (id, importer) =>
    /^msw(\/node)?$|^\.\/msw\.cjs$/.test(id) ? stoodInFor(id, importer, '\0msw') : null,
  load: (id) =>
    id === '\0msw'
      ? `export const { http, HttpHandler, HttpResponse, setupServer } = (() => {
           try {
             const isDeno = process.versions.deno !== undefined && require.resolve('msw');
             return isDeno || (${isCommandLine}) ? require('./msw.cjs') : { ...require('msw'), setupServer: require('msw/node').setupServer };
           } catch {
             return require('./msw.cjs');
           }
         })();`
      : null,
};
const carriedFastCheck = {
  name: 'carried-fast-check',
  resolveId: (id, importer) =>
    /^fast-check$|^\.\/fastCheck\.cjs$/.test(id) ? stoodInFor(id, importer, '\0fast-check') : null,
  load: (id) =>
    id === '\0fast-check'
      ? `export const { ${partsOfFastCheck} } = (() => {
           if (${isCommandLine}) return require('./fastCheck.cjs');
           try {
             return require('fast-check');
           } catch (error) {
             if (error.code !== 'MODULE_NOT_FOUND') throw error;
             return require('./fastCheck.cjs');
           }
         })();`
      : null,
};
/** The list of public suffixes, half of msw; the few servers of a test are told apart by their whole names. */
const noSuffixes = {
  name: 'no-suffixes',
  resolveId: (id) => (id === 'tldts' ? '\0no-suffixes' : null),
  load: (id) =>
    id === '\0no-suffixes'
      ? `export const getDomain = (host) => host;
         export const getPublicSuffix = (host) => host.split('.').at(-1);
         export const parse = (host) => ({ hostname: host, domain: host, publicSuffix: getPublicSuffix(host) });`
      : null,
};
/** What is loaded when it is first used is found by Jest, and by bundlers for a browser, where it is named. */
const plainRequire = {
  name: 'plain-require',
  transform: (code) =>
    code.includes('createRequire(import.meta.url)(')
      ? code
          .replaceAll('createRequire(import.meta.url)(', 'require(')
          .replace("import { createRequire } from 'node:module';\n", '')
      : null,
};
// Commander starts other programs only for subcommands that are programs of their own; ours are not, and loading
// node:child_process would take a tenth of the start.
const noPrograms = {
  name: 'no-programs',
  resolveId: (id, importer) =>
    id === 'node:child_process' && importer?.includes('commander') ? '\0no-programs' : null,
  load: (id) => (id === '\0no-programs' ? 'export default {};' : null),
};
// The preset's rule for key files of Google, which is not asked, would bring a library for TLS along.
const noKeyFiles = {
  name: 'no-key-files',
  resolveId: (id, importer) =>
    /secretlint-rule-preset/.test(importer ?? '') && id !== './index-Cq-34xZU.js' && id.startsWith('./index-')
      ? '\0no-key-files'
      : null,
  load: (id) => (id === '\0no-key-files' ? 'export const n = {}, i = {};' : null),
};

/** The kind that a module is part of; undefined for what no trigger owns. */
function triggerOf(id) {
  if (isChinese(id)) return undefined;
  const [, folder, contract] =
    /src\/(?:triggers\/([\w-]+)\/|generated\/([\w-]+?)(?:-logs)?(?:\.validate)?\.ts)/.exec(id) ?? [];
  return kindFolders.includes(folder ?? contract) ? (folder ?? contract) : undefined;
}

rmSync('dist', { recursive: true, force: true });

// CommonJS, which every test runner loads, and which starts faster than ES modules do; once for the library and the
// command line, with a chunk for each command and each trigger, so that a command loads only what it needs.
const bundle = await rolldown({
  platform: 'node',
  resolve: { extensionAlias: { '.js': ['.ts', '.js'] } },
  plugins: [lazyFflate, lazyCronstrue, carriedMsw, carriedFastCheck, plainRequire, noPrograms, noKeyFiles],
  input: entries,
  external: isExternal,
  // The library has all triggers at once on purpose, although the command line loads them one by one.
  onLog: (level, log, handle) => log.code !== 'INEFFECTIVE_DYNAMIC_IMPORT' && handle(level, log),
});
const { output } = await bundle.write({
  dir: 'dist',
  format: 'cjs',
  minify: true,
  entryFileNames: '[name].cjs',
  chunkFileNames: 'chunks/[name]-[hash].cjs',
  codeSplitting: {
    // A group takes what its modules import along, unless a group of a higher priority has it.
    groups: [
      {
        name: 'kernel',
        priority: 3,
        test: /src\/(kernel\/\w+\.ts|loadTrigger|core|triggers\/lazy\.)|rolldown.runtime/,
      },
      // Opening a file costs more than reading it.
      {
        name: (id) => `domain-${/src\/domain\/(\w+)\//.exec(id)?.[1] ?? 'shared'}`,
        debugName: 'a chunk for each folder of domain',
        priority: 2,
        test: (id) => /src\/(domain\/|generated\/pools)/.test(id) && !isChinese(id),
      },
      {
        name: triggerOf,
        debugName: 'a chunk for each trigger',
        priority: 1,
        test: (id) => triggerOf(id) !== undefined,
      },
      { name: 'peer-msw', priority: 1, test: /^\0msw$/ },
      { name: 'acorn', priority: 1, test: /node_modules\/acorn\// },
      { name: 'yaml', priority: 1, test: /node_modules\/yaml\// },
      // What the command line alone needs at its start.
      {
        name: 'program',
        test: /cli\/(main|program)\.ts|cli\/texts\/(?:language|texts|told)\.ts|cli\/shared\/(io|options|packageRoot|printable|problems)\.ts|cli\/config\/configFile\.ts|commander/,
      },
      // Loaded only for who reads Chinese.
      {
        name: 'chinese',
        test: /cli\/texts\/chinese\/|node_modules\/(?:string-width|get-east-asian-width)\//,
      },
    ],
  },
});
await bundle.close();
chmodSync('dist/main.cjs', 0o755);

const carried = [
  ...(await carry(
    'msw',
    "export { http, HttpHandler, HttpResponse } from 'msw'; export { setupServer } from 'msw/node';",
  )),
  ...(await carry('fastCheck', `export { ${partsOfFastCheck} } from 'fast-check';`)),
];

// ES modules are doors to the same code: whichever form is loaded, or both, there is one registry and one of each class.
for (const { isEntry, name, exports } of output) {
  if (!isEntry || name === 'main') continue;
  const names = [...exports].sort().join(', ');
  const text =
    names === ''
      ? `import './${name}.cjs';\n`
      : `import all from './${name}.cjs';\nexport const { ${names} } = all;\n`;
  writeFileSync(`dist/${name}.js`, text);
}
const vitestBundle = await rolldown({
  input: 'src/matchers/vitest.ts',
  external: ['vitest', './allMatchers.js'],
});
await vitestBundle.write({ dir: 'dist', format: 'esm', minify: true });
await vitestBundle.close();
writeFileSync(
  'dist/vitest.cjs',
  `throw new Error("Cannot require scf-fixtures/vitest: Vitest has no CommonJS form. Write import 'scf-fixtures/vitest'; with Jest, require('scf-fixtures/jest').");\n`,
);

writeNotices([...output, ...carried]);
await buildExplorer('dist/site');
archiveSite('dist/site', 'dist/site.json.br');
publishSchemas(root, 'schemas');
writeTypes({ ...entries, vitest: 'src/matchers/vitest.ts' });

/** The page as one file, in which what its parts have in common lies once; in the package it stands for the folder. */
function archiveSite(folder, file) {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).split(sep).join('/'))
    .sort();
  const texts = Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
  const { BROTLI_PARAM_LGWIN, BROTLI_PARAM_QUALITY, BROTLI_MAX_QUALITY, BROTLI_MAX_WINDOW_BITS } = constants;
  const params = { [BROTLI_PARAM_QUALITY]: BROTLI_MAX_QUALITY, [BROTLI_PARAM_LGWIN]: BROTLI_MAX_WINDOW_BITS };
  writeFileSync(file, brotliCompressSync(JSON.stringify(texts), { params }));
  writeFileSync('dist/.npmignore', 'site\n');
}

/** Writes a chunk with the parts of a package that are used. */
async function carry(name, parts) {
  const input = `parts-of-${name}`;
  const bundle = await rolldown({
    platform: 'node',
    treeshake: { moduleSideEffects: false },
    plugins: [
      {
        name: input,
        resolveId: (id) => (id === input ? id : null),
        load: (id) => (id === input ? parts : null),
      },
      noSuffixes,
    ],
    input,
  });
  const { output } = await bundle.write({ file: `dist/chunks/${name}.cjs`, format: 'cjs', minify: true });
  await bundle.close();
  return output;
}

/** The licences of the packages that lie within. */
function writeNotices(chunks) {
  const folders = chunks
    .flatMap(({ modules = {} }) => Object.keys(modules))
    .map((id) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id)?.[0]);
  const notices = [...new Set(folders)]
    .filter((folder) => folder !== undefined)
    .sort()
    .map((folder) => {
      const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
      const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
      const text =
        file === undefined ? `License: ${license}` : readFileSync(`${folder}/${file}`, 'utf8').trim();
      return `${name} ${version}\n\n${text}\n`;
    });
  const head = 'Packages that lie within the files of this folder, with their licences.\n';
  writeFileSync('dist/THIRD_PARTY_NOTICES.txt', [head, ...notices].join(`\n${'-'.repeat(80)}\n\n`));
}
