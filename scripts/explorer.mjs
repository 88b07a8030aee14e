// Builds the explorer, a static page, into dist/site, or into the directory that is named; from another
// script than its own when that is named too.
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('..', import.meta.url));
const source = join(root, 'src/explorer');

/** Nothing of Node reaches the page. */
const noNode = {
  name: 'no-node',
  resolveId(id, importer) {
    if (id.startsWith('node:')) throw new Error(`${importer} imports ${id}, which a browser does not have.`);
  },
};

/** Writes the page; returns its scripts with their size in transfer. */
export async function buildExplorer(directory, input = join(source, 'index.ts')) {
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });
  const bundle = await rolldown({
    cwd: root,
    input,
    platform: 'browser',
    resolve: { extensionAlias: { '.js': ['.ts', '.js'] } },
    transform: { target: 'es2022', define: { 'typeof Buffer': '"undefined"' } },
    plugins: [noNode],
  });
  const { output } = await bundle.write({
    dir: directory,
    format: 'esm',
    minify: true,
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
  });
  await bundle.close();
  for (const file of ['index.html', 'icon.svg']) copyFileSync(join(source, file), join(directory, file));
  const styles = ['tokens', 'base', 'layout', 'controls', 'event'].map((name) =>
    readFileSync(join(source, `${name}.css`), 'utf8'),
  );
  writeFileSync(join(directory, 'style.css'), styles.join('').replaceAll(/\/\*.*?\*\/|^ +/gms, ''));
  return output.map(({ fileName, code }) => ({ fileName, gzipBytes: gzipSync(code).length }));
}

if (resolve(process.argv[1] ?? '') === fileURLToPath(import.meta.url)) {
  const [, , target, input] = process.argv;
  const directory = resolve(target ?? join(root, 'dist/site'));
  const files = await buildExplorer(directory, input);
  const total = files.reduce((sum, { gzipBytes }) => sum + gzipBytes, 0);
  console.log(`${directory}: ${files.length} scripts, ${total.toLocaleString('en')} bytes in gzip`);
}
