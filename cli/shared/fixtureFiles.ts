import {
  closeSync,
  constants,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { Misuse } from '../../src/core.js';

/** How a file came to hold what it holds. */
export type Written = 'new' | 'changed' | 'same';

/**
 * Writes fixture files below one directory. A file is whole or not there; one that holds the same text stays
 * untouched; no generated name leads out of the directory, not even through a symbolic link.
 */
export class FixtureFiles {
  readonly directory: string;
  readonly counts: Record<Written, number> = { new: 0, changed: 0, same: 0 };
  readonly #ready = new Set<string>();

  constructor(directory: string) {
    this.directory = resolve(directory);
  }

  /** @param name relative to the directory, with `/` between its parts. */
  write(name: string, text: string): void {
    const file = join(this.directory, name);
    this.#prepare(dirname(file));
    const written = put(file, text);
    this.counts[written]++;
  }

  /** As {@link write}, for bytes. */
  writeBytes(name: string, bytes: Uint8Array): void {
    const file = this.stream(name);
    file.write(bytes);
    file.commit();
  }

  /** Opens a file for one long text; nothing stands under its name before `commit`. */
  stream(name: string): { write(bytes: Uint8Array): void; commit(): void; discard(): void } {
    const file = join(this.directory, name);
    this.#prepare(dirname(file));
    const draft = `${file}.partial`;
    const handle = openSync(
      draft,
      constants.O_CREAT | constants.O_TRUNC | constants.O_WRONLY | constants.O_NOFOLLOW,
      0o666,
    );
    const abandon = () => {
      closeSync(handle);
      unlinkSync(draft);
    };
    return {
      write: (bytes) => writeWhole(handle, bytes, draft),
      commit: () => {
        closeSync(handle);
        renameSync(draft, file);
        this.counts.new++;
      },
      discard: abandon,
    };
  }

  #prepare(directory: string): void {
    if (this.#ready.has(directory)) return;
    mkdirSync(directory, { recursive: true });
    const inside = relative(realpathSync(this.directory), realpathSync(directory));
    if (inside === '..' || inside.startsWith(`..${sep}`) || resolve(inside) === inside) {
      throw new Misuse(
        'OUT_OF_DIRECTORY',
        `Cannot write to ${directory}: it leads out of ${this.directory} through a symbolic link. Remove the link.`,
      );
    }
    this.#ready.add(directory);
  }
}

function put(file: string, text: string): Written {
  let handle: number;
  try {
    handle = openSync(file, 'wx');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return replace(file, text);
  }
  try {
    writeWhole(handle, Buffer.from(text), file);
  } catch (error) {
    unlinkSync(file);
    throw error;
  } finally {
    closeSync(handle);
  }
  return 'new';
}

function replace(file: string, text: string): Written {
  if (lstatSync(file).isSymbolicLink()) {
    throw new Misuse('OUT_OF_DIRECTORY', `Cannot write ${file}: it is a symbolic link. Remove the link.`);
  }
  const isAsLong = lstatSync(file).size === Buffer.byteLength(text);
  if (isAsLong && readFileSync(file, 'utf8') === text) return 'same';
  const draft = `${file}.partial`;
  const handle = openSync(
    draft,
    constants.O_CREAT | constants.O_TRUNC | constants.O_WRONLY | constants.O_NOFOLLOW,
    0o666,
  );
  try {
    writeWhole(handle, Buffer.from(text), draft);
  } catch (error) {
    unlinkSync(draft);
    throw error;
  } finally {
    closeSync(handle);
  }
  renameSync(draft, file);
  return 'changed';
}

/** Writes all bytes; an error names the file, which the system's own does not. */
function writeWhole(handle: number, bytes: Uint8Array, file: string): void {
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at);
  } catch (error) {
    throw Object.assign(error as Error, { path: file });
  }
}
