import { existsSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, relative, resolve, sep } from 'node:path';
import { Misuse } from '../../src/core.js';
import { readText } from './readText.js';

/** The function that a test is to be written for. */
export interface UserHandler {
  /** Absolute. */
  readonly file: string;
  readonly exportName: string;
  readonly source: string;
  readonly isTypeScript: boolean;
}

const extensions = ['.ts', '.mts', '.js', '.mjs', '.cjs', '.cts'];
/** Where functions mostly lie, without the ending. */
export const defaultFiles = ['index', 'src/index', 'handler', 'src/handler', 'app', 'main'];
/** What functions are mostly called. */
export const defaultExports = ['main_handler', 'handler', 'main'];

/**
 * Finds the handler that is meant: `src/index.main_handler`, `./src/index.js#main_handler`, `src/index.ts`, or the one
 * in the usual place when nothing is named.
 *
 * @param configured the handler of the serverless.yml, taken when nothing is named.
 * @throws Misuse when there is none, or one in another language.
 */
export function findUserHandler(
  named: string | undefined,
  configured: string | undefined,
  cwd: string,
): UserHandler {
  const spec = named ?? configured;
  if (spec === undefined) {
    const usual = usualHandler(cwd);
    if (usual !== undefined) return usual;
    throw new Misuse(
      'NO_HANDLER',
      `Cannot find a handler in ${cwd}: neither ${defaultFiles.slice(0, 2).join('.js nor ')}.js exports main_handler. Name it: scf-fixtures init path/index.main_handler.`,
    );
  }
  if (/\.(go|php|java|jar|sh)$/.test(spec)) throw otherLanguage(spec);
  const whole = scriptNamed(resolve(cwd, spec));
  const cut = spec.includes('#') ? spec.lastIndexOf('#') : spec.lastIndexOf('.');
  const file = whole ?? (cut > 0 ? scriptNamed(resolve(cwd, spec.slice(0, cut))) : undefined);
  if (file === undefined) {
    if (['go', 'php'].some((extension) => existsSync(resolve(cwd, `${spec.slice(0, cut)}.${extension}`))))
      throw otherLanguage(spec);
    throw new Misuse(
      'NO_HANDLER',
      `Cannot find the handler ${spec}: there is no such file. Write the path of its file without the extension, a dot and the export, as in src/index.main_handler.`,
    );
  }
  const handler = handlerIn(file, whole === undefined ? spec.slice(cut + 1) : undefined);
  if (handler !== undefined) return handler;
  const found = exportsOf(readText(file)).join(', ') || 'nothing';
  throw new Misuse(
    'NO_HANDLER',
    `Cannot find the handler ${spec}: ${relative(cwd, file)} exports ${found}. Name one of its exports, as in src/index.main_handler.`,
  );
}

/** The handler that lies where handlers mostly do. */
export function usualHandler(cwd: string): UserHandler | undefined {
  for (const usual of defaultFiles) {
    const file = scriptNamed(join(cwd, usual));
    const handler = file === undefined ? undefined : handlerIn(file);
    if (handler !== undefined) return handler;
  }
  return undefined;
}

function otherLanguage(spec: string): Misuse {
  return new Misuse(
    'OTHER_LANGUAGE',
    `Cannot write a test for ${spec}: it is no JavaScript, TypeScript or Python. Generate events for tests of its own language: scf-fixtures gen <kind> --edges --count 20.`,
  );
}

/** True for the name of a script. */
export const isScript = (path: string): boolean => extensions.includes(extname(path));

/** The script behind a path without its ending. */
export function scriptNamed(path: string): string | undefined {
  return ['', ...extensions]
    .map((extension) => path + extension)
    .find((file) => isScript(file) && existsSync(file) && statSync(file).isFile());
}

/** The function of a file: the wanted export, or the one that is called as functions mostly are, or the only one. */
export function handlerIn(file: string, wanted?: string): UserHandler | undefined {
  const source = readText(file);
  const found = exportsOf(source);
  const exportName =
    wanted === undefined
      ? (defaultExports.find((name) => found.includes(name)) ?? (found.length === 1 ? found[0] : undefined))
      : found.find((name) => name === wanted);
  if (exportName === undefined) return undefined;
  return { file, exportName, source, isTypeScript: /^\.[cm]?ts$/.test(extname(file)) };
}

/** The names that a module exports, as far as they stand in its text. */
function exportsOf(source: string): string[] {
  const names = new Set<string>();
  const single = [
    /\bexport\s+(?:async\s+)?function\b[\s*]*([A-Za-z_$][\w$]*)/g,
    /\bexport\s+(?:const|let|var|class)\s+([A-Za-z_$][\w$]*)/g,
    /\bexports\.([A-Za-z_$][\w$]*)\s*=/g,
  ];
  for (const pattern of single) for (const [, name] of source.matchAll(pattern)) names.add(name as string);
  const lists = /\b(?:export\s*|module\.exports\s*=\s*)\{([^{}]*)/g;
  for (const [, list = ''] of source.matchAll(lists)) {
    for (const entry of list.split(',')) {
      const name = entry.trim().split(/[:(]/)[0]?.trim().split(/\s+/).at(-1) ?? '';
      if (/^[A-Za-z_$][\w$]*$/.test(name)) names.add(name);
    }
  }
  names.delete('default');
  return [...names];
}

/** The name of a test file's subject: that of the file, or its folder's where that says more: most are an `index`. */
export function subjectOf({ file }: UserHandler, root: string): string {
  const name = basename(file, extname(file));
  const folder = dirname(relative(root, file))
    .split(sep)
    .findLast((part) => part !== 'src' && part !== '.');
  return name === 'index' && folder !== undefined ? folder : name;
}
