import { existsSync, statSync } from 'node:fs';
import { basename, dirname, extname, resolve } from 'node:path';
import { Misuse } from '../../kernel/misuse.js';
import type { FoundFunction } from '../runtime.js';

/**
 * Finds the file behind `./index.py:main_handler`, `index.py#main_handler` and, where there is an `index.py`,
 * `index.main_handler`; a file alone means its `main_handler`.
 *
 * @throws Misuse HANDLER_FILE_NOT_FOUND, for a name that says it is Python.
 */
export function findPython(spec: string, cwd: string): FoundFunction | undefined {
  const [, file, exportName] = /^(.+\.py)(?:[:#.](\w*))?$/s.exec(spec) ?? [];
  if (file !== undefined) return namedFile(spec, { file, exportName: exportName || 'main_handler', cwd });
  const [, base, name] = /^(.+?)[.#:](\w+)$/s.exec(spec) ?? [];
  if (base === undefined || name === undefined) return undefined;
  const path = resolve(cwd, `${base}.py`);
  if (!existsSync(path)) return undefined;
  return { spec, path, root: dirname(path), exportName: name };
}

function namedFile(
  spec: string,
  { file, exportName, cwd }: { readonly file: string; readonly exportName: string; readonly cwd: string },
): FoundFunction {
  const path = resolve(cwd, file);
  if (existsSync(path) && statSync(path).isFile()) return { spec, path, root: dirname(path), exportName };
  throw new Misuse(
    'HANDLER_FILE_NOT_FOUND',
    `Cannot invoke ${spec}: there is no file ${path}. Write the path of the function's file, a colon and its name, such as src/${basename(file, extname(file))}.py:main_handler.`,
  );
}
