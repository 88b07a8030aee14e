import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The command line, built; {@link setup} has built it. */
export const builtProgram = join(root, 'dist/main.cjs');

/** The page, built. */
export const builtSite = join(root, 'dist/site');

/** Builds `dist` before the first test that needs it, once for all of them; `npm run check` has done so and says it. */
export function setup(): void {
  if (process.env.SCF_FIXTURES_BUILT !== undefined) return;
  execFileSync(process.execPath, [join(root, 'scripts/build.mjs')], { cwd: root, stdio: 'inherit' });
  process.env.SCF_FIXTURES_BUILT = 'by the tests';
}

/** Gives a folder the package as it is published, with what its dependencies and peers are here. */
export function installPackage(folder: string): void {
  const modules = join(folder, 'node_modules');
  const own = join(modules, 'scf-fixtures');
  mkdirSync(own, { recursive: true });
  for (const name of readdirSync(join(root, 'node_modules')))
    if (!name.startsWith('.')) symlinkSync(join(root, 'node_modules', name), join(modules, name));
  cpSync(join(root, 'package.json'), join(own, 'package.json'));
  cpSync(join(root, 'dist'), join(own, 'dist'), { recursive: true });
}

/** An entry of the library, built, as ES modules import it. */
export const builtEntry = (name: string): string => join(root, `dist/${name}.js`);
