import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire, Module } from 'node:module';
import { basename, dirname, extname, join, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { Script } from 'node:vm';
import { Misuse } from '../kernel/misuse.js';
import { nearest } from '../kernel/nearest.js';
import { builtScript } from './builtScript.js';
import type { ScfHandler } from './context.js';
import { findExport } from './findExport.js';

/** A handler's file and the name of its export. */
export interface HandlerFile {
  /** As the caller wrote it. */
  readonly spec: string;
  readonly path: string;
  /** The file in TypeScript that the script at `path` was built from. */
  readonly builtFrom?: string;
  readonly exportName: string;
  readonly format: 'commonjs' | 'module';
  /** True for an ES module that only its code tells from CommonJS. */
  readonly isModuleBySyntax?: boolean;
}

const compiled = ['.js', '.mjs', '.cjs'];
const typeScript = ['.ts', '.mts', '.cts', '.tsx'];
const otherLanguages = ['.py', '.go', '.php', '.java'];

/**
 * Finds the file behind `path/index.main_handler` or `./path/file.js#export`; a file alone means its `main_handler`.
 *
 * @throws Misuse HANDLER_SPEC, HANDLER_FILE_NOT_FOUND, HANDLER_LANGUAGE, HANDLER_IS_TYPESCRIPT, BROKEN_PACKAGE or HANDLER_SYNTAX.
 */
export function findHandler(spec: string, cwd: string): HandlerFile {
  const { file, exportName } = parseSpec(spec, cwd);
  const base = file.startsWith('file:') ? fileURLToPath(file) : resolve(cwd, file);
  const extensions = [...compiled, ...typeScript, ...otherLanguages];
  const candidates = [base, ...extensions.map((extension) => base + extension)];
  const path = candidates.find((one) => extname(one) !== '' && existsSync(one));
  if (path === undefined) {
    const isName = extensions.includes(`.${exportName}`);
    const looked = isName
      ? `${base}.${exportName}`
      : extensions.includes(extname(base))
        ? base
        : `${base}.js (or .mjs, .cjs)`;
    throw new Misuse(
      'HANDLER_FILE_NOT_FOUND',
      `Cannot invoke ${spec}: there is no file ${looked}. Write the path of the handler's file without its extension, a dot and the name of the export, such as src/index.main_handler.`,
    );
  }
  if (otherLanguages.includes(extname(path))) {
    throw new Misuse(
      'HANDLER_LANGUAGE',
      `Cannot invoke ${spec}: ${basename(path)} is no JavaScript. Test it in its own language with events that scf-fixtures gen writes, or name a JavaScript handler that starts it.`,
    );
  }
  if (typeScript.includes(extname(path)))
    return { spec, path: builtScript(spec, path), builtFrom: path, exportName, format: 'commonjs' };
  return { spec, path, exportName, ...formatOf(spec, path) };
}

function parseSpec(spec: string, cwd: string): { file: string; exportName: string } {
  const isFile = [...compiled, ...typeScript].includes(extname(spec)) && existsSync(resolve(cwd, spec));
  if (isFile) return { file: spec, exportName: 'main_handler' };
  const hash = spec.lastIndexOf('#');
  const cut = hash >= 0 ? hash : spec.lastIndexOf('.');
  const file = spec.slice(0, Math.max(cut, 0));
  const exportName = spec.slice(cut + 1);
  if (file === '' || exportName === '' || /[\\/]/.test(exportName)) {
    const isNowhere = /[\\/]/.test(spec) && !existsSync(resolve(cwd, spec));
    throw new Misuse(
      'HANDLER_SPEC',
      `Cannot invoke ${JSON.stringify(spec)}: ${isNowhere ? 'there is no such file or folder' : 'it names no file and export'}. Write path/index.main_handler or ./path/file.js#main_handler.`,
    );
  }
  return { file, exportName };
}

/** What Node would take the file for; a syntax error is found here, before anything runs. */
function formatOf(spec: string, path: string): Pick<HandlerFile, 'format' | 'isModuleBySyntax'> {
  if (extname(path) === '.mjs') return { format: 'module' };
  if (extname(path) === '.js' && packageType(spec, dirname(path)) === 'module') return { format: 'module' };
  try {
    new Script(Module.wrap(readFileSync(path, 'utf8').replace(/^#!.*/, '')), { filename: path });
    return { format: 'commonjs' };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_STRING_TOO_LONG')
      throw new Misuse(
        'HANDLER_SYNTAX',
        `Cannot invoke ${spec}: ${basename(path)} is larger than 512 MB, which no source is. Name the handler's file.`,
      );
    const message = String(error);
    if (extname(path) === '.cjs' || !/import|export|await/i.test(message))
      throw syntaxMisuse(spec, path, error);
    return { format: 'module', isModuleBySyntax: true };
  }
}

/** What the nearest package.json says of `.js` files.
 *
 * @throws Misuse BROKEN_PACKAGE
 */
export function packageType(spec: string, folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    const file = join(at, 'package.json');
    if (existsSync(file)) return typeIn(spec, file);
    if (dirname(at) === at) return undefined;
  }
}

function typeIn(spec: string, file: string): string | undefined {
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as { type?: string }).type;
  } catch (error) {
    throw new Misuse(
      'BROKEN_PACKAGE',
      `Cannot invoke ${spec}: ${file} is no JSON object (${(error as Error).message}). Mend that place.`,
      { cause: error },
    );
  }
}

function syntaxMisuse(spec: string, path: string, error: unknown): Misuse {
  const { message, stack = '' } = error as Error;
  const line = /:(\d+)\n/.exec(stack)?.[1];
  const isModule = extname(path) === '.js' && /import statement outside|token 'export'/.test(message);
  const advice = isModule
    ? `It is written as an ES module, which SCF does not load up to Node 18.15: build it to CommonJS, or name it ${basename(path, '.js')}.mjs for a later one.`
    : `Mend it; node --check ${path} shows the place.`;
  return new Misuse(
    'HANDLER_SYNTAX',
    `Cannot invoke ${spec}: ${basename(path)}${line === undefined ? '' : `, line ${line}`} has a syntax error: ${message}. ${advice}`,
    { cause: error },
  );
}

/** The Misuse for an ES module that could not be imported because it cannot be parsed; undefined when it can. */
export async function moduleSyntaxMisuse({ spec, path }: HandlerFile): Promise<Misuse | undefined> {
  try {
    await promisify(execFile)(process.execPath, ['--check', path]);
    return undefined;
  } catch (failure) {
    // What node --check writes: the place, the line, and the error.
    const text = String((failure as { stderr?: unknown }).stderr);
    const message = /^SyntaxError: (.*)$/m.exec(text)?.[1];
    if (message === undefined) return undefined;
    const error = new SyntaxError(message);
    error.stack = text;
    return syntaxMisuse(spec, path, error);
  }
}

/**
 * Loads a handler in this process. A reload evaluates the handler's file again, and of CommonJS modules also
 * the files it requires outside `node_modules`, and packages that cannot be shared; the modules that an ES module imports stay as they are.
 *
 * @throws Misuse HANDLER_SYNTAX or HANDLER_EXPORT_NOT_FOUND; whatever the module itself throws is passed on.
 */
export async function loadHandler(file: HandlerFile, generation: number): Promise<ScfHandler> {
  const loaded = file.format === 'commonjs' ? requireFresh(file.path) : await importFresh(file, generation);
  return pickHandler(file, loaded);
}

/** What Jest gives to each module that it loads; what Bun calls so cannot do this. */
declare const jest: { isolateModules(load: () => void): void } | undefined;

/** Packages that keep their connection in themselves, where a handler of another instance would find it. */
const keepsConnection = inPackages('mongoose', 'mssql');
/** What belongs to the test and not to the handler. */
const ofTest = inPackages('scf-fixtures', 'msw', '@mswjs', 'fast-check');

function inPackages(...names: readonly string[]): RegExp {
  return new RegExp(`[\\\\/]node_modules[\\\\/](?:${names.join('|')})[\\\\/]`);
}

/** Handlers that could be loaded, and whether their packages have to be loaded again with them. */
const known = new Map<string, 'alone' | 'with packages'>();

/**
 * A package that notes what a handler registers at load, such as a model, may refuse to take it twice: on the platform each
 * instance has a package of its own, so that it is loaded again, then and from then on.
 */
function requireFresh(path: string): unknown {
  const load = createRequire(path);
  if (typeof jest === 'object' && 'isolateModules' in jest) return requireIsolated(() => load(path), jest);
  const again = known.get(path);
  forget(load, load.resolve(path), again === 'with packages');
  try {
    const loaded: unknown = load(path);
    if (again === undefined) known.set(path, 'alone');
    return loaded;
  } catch (error) {
    if (again !== 'alone') throw error;
    known.set(path, 'with packages');
    forget(load, load.resolve(path), true);
    return load(path);
  }
}

/** Takes a module out of the cache, and what it requires: all of it, or what lies outside of packages that keep nothing. */
function forget(load: NodeJS.Require, id: string, isAll: boolean): void {
  const module = load.cache[id];
  if (module === undefined || id.endsWith('.node')) return;
  delete load.cache[id];
  for (const child of module.children) {
    const isKept = child.id.includes(`${sep}node_modules${sep}`) && !isAll;
    if (ofTest.test(child.id) || (isKept && !keepsConnection.test(child.id))) continue;
    forget(load, child.id, isAll || keepsConnection.test(child.id));
  }
}

/** Jest keeps modules in a registry of its own, which nobody can take one out of: all of them are loaded again. */
function requireIsolated(load: () => unknown, runner: NonNullable<typeof jest>): unknown {
  let loaded: unknown;
  runner.isolateModules(() => {
    loaded = load();
  });
  return loaded;
}

async function importFresh(file: HandlerFile, generation: number): Promise<unknown> {
  const url = pathToFileURL(file.path);
  url.searchParams.set('instance', String(generation));
  try {
    return await import(url.href);
  } catch (error) {
    throw (await moduleSyntaxMisuse(file)) ?? error;
  }
}

function pickHandler(file: HandlerFile, loaded: unknown): ScfHandler {
  const { found, others } = findExport(loaded, file.exportName);
  if (typeof found === 'function') return found as ScfHandler;
  throw exportMisuse(file, { isThere: found !== undefined, others });
}

/** The Misuse for an export that is missing or no function. */
export function exportMisuse(
  file: HandlerFile,
  { isThere, others }: { readonly isThere: boolean; readonly others: readonly string[] },
): Misuse {
  const problem = isThere
    ? `its export ${file.exportName} is no function`
    : `it has no export ${file.exportName}`;
  const shown = basename(file.builtFrom ?? file.path);
  const name = shown.replace(/\.\w+$/, '');
  const best = nearest(file.exportName, others) ?? others[0];
  const advice =
    best === undefined
      ? `Export a function: ${file.builtFrom === undefined ? 'exports.' : 'export const '}${file.exportName} = async (event, context) => {…}.`
      : `It exports ${others.join(', ')}: write ${name}.${best}.`;
  return new Misuse(
    'HANDLER_EXPORT_NOT_FOUND',
    `Cannot invoke ${file.spec}: ${shown} was loaded, but ${problem}. ${advice}`,
  );
}
