import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';

const root = join(import.meta.dirname, '../..');
const loadedAtRun = /^(msw|fast-check|vitest|ajv|cli-progress|ws)(\/|$)/;

/** The command line built from source into CommonJS chunks like the published ones: its first file, and what deletes it. */
export async function builtProgram(): Promise<{ readonly file: string; remove(): void }> {
  const folder = join(root, `node_modules/.cache/scf-fixtures-program-${process.pid}`);
  const dir = join(folder, 'dist');
  const bundle = await rolldown({
    input: { main: join(root, 'cli/main.ts') },
    platform: 'node',
    external: (id) => id.startsWith('node:') || loadedAtRun.test(id),
    logLevel: 'silent',
  });
  await bundle.write({
    dir,
    format: 'cjs',
    minify: true,
    entryFileNames: '[name].cjs',
    chunkFileNames: 'cli/[name]-[hash].cjs',
  });
  await bundle.close();
  return { file: join(dir, 'main.cjs'), remove: () => rmSync(folder, { recursive: true, force: true }) };
}
