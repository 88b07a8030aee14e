import { existsSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { Misuse } from '../../src/core.js';
import { readText } from './readText.js';
import { defaultExports, defaultFiles, scriptNamed, usualHandler } from './userHandler.js';

/** A function in Python that a test is to be written for. */
export interface PythonHandler {
  /** Absolute. */
  readonly file: string;
  readonly name: string;
  readonly source: string;
}

/** What names a function: the command line, or a serverless.yml. */
export interface NamedHandler {
  readonly named: string | undefined;
  readonly configured: string | undefined;
  /** The runtime that a serverless.yml tells. */
  readonly runtime?: string;
}

/**
 * Finds the function that is meant where it is one in Python: `./index.py:main_handler`, `index.py`,
 * `index.main_handler` beside an `index.py`, or the one in the usual place when nothing is named.
 *
 * @returns undefined for one in another language.
 * @throws Misuse when the file has no such function, and TWO_FUNCTIONS when a script of the same name is there as well.
 */
export function findPythonHandler(
  { named, configured, runtime }: NamedHandler,
  cwd: string,
): PythonHandler | undefined {
  const spec = named ?? configured;
  if (spec === undefined) return usualFunction(cwd);
  const [, base = spec, name] = /^(.+?)[:#.](?!py$)(\w+)$/.exec(spec) ?? [];
  const file = [base, `${base}.py`].find((path) => path.endsWith('.py') && isFile(resolve(cwd, path)));
  if (file === undefined) return undefined;
  const script = base.endsWith('.py') ? undefined : scriptNamed(resolve(cwd, base));
  if (script !== undefined) {
    if (runtime?.startsWith('Nodejs') === true) return undefined;
    if (runtime?.startsWith('Python') !== true) throw twoFit(spec, [relative(cwd, script), file]);
  }
  const source = readText(resolve(cwd, file));
  const found = functionsOf(source);
  const wanted = name === undefined ? usualOf(found) : found.find((one) => one === name);
  if (wanted !== undefined) return { file: resolve(cwd, file), name: wanted, source };
  throw new Misuse(
    'NO_HANDLER',
    `Cannot find the handler ${spec}: ${file} defines ${found.join(', ') || 'nothing'}. ${found.length === 0 ? 'Define one: def main_handler(event, context): …' : `Name one of its functions, as in ${file}:${found[0]}.`}`,
  );
}

/** One that lies where functions mostly do. */
function usualFunction(cwd: string): PythonHandler | undefined {
  for (const usual of defaultFiles) {
    const file = join(cwd, `${usual}.py`);
    const source = isFile(file) ? readText(file) : '';
    const name = usualOf(functionsOf(source));
    if (name === undefined) continue;
    const script = usualHandler(cwd)?.file;
    if (script !== undefined) throw twoFit('is meant', [relative(cwd, script), relative(cwd, file)]);
    return { file, name, source };
  }
  return undefined;
}

function usualOf(names: readonly string[]): string | undefined {
  return defaultExports.find((name) => names.includes(name)) ?? (names.length === 1 ? names[0] : undefined);
}

/** A function, or a name for what may be one: no number, text, list or the like. */
const defining =
  /^(?:(?:async\s+)?def\s+([a-z]\w*)|([a-z]\w*)\s*=(?!=|[ \t]*(?:[\d'"[{(-]|[rbfu]{1,2}['"]|(?:True|False|None)\b)))/gim;

/** The names that a module defines or imports at its top, but for those that are its own affair. */
function functionsOf(source: string): string[] {
  const defined = [...source.matchAll(defining)];
  const imported = [...source.matchAll(/^from\s+\S+\s+import\s+([\w ,]+)$/gm)].flatMap(([, list = '']) =>
    list.split(',').map((one) => one.trim().split(/\s+/).at(-1) ?? ''),
  );
  const functions = defined.map(([, name, assigned]) => name ?? assigned ?? '');
  const usual = imported.filter((name) => defaultExports.includes(name));
  return [...new Set([...functions, ...usual])];
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}

function twoFit(spec: string, files: readonly string[]): Misuse {
  return new Misuse(
    'TWO_FUNCTIONS',
    `Cannot tell which function ${spec}: ${files.join(' and ')} both fit. Name the file, such as ${files[0]}.`,
  );
}
