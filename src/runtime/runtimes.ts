import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Misuse } from '../kernel/misuse.js';
import { customRuntime } from './custom/customRuntime.js';
import { imageRuntime } from './image/imageRuntime.js';
import { pythonRuntime } from './python/pythonRuntime.js';
import type { FoundFunction, Runtime } from './runtime.js';
import { webRuntime } from './web/webRuntime.js';

/** Every sort of function that runs in a process of its own. */
const runtimes: readonly Runtime[] = [pythonRuntime, customRuntime, imageRuntime, webRuntime];

/** A function, and what runs it. */
export interface OwnProcess {
  readonly runtime: Runtime;
  readonly found: FoundFunction;
}

/** What else is said of a function that is looked for. */
export interface Asked {
  /** What the platform calls the version of its runtime: `Python3.10`. */
  readonly runtime?: string | undefined;
  /** What starts it. */
  readonly command?: readonly string[] | undefined;
  /** One that is called over HTTP will do, and no other. */
  readonly isWeb?: boolean;
}

/**
 * Finds a function that does not run in a process of Node's by its name: `./index.py:main_handler`, `./fn` with a
 * `bootstrap` in it; where a name fits several files, the version of the runtime says which.
 *
 * @returns undefined for a function in JavaScript, and for one that is not there.
 * @throws Misuse TWO_FUNCTIONS when a name fits several files and nobody says which, COMMAND_NOT_TAKEN for a command that
 * starts none, WEB_FUNCTION for one that gets no events.
 */
export function findFunction(
  spec: string,
  cwd: string,
  { runtime: asked, command, isWeb }: Asked = {},
): OwnProcess | undefined {
  if (isWeb === true) return findWebFunction(spec, cwd);
  if (command !== undefined) return startedBy(command, spec, cwd);
  const everything = foundBy(spec, cwd);
  const all = everything.filter(({ runtime }) => runtime.isCalledOverHttp !== true);
  if (all.length === 0 && everything.length > 0)
    throw new Misuse(
      'WEB_FUNCTION',
      `Cannot give ${spec} an event: it is a web function, which is called over HTTP. Put the platform in front of it with scf-fixtures serve ${spec}, and look at its package with scf-fixtures check ${spec}.`,
    );
  const named = asked === undefined ? undefined : all.find(({ runtime }) => runtime.versions.includes(asked));
  if (named !== undefined) return named;
  if (asked?.startsWith('Nodejs') === true) return undefined;
  const [first] = all;
  if (first === undefined) return undefined;
  const fitting = all.map(({ runtime, found }) => ({
    path: found.path,
    version: runtime.versions.at(-1) ?? runtime.name,
  }));
  const script = scriptOf(spec, cwd);
  if (script !== undefined && first.found.path !== resolve(cwd, script))
    fitting.unshift({ path: script, version: 'Nodejs18.15' });
  if (fitting.length === 1) return first;
  const paths = fitting.map(({ path }) => path).join(' and ');
  throw new Misuse(
    'TWO_FUNCTIONS',
    `Cannot tell which function ${spec} is: ${paths} ${fitting.length === 2 ? 'both' : 'all'} fit. Name the file with its ending, or say the runtime: ${fitting.map(({ version }) => version).join(' or ')}.`,
  );
}

/** Finds a function that is called over HTTP by its folder. */
export function findWebFunction(spec: string, cwd: string): OwnProcess | undefined {
  return foundBy(spec, cwd).find(({ runtime }) => runtime.isCalledOverHttp === true);
}

function foundBy(spec: string, cwd: string): OwnProcess[] {
  return runtimes.flatMap((runtime) => {
    const found = runtime.find(spec, cwd);
    return found === undefined ? [] : [{ runtime, found }];
  });
}

/** The function that a command starts in a folder. */
function startedBy(command: readonly string[], spec: string, cwd: string): OwnProcess {
  for (const runtime of runtimes) {
    const found = runtime.findStarted?.(spec, cwd);
    if (found !== undefined) return { runtime, found };
  }
  throw new Misuse(
    'COMMAND_NOT_TAKEN',
    `Cannot start ${spec} by the command ${command.join(' ')}: only the server of an image function is started by one. Name the folder in which it is to be started.`,
  );
}

/** The script that a name without an ending fits. */
function scriptOf(spec: string, cwd: string): string | undefined {
  const base = spec.replace(/[.#:]\w*$/, '');
  return ['.js', '.mjs', '.cjs'].map((ending) => base + ending).find((one) => existsSync(resolve(cwd, one)));
}
