import { codeProblems } from './codeProblems.js';
import { defaultRuntime, type ScfRuntime } from './context.js';
import type { CodeProblem } from './esModules.js';
import { findHandler } from './loadHandler.js';
import { type Asked, findFunction } from './runtimes.js';

/**
 * Why a function that runs here does not run on the platform, as far as its files tell: it is an ES module, it has syntax
 * or globals that its runtime lacks.
 *
 * @param spec its name, `path/index.main_handler`.
 * @returns nothing for a function in another language.
 * @throws Misuse for a function that is not there.
 */
export function deployedProblems(
  spec: string,
  {
    cwd = process.cwd(),
    runtime,
    command,
  }: Asked & { readonly cwd?: string; readonly runtime?: ScfRuntime | undefined } = {},
): readonly CodeProblem[] {
  if (findFunction(spec, cwd, { runtime, command }) !== undefined) return [];
  return codeProblems(findHandler(spec, cwd), runtime ?? defaultRuntime);
}

/** Whether a name is that of a function in JavaScript, and of none that another runtime runs. */
export function isJavaScript(spec: string, cwd: string, asked: Asked = {}): boolean {
  return findFunction(spec, cwd, asked) === undefined;
}
