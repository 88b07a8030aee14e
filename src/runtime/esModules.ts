import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { Script } from 'node:vm';
import type { ScfRuntime } from './context.js';
import type { HandlerFile } from './loadHandler.js';
import { nodeVersionOf } from './nodeVersion.js';
import type { ThrownError } from './outcome.js';

/** Why code that runs here does not run on the platform, as far as its files tell. */
export interface CodeProblem {
  /** What the platform ends with when it loads the code; left out where it may load. */
  readonly loadError?: ThrownError;
  /** Says what is wrong and what to do, in a sentence. */
  readonly text: string;
}

/** Captured for Node 18.15; of later ones nothing is known. */
const lastWithoutModules = 18.15;

/** True for a runtime of which is known that it loads functions with `require` and refuses ES modules. */
export function refusesModules(runtime: ScfRuntime): boolean {
  const version = nodeVersionOf(runtime);
  return version !== undefined && version <= lastWithoutModules;
}

/** What lets Node refuse ES modules that are required, as it did before 20.19. */
export function requireOnly(): string[] {
  return process.allowedNodeEnvironmentFlags.has('--experimental-require-module')
    ? ['--no-experimental-require-module']
    : [];
}

/** What a function in an ES module comes to on the platform. */
export function esModuleProblem(file: HandlerFile, runtime: ScfRuntime): CodeProblem | undefined {
  if (file.format !== 'module' || nodeVersionOf(runtime) === undefined) return undefined;
  const name = basename(file.path);
  if (!refusesModules(runtime))
    return {
      text: `${name} is an ES module, and nothing is known of those on SCF with ${runtime}: up to Nodejs18.15 they are not loaded. Try it there, or build it to CommonJS.`,
    };
  const loadError =
    file.isModuleBySyntax === true ? syntaxError(file.path) : requireError(file.path, loaderOf(runtime));
  const reason =
    file.isModuleBySyntax === true
      ? 'it is written as an ES module'
      : name.endsWith('.mjs')
        ? 'a file .mjs is an ES module'
        : 'its package.json says "type": "module"';
  const isPlain = /^[\w.-]+$/.test(name);
  return {
    loadError,
    text: `${name} runs here, not on SCF, because ${reason} and ${runtime} loads functions with require; build it to CommonJS: npx esbuild ${isPlain ? name : JSON.stringify(name)} --bundle --platform=node --format=cjs --outfile=dist/${name.replace(/\.\w+$/, '')}.js, and deploy dist.`,
  };
}

function loaderOf(runtime: ScfRuntime): string {
  return `/var/runtime/node${Math.floor(nodeVersionOf(runtime) ?? 0)}/UserFunction.js`;
}

/**
 * As captured: https://github.com/TencentCloud/tencentcloud-sdk-nodejs/issues/148.
 *
 * @param loader the file that requires the module.
 */
export function requireError(path: string, loader: string): ThrownError {
  const name = basename(path);
  const isModuleByName = name.endsWith('.mjs');
  const message = isModuleByName
    ? `require() of ES Module /var/user/${name} not supported.\nInstead change the require of /var/user/${name} to a dynamic import() which is available in all CommonJS modules.`
    : `require() of ES Module /var/user/${name} from ${loader} not supported.\nInstead change the require of ${name} in ${loader} to a dynamic import() which is available in all CommonJS modules.`;
  return { name: 'Error', message, stack: `Error [ERR_REQUIRE_ESM]: ${message}`, isError: true };
}

/** What Node says of a file that is CommonJS by its name, and written as an ES module. */
function syntaxError(path: string): ThrownError {
  const at = `/var/user/${basename(path)}`;
  try {
    new Script(`(function () {${readFileSync(path, 'utf8').replace(/^#!.*/, '')}\n})`, { filename: at });
  } catch (error) {
    const { message, stack = '' } = error as Error;
    const place = stack.split('\n    at ')[0] ?? '';
    return { name: 'SyntaxError', message, stack: place, isError: true };
  }
  const message = 'await is only valid in async functions and the top level bodies of modules';
  return { name: 'SyntaxError', message, stack: `${at}\n\nSyntaxError: ${message}`, isError: true };
}
