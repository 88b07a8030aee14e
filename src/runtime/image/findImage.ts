import { readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { isFile, isFolder } from '../pathKind.js';
import type { FoundFunction } from '../runtime.js';

const fileName = 'Dockerfile';

/** Finds an image function by its folder, its Dockerfile, or the address of a server that runs: `http://127.0.0.1:9000`. */
export function findImage(spec: string, cwd: string): FoundFunction | undefined {
  if (/^http:\/\/[^/?#]+\/?$/.test(spec)) return { spec, root: cwd, path: spec, exportName: '' };
  const path = resolve(cwd, spec);
  if (basename(path) === fileName && isFile(path)) return { spec, root: dirname(path), path, exportName: '' };
  const file = join(path, fileName);
  return isFile(file) ? { spec, root: path, path: file, exportName: '' } : undefined;
}

/** The folder in which a command is to start the server, or that of its Dockerfile. */
export function findStarted(spec: string, cwd: string): FoundFunction | undefined {
  const path = resolve(cwd, spec);
  return findImage(spec, cwd) ?? (isFolder(path) ? { spec, root: path, path, exportName: '' } : undefined);
}

/** What a Dockerfile starts, where it says so as a list: `CMD ["python3", "app.py"]`. */
export function commandOf(dockerfile: string): readonly string[] {
  const text = readFileSync(dockerfile, 'utf8').replaceAll(/\\\r?\n/g, ' ');
  return [...lastList(text, 'ENTRYPOINT'), ...lastList(text, 'CMD')];
}

function lastList(text: string, instruction: string): readonly string[] {
  const last = [...text.matchAll(new RegExp(`^\\s*${instruction}\\s+(\\[.*\\])\\s*$`, 'gim'))].at(-1)?.[1];
  try {
    return last === undefined ? [] : (JSON.parse(last) as string[]);
  } catch {
    return [];
  }
}
