import { existsSync, statSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { findPythonHandler } from './pythonHandler.js';
import { handlerIn, isScript, usualHandler } from './userHandler.js';

/**
 * The whole name of a function of which only the file is named, `./index.js#main_handler` for `index.js`: the one that
 * is called as functions mostly are, or the only one.
 *
 * @returns undefined for another name, and for a file in which no function is told from the others.
 * @throws Misuse NO_HANDLER for a file in Python with several functions of other names.
 */
export function functionOfFile(spec: string, cwd: string): string | undefined {
  const path = resolve(cwd, spec);
  if (!existsSync(path) || !statSync(path).isFile()) return undefined;
  if (path.endsWith('.py'))
    return pythonSpec(findPythonHandler({ named: spec, configured: undefined }, cwd), cwd);
  return isScript(path) ? scriptSpec(handlerIn(path), cwd) : undefined;
}

/**
 * The name of the function that lies in a folder where functions mostly do, such as `index.js` or `src/index.py`.
 *
 * @throws Misuse TWO_FUNCTIONS where a script and a file in Python both fit.
 */
export function functionOfFolder(folder: string, cwd: string): string | undefined {
  const python = findPythonHandler({ named: undefined, configured: undefined }, folder);
  return python === undefined ? scriptSpec(usualHandler(folder), cwd) : pythonSpec(python, cwd);
}

/** True when two names mean the same function: `index.main_handler`, `./index.js#main_handler`. */
export function isSameFunction(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

function plain(spec: string): string {
  return spec.replace(/^\.\//, '').replace(/(?:\.(?:[cm]?[jt]s|py))?[.:#](\w+)$/, '.$1');
}

function scriptSpec(handler: ReturnType<typeof handlerIn>, cwd: string): string | undefined {
  return handler && `./${relative(cwd, handler.file)}#${handler.exportName}`;
}

function pythonSpec(handler: ReturnType<typeof findPythonHandler>, cwd: string): string | undefined {
  return handler && `./${relative(cwd, handler.file)}:${handler.name}`;
}
