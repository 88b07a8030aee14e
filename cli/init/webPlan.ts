import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { isWebFunction } from '../../src/runtime/index.js';
import { packageRoot } from '../shared/packageRoot.js';
import { usualHandler } from '../shared/userHandler.js';
import { type Plan, planTest } from './plan.js';
import type { Project } from './project.js';

const bootstrap = 'scf_bootstrap';

/**
 * The folder of the web function that is meant, by its name or that of its scf_bootstrap; without one the current
 * folder, where no handler lies in the usual place.
 */
export function webFolderOf(
  named: string | undefined,
  { configured, cwd }: { readonly configured: string | undefined; readonly cwd: string },
): string | undefined {
  if (named === undefined)
    return configured === undefined && usualHandler(cwd) === undefined && isWebFunction(cwd)
      ? cwd
      : undefined;
  const path = resolve(cwd, named);
  const folder = basename(path) === bootstrap ? dirname(path) : path;
  const isFolder = existsSync(folder) && statSync(folder).isDirectory();
  return isFolder && isWebFunction(folder) ? folder : undefined;
}

/** Plans the first test of a web function: it is started, asked, and fuzzed. */
export function planWebTest(project: Project, folder: string): Plan {
  const template = readFileSync(new URL('templates/tests/web.test.ts', packageRoot()), 'utf8');
  const fromRoot = relative(project.root, folder).replaceAll('\\', '/');
  const isTypeScript = existsSync(join(project.root, 'tsconfig.json'));
  return planTest(project, {
    name: fromRoot === '' ? 'web' : basename(folder),
    isTypeScript,
    textOf: ({ isRegistered }) => {
      const text = template.replace('theFolder', () =>
        (fromRoot === '' ? '.' : `./${fromRoot}`).replaceAll("'", "\\'"),
      );
      return isRegistered ? text.replace("import 'scf-fixtures/vitest';\n", '') : text;
    },
  });
}
