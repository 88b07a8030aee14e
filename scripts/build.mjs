// Builds dist: ESM chunks for the library's entries and the command line, and the types beside them.
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);
const require = createRequire(import.meta.url);
const { dependencies, peerDependencies } = require('../package.json');

const entries = {
  index: 'src/index.ts',
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

// Commander is bundled: reading one chunk is faster than finding and reading a package.
const bundled = new Set(['commander']);
const external = [...Object.keys(dependencies), ...Object.keys(peerDependencies)].filter(
  (name) => !bundled.has(name),
);

rmSync('dist', { recursive: true, force: true });
const bundle = await rolldown({
  input: Object.fromEntries(Object.entries(entries).filter(([, file]) => existsSync(file))),
  platform: 'node',
  external: (id) =>
    id.startsWith('node:') || external.some((name) => id === name || id.startsWith(`${name}/`)),
  resolve: { extensionAlias: { '.js': ['.ts', '.js'] } },
  treeshake: true,
});
await bundle.write({
  dir: 'dist',
  format: 'esm',
  entryFileNames: '[name].js',
  // One chunk for what every entry needs: opening a file costs more than reading it.
  advancedChunks: { groups: [{ name: 'core', test: /src\/(kernel|generated|triggers|registry|index)/ }] },
  chunkFileNames: 'chunks/[name]-[hash].js',
  minify: { compress: true, mangle: true, codegen: { removeWhitespace: true } },
});
await bundle.close();
chmodSync('dist/main.js', 0o755);

const tsc = join(dirname(require.resolve('typescript/package.json')), 'bin/tsc');
execFileSync(process.execPath, [tsc, '-p', 'scripts/tsconfig.types.json'], { stdio: 'inherit' });
for (const [name, file] of Object.entries(entries)) {
  if (name === 'main' || !existsSync(file)) continue;
  writeFileSync(
    `dist/${name}.d.ts`,
    `${name === 'vitest' ? "import './types/matchers/vitest.js';\n" : ''}export * from './types/${file.slice(4, -3)}.js';\n`,
  );
}
