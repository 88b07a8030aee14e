import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isObject, Misuse } from '../../src/core.js';
import { firstAbove } from '../shared/firstAbove.js';
import { readText } from '../shared/readText.js';

/** What can be found out about the user's project without asking. */
export interface Project {
  /** The directory of its package.json; the current one when there is none. */
  readonly root: string;
  /** The text of its package.json. */
  readonly manifestText: string | undefined;
  readonly manifest: Readonly<Record<string, unknown>>;
  readonly packageManager: PackageManager;
  readonly isModule: boolean;
  /** Vitest's configuration, or vite's, which it reads as well. */
  readonly vitestConfig: string | undefined;
  /** Names of packages that package.json asks for. */
  readonly packages: readonly string[];
}

/** Whose lock file lies in the project or above it. */
export type PackageManager = 'npm' | 'pnpm' | 'yarn' | 'bun';

const lockFiles: readonly (readonly [string, PackageManager])[] = [
  ['pnpm-lock.yaml', 'pnpm'],
  ['yarn.lock', 'yarn'],
  ['bun.lock', 'bun'],
  ['bun.lockb', 'bun'],
  ['package-lock.json', 'npm'],
  ['npm-shrinkwrap.json', 'npm'],
];

/**
 * Looks at the project that a directory belongs to.
 *
 * @throws Misuse when its package.json is no JSON object.
 */
export function projectAt(cwd: string): Project {
  const root = firstAbove(cwd, (directory) => existsSync(join(directory, 'package.json'))) ?? cwd;
  const file = join(root, 'package.json');
  const manifestText = existsSync(file) ? readText(file) : undefined;
  const manifest = manifestText === undefined ? {} : parsed(manifestText, file);
  const config = readdirSync(root).find((name) => /^(vitest|vite)\.config\.[cm]?[jt]s$/.test(name));
  return {
    root,
    manifestText,
    manifest,
    packageManager: packageManagerOf(root, manifest),
    isModule: manifest.type === 'module',
    vitestConfig: config,
    packages: [...packagesIn(manifest), ...packagesAbove(dirname(root))],
  };
}

function packagesIn(manifest: Readonly<Record<string, unknown>>): readonly string[] {
  return ['dependencies', 'devDependencies'].flatMap((field) =>
    isObject(manifest[field]) ? Object.keys(manifest[field]) : [],
  );
}

/** What the workspace has that a project is part of: it is installed once, at the top. */
function packagesAbove(directory: string): readonly string[] {
  const root = firstAbove(directory, (above) => existsSync(join(above, 'node_modules')));
  const file = join(root ?? directory, 'package.json');
  return existsSync(file) ? packagesIn(parsed(readText(file), file)) : [];
}

/** The command that installs packages for development. */
export function installCommand(manager: PackageManager, packages: readonly string[]): string {
  const add = manager === 'npm' ? 'npm install --save-dev' : `${manager} add --dev`;
  return `${manager === 'pnpm' ? 'pnpm add --save-dev' : add} ${packages.join(' ')}`;
}

/** The command that runs a script of package.json. */
export function runCommand(manager: PackageManager, script: string): string {
  return manager === 'npm' && script === 'test' ? 'npm test' : `${manager} run ${script}`;
}

function parsed(text: string, file: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text.replace(/^\ufeff/, ''));
    if (isObject(value)) return value;
  } catch (error) {
    throw new Misuse(
      'INVALID_MANIFEST',
      `Cannot read ${file}: ${(error as Error).message}. Mend that place.`,
    );
  }
  throw new Misuse('INVALID_MANIFEST', `Cannot read ${file}: it is no JSON object. Mend it.`);
}

function packageManagerOf(
  root: string,
  { packageManager }: Readonly<Record<string, unknown>>,
): PackageManager {
  const named = /^(npm|pnpm|yarn|bun)@/.exec(String(packageManager))?.[1];
  if (named !== undefined) return named as PackageManager;
  const lockIn = (directory: string) => lockFiles.find(([name]) => existsSync(join(directory, name)));
  const directory = firstAbove(root, (candidate) => lockIn(candidate) !== undefined);
  return (directory === undefined ? undefined : lockIn(directory)?.[1]) ?? 'npm';
}
