import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildMainText } from '../generated/buildMainText.js';
import { Misuse } from '../kernel/misuse.js';
import { functionFolder } from './functionFolder.js';
import { folderOfBuilds } from './isBuiltScript.js';
import { isAlive } from './ownTemp.js';

/** What the program of a build is told. */
export interface BuildOrder {
  readonly builder: 'esbuild' | 'rolldown';
  /** The builder's own file. */
  readonly requireFrom: string;
  readonly entry: string;
  readonly outfile: string;
  /** What all runtimes for Node parse. */
  readonly target: string;
}

/** What the program of a build answers. */
export interface BuildResult {
  readonly inputs?: readonly string[];
  readonly problem?: string;
}

/** A script that was built, and the files that it was built of, as they were then. */
interface Built {
  readonly script: string;
  readonly inputs: ReadonlyMap<string, number>;
}

/** Builders, and the packages that bring them along. */
const builders = [
  { builder: 'esbuild', broughtBy: [[], ['tsx'], ['tsup'], ['vite'], ['vitest', 'vite']] },
  { builder: 'rolldown', broughtBy: [[], ['tsdown'], ['vite'], ['vitest', 'vite']] },
] as const;
const known = new Map<string, Built>();
/** Taken away when this process ends. */
const ownFolders = new Set<string>();

/**
 * Bundles a function written in TypeScript to a script in CommonJS, as it is deployed, by the esbuild or rolldown of its
 * project; again when one of its files has changed. The script lies in `.scf-fixtures/built` of the project until this
 * process ends.
 *
 * @throws Misuse HANDLER_IS_TYPESCRIPT where nothing is here that builds it, HANDLER_SYNTAX where it cannot be built.
 */
export function builtScript(spec: string, entry: string): string {
  const before = known.get(entry);
  if (before !== undefined && existsSync(before.script) && isFresh(before)) return before.script;
  const found = builderFor([entry, fileURLToPath(import.meta.url)]);
  if (found === undefined)
    throw new Misuse(
      'HANDLER_IS_TYPESCRIPT',
      `Cannot invoke ${spec}: ${basename(entry)} is TypeScript, and neither esbuild nor rolldown is here to build it as for SCF (tsx, Vite and Vitest bring one). Install one, npm install --save-dev esbuild, or give the compiled file.`,
    );
  const outfile =
    before?.script ?? join(newFolder(entry), `${basename(entry).replace(/\.[cm]?tsx?$/, '')}.cjs`);
  const order: BuildOrder = { ...found, entry, outfile, target: 'node12' };
  const { stdout, stderr } = spawnSync(process.execPath, ['-e', buildMainText, JSON.stringify(order)], {
    cwd: dirname(entry),
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
    env: withoutOptions(),
  });
  const { inputs, problem } = resultIn(stdout, stderr);
  if (inputs === undefined)
    throw new Misuse(
      'HANDLER_SYNTAX',
      `Cannot invoke ${spec}: ${found.builder} cannot build ${basename(entry)}: ${problem?.split('\n', 1)[0]}. Mend it.`,
    );
  const files = inputs.map((input) => resolve(dirname(entry), input)).filter((file) => existsSync(file));
  known.set(entry, {
    script: outfile,
    inputs: new Map([entry, ...files].map((file) => [file, changedMs(file)])),
  });
  process.setSourceMapsEnabled(true);
  return outfile;
}

function isFresh({ inputs }: Built): boolean {
  return [...inputs].every(([file, at]) => changedMs(file) === at);
}

/** When a file was last written; 0 for one that is gone. */
function changedMs(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** The builder that is found from the first of these files, or from the next: its own, or that of one of its packages. */
export function builderFor(
  places: readonly string[],
): Pick<BuildOrder, 'builder' | 'requireFrom'> | undefined {
  for (const from of places) {
    for (const { builder, broughtBy } of builders) {
      for (const packages of broughtBy) {
        const requireFrom = found([...packages, builder], from);
        if (requireFrom !== undefined) return { builder, requireFrom };
      }
    }
  }
  return undefined;
}

/** Where the last of these packages lies, each looked for from the one before. */
function found(packages: readonly string[], from: string): string | undefined {
  let at = from;
  for (const [index, name] of packages.entries()) {
    try {
      // A package that exports no main file still has its manifest.
      at = createRequire(at).resolve(index < packages.length - 1 ? `${name}/package.json` : name);
    } catch {
      return undefined;
    }
  }
  return at;
}

/** A folder of this process's own, where the project's packages are found; those of processes that are gone are taken away. */
function newFolder(entry: string): string {
  const folder = join(functionFolder(entry).root, folderOfBuilds);
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) {
    const pid = /^(\d+)-/.exec(name)?.[1];
    if (pid !== undefined && !isAlive(Number(pid)))
      rmSync(join(folder, name), { recursive: true, force: true });
  }
  const own = mkdtempSync(join(folder, `${process.pid}-`));
  // Whoever commits in between does not commit it.
  writeFileSync(join(own, '.gitignore'), '*\n');
  if (ownFolders.size === 0) process.once('exit', removeBuiltScripts);
  ownFolders.add(own);
  return own;
}

/**
 * Takes away the scripts that this process has built of TypeScript, which happens at its end by itself, but not where it
 * is killed. Instances load no more of them then.
 *
 * @example
 * removeBuiltScripts(); // undefined
 */
export function removeBuiltScripts(): void {
  for (const own of ownFolders) {
    rmSync(own, { recursive: true, force: true });
    removeIfEmpty(dirname(own));
    removeIfEmpty(dirname(dirname(own)));
  }
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Something else is in it.
  }
}

/** The environment without what a debugger or a loader of this process would do in the other. */
function withoutOptions(): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _, ...rest } = process.env;
  return rest;
}

function resultIn(stdout: string, stderr: string): BuildResult {
  try {
    return JSON.parse(stdout) as BuildResult;
  } catch {
    return { problem: stderr.trim() || 'it ended without a word' };
  }
}
