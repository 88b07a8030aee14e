import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

// As they are before anything is replaced.
const { mkdtempSync, readdirSync, realpathSync, rmSync, statSync } = fs;

/** What is known before anything is written. */
export interface GivenTemp {
  /** A directory that is there already. */
  readonly path?: string | undefined;
  /** The folder of the code, which is not in `/tmp` on the platform wherever it lies here. */
  readonly code?: string | undefined;
}

/**
 * The temporary directory of one execution, which `/tmp` means to the handler; made when it is needed unless it is given,
 * and taken away after.
 */
export class OwnTemp {
  #path: string | undefined;
  readonly #code: string | undefined;
  #isClosed = false;

  constructor(given?: GivenTemp) {
    this.#path = given?.path;
    this.#code = given?.code;
  }

  /** Where a path of the handler's leads; undefined for one that is not in the temporary directory. */
  locate(path: string): string | undefined {
    const given = resolve(path);
    const root = temporaryRoots().find((one) => isWithin(one, given));
    const around = this.#codeAround(given, root);
    if (this.#path !== undefined && isWithin(this.#path, given)) {
      const path = this.#path;
      // Where the directory is that of the machine, code may lie in it.
      return around.some((folder) => isWithin(path, folder)) ? undefined : given;
    }
    if (root === undefined || around.length > 0) return undefined;
    return join(this.#made(), given.slice(root.length));
  }

  /** A text as the handler would see it on the platform. */
  told(text: string): string {
    return this.#path === undefined ? text : text.split(this.#path).join('/tmp');
  }

  /** True where a file that is written so lies in this directory, links included. */
  holds(path: string): boolean {
    const located = this.locate(path);
    if (located === undefined || this.#path === undefined) return false;
    return isWithin(this.#path, realOf(located));
  }

  close(): void {
    this.#isClosed = true;
    if (this.#path !== undefined) rmSync(this.#path, { recursive: true, force: true });
  }

  /**
   * The folders around a path that are the code's on the platform: its own, and the one that relative paths begin in. A
   * temporary directory within them is none of theirs.
   */
  #codeAround(path: string, root: string | undefined): string[] {
    const cwd = process.cwd();
    const folders = temporaryRoots().includes(cwd) ? [this.#code] : [this.#code, cwd];
    return folders.filter(
      (folder): folder is string =>
        folder !== undefined && isWithin(folder, path) && (root === undefined || isWithin(root, folder)),
    );
  }

  #made(): string {
    if (this.#path === undefined) {
      this.#path = makeTemporary();
      if (this.#isClosed) rmSync(this.#path, { recursive: true, force: true });
    }
    return this.#path;
  }
}

/** Makes a directory that this process is known by. */
export function makeTemporary(): string {
  return mkdtempSync(join(realpathSync(tmpdir()), `scf-fixtures-tmp-${process.pid}-`));
}

/** What the names of directories begin with that executions, instances in Python and other processes are given. */
const ofProcess = /^scf-fixtures-(?:tmp-|python-)?(\d+)-\w+$/;

/** Takes away the temporary directories of a process that has ended without doing so. */
export function removeTemporaryOf(pid: number): void {
  const root = realpathSync(tmpdir());
  for (const name of readdirSync(root)) {
    if (Number(ofProcess.exec(name)?.[1]) === pid)
      rmSync(join(root, name), { recursive: true, force: true, maxRetries: 3 });
  }
}

/** What no process here has touched for so long is nobody's, though its process may be one of another container. */
const staleMs = 3_600_000;

/** Takes away the temporary directories of executions whose process was killed an hour ago or earlier. */
export function removeStaleTemporary(): void {
  const root = realpathSync(tmpdir());
  for (const name of readdirSync(root)) {
    const pid = Number(ofProcess.exec(name)?.[1]);
    if (Number.isNaN(pid) || isAlive(pid)) continue;
    try {
      if (Date.now() - statSync(join(root, name)).mtimeMs > staleMs)
        rmSync(join(root, name), { recursive: true, force: true });
    } catch {
      // It is somebody else's, or gone by now.
    }
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

/** The deeper one first: the directory of this machine may lie in /tmp. */
function temporaryRoots(): readonly string[] {
  return [...new Set([resolve(tmpdir()), '/tmp'])].sort((one, other) => other.length - one.length);
}

function isWithin(root: string, path: string): boolean {
  return path === root || path.startsWith(`${root}${sep}`);
}

/** Where a path leads when its links are followed, also one that does not exist yet. */
function realOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return dirname(path) === path ? path : join(realOf(dirname(path)), basename(path));
  }
}

/**
 * The path that an argument names; undefined for what is none, such as a file descriptor, and for what Jest writes when
 * a handler requires a file.
 */
export function pathOf(value: unknown): string | undefined {
  const path = named(value);
  return path === undefined || /[\\/]jest-transform-cache-/.test(path) ? undefined : path;
}

function named(value: unknown): string | undefined {
  if (value instanceof URL) return value.protocol === 'file:' ? fileURLToPath(value) : undefined;
  if (typeof value === 'string') return resolve(value);
  return value instanceof Uint8Array ? resolve(Buffer.from(value).toString()) : undefined;
}
