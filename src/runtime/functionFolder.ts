import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where a function lies. */
export interface FunctionFolder {
  /** The folder that is deployed, in which its process starts: the nearest with a package.json, or that of its file. */
  readonly root: string;
  /** The one of those around it that holds all of its packages. */
  readonly code: string;
}

/** Below this a process has nothing of this machine but what it is given. */
const hidden = '/tmp/';

/** @param path the file of the function. */
export function functionFolder(path: string): FunctionFolder {
  const above = ancestors(path);
  const root = above.find((folder) => existsSync(join(folder, 'package.json'))) ?? dirname(path);
  const packages = above.filter(
    (folder) => folder.startsWith(hidden) && existsSync(join(folder, 'node_modules')),
  );
  const code = packages.reduce((widest, one) => (one.length < widest.length ? one : widest), root);
  return { root, code };
}

function ancestors(path: string): string[] {
  const folders: string[] = [];
  for (let at = dirname(path); folders.at(-1) !== at; at = dirname(at)) folders.push(at);
  return folders;
}
