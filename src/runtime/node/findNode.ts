import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { Misuse } from '../../kernel/misuse.js';
import type { ScfRuntime } from '../context.js';
import { nodeVersionOf } from '../nodeVersion.js';

/** A program that runs JavaScript. */
export interface FoundNode {
  readonly path: string;
  /** `12.22.12`. */
  readonly version: string;
  /** True for the one that runs this process. */
  readonly isOwn: boolean;
}

/** Older ones do not run our part of the process. */
export const oldestMajor = 12;

const ownNode: FoundNode = { path: process.execPath, version: process.versions.node, isOwn: true };

/** Where programs that switch versions keep them: below a folder that a variable names, or below the home of the user. */
const stores: readonly {
  readonly variable: string;
  readonly home: string;
  readonly versions: string;
  readonly program: string;
}[] = [
  { variable: 'NVM_DIR', home: '.nvm', versions: 'versions/node', program: 'bin/node' },
  {
    variable: 'FNM_DIR',
    home: '.local/share/fnm',
    versions: 'node-versions',
    program: 'installation/bin/node',
  },
  { variable: 'VOLTA_HOME', home: '.volta', versions: 'tools/image/node', program: 'bin/node' },
];

/**
 * Finds the Node that is to run a function: the one that is named, this one where it fits the runtime, or one of its major
 * version that is installed beside the function (`npm i -D node@12`), by nvm, fnm or volta; this one where there is none.
 *
 * @param folder where the function lies.
 * @throws Misuse NO_NODE or NODE_TOO_OLD, for one that is named.
 */
export function findNode(
  folder: string,
  { named, runtime }: { readonly named?: string | undefined; readonly runtime?: ScfRuntime | undefined },
): FoundNode {
  if (named !== undefined) return namedNode(named);
  const major = runtime === undefined ? undefined : majorOf(nodeVersionOf(runtime));
  if (major === undefined || major === majorOf(Number.parseFloat(ownNode.version))) return ownNode;
  return major < oldestMajor ? ownNode : (installed(folder, major) ?? ownNode);
}

export function majorOf(version: number | undefined): number | undefined {
  return version === undefined ? undefined : Math.floor(version);
}

function installed(folder: string, major: number): FoundNode | undefined {
  for (let at = folder; ; at = dirname(at)) {
    for (const name of ['node', `node-${process.platform}-${process.arch}`]) {
      const found = inPackage(join(at, 'node_modules', name), major);
      if (found !== undefined) return found;
    }
    if (dirname(at) === at) break;
  }
  return stores.map((store) => inStore(store, major)).find((one) => one !== undefined);
}

/** Of the npm package `node`, or of one that it brings along. */
function inPackage(folder: string, major: number): FoundNode | undefined {
  const path = join(folder, 'bin', 'node');
  if (!existsSync(path)) return undefined;
  try {
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
    return Number.parseInt(version, 10) === major ? { path, version, isOwn: false } : undefined;
  } catch {
    return undefined;
  }
}

function inStore(
  { variable, home, versions, program }: (typeof stores)[number],
  major: number,
): FoundNode | undefined {
  const root = join(process.env[variable] ?? join(process.env.HOME ?? homedir(), home), versions);
  if (!existsSync(root)) return undefined;
  const fitting = readdirSync(root)
    .filter((name) => Number.parseInt(name.replace(/^v/, ''), 10) === major)
    .map((name) => ({ path: join(root, name, program), version: name.replace(/^v/, ''), isOwn: false }))
    .filter(({ path }) => existsSync(path));
  // The newest of them.
  return fitting.sort((one, other) => other.version.localeCompare(one.version, 'en', { numeric: true }))[0];
}

function namedNode(path: string): FoundNode {
  let version: string;
  try {
    version = execFileSync(path, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch (cause) {
    throw new Misuse(
      'NO_NODE',
      `Cannot run the function by ${path}: it does not start (${(cause as NodeJS.ErrnoException).code ?? 'it fails'}). Name a Node: --node ~/.nvm/versions/node/v12.22.12/bin/node.`,
      { cause },
    );
  }
  const found = /^v(\d+\.\d+\.\d+)/.exec(version)?.[1];
  if (found === undefined)
    throw new Misuse(
      'NO_NODE',
      `Cannot run the function by ${path}: it is no Node. Name one: --node ~/.nvm/versions/node/v12.22.12/bin/node.`,
    );
  if (Number.parseInt(found, 10) < oldestMajor)
    throw new Misuse(
      'NODE_TOO_OLD',
      `Cannot run the function by ${path}: it is Node ${found}, and ${oldestMajor} or newer is needed. Name another.`,
    );
  return { path, version: found, isOwn: found === ownNode.version };
}
