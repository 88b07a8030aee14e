import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { Misuse } from '../../kernel/misuse.js';
import { isFile, isFolder } from '../pathKind.js';
import type { FoundFunction } from '../runtime.js';

const fileName = 'bootstrap';
const usualHandler = 'index.main_handler';

/**
 * Finds the `bootstrap` behind `./fn`, `./fn/bootstrap`, both with `#index.main_handler`, and `fn/index.main_handler` where
 * it lies beside.
 *
 * @throws Misuse BOOTSTRAP_NOT_FOUND, for a name that ends in `bootstrap`.
 */
export function findBootstrap(spec: string, cwd: string): FoundFunction | undefined {
  const [, place = spec, handler = usualHandler] = /^(.+?)(?:#([^#/]+))?$/s.exec(spec) ?? [];
  const path = resolve(cwd, place);
  if (isFolder(path)) return isFile(join(path, fileName)) ? found(spec, path, handler) : undefined;
  if (basename(path) === fileName) {
    if (isFile(path)) return found(spec, dirname(path), handler);
    throw new Misuse(
      'BOOTSTRAP_NOT_FOUND',
      `Cannot invoke ${spec}: there is no file ${path}. Give the folder of a Custom Runtime function: its file is called bootstrap and lies in it.`,
    );
  }
  const [, folder, name] = /^(.*\/)?(\w[\w-]*(?:\.\w[\w-]*)+)$/s.exec(spec) ?? [];
  if (name === undefined || existsSync(path)) return undefined;
  const root = resolve(cwd, folder ?? '.');
  return isFile(join(root, fileName)) ? found(spec, root, name) : undefined;
}

function found(spec: string, root: string, exportName: string): FoundFunction {
  return { spec, root, path: join(root, fileName), exportName };
}
