import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { unzipSync } from 'fflate';
import { Misuse } from '../../kernel/misuse.js';
import { bootstrapName } from './bootstrapName.js';
import { namesInZip } from './zipNames.js';

/** What is uploaded of a web function: a folder, or a zip file of one. */
export interface WebPackage {
  /** The names of the files in its root. */
  readonly names: readonly string[];
  /** The text of a file; undefined for one that is not there. */
  read(name: string): string | undefined;
  has(name: string): boolean;
  /** The permissions of a file, such as 0o755; undefined where nobody can tell. */
  modeOf(name: string): number | undefined;
  /** Where its code lies: the folder, or what was unpacked of a zip file when this is asked first. */
  readonly folder: string;
  /** Takes away what was unpacked. */
  close(): void;
}

/** What is read of code; a larger file is a bundle. */
const maxBytes = 1_000_000;
const maxFiles = 1000;

/**
 * Opens the package of a web function.
 *
 * @throws Misuse NO_PACKAGE for what is neither a folder nor a zip file.
 */
export function openPackage(path: string, names: (folder: string) => readonly string[]): WebPackage {
  const found = existsSync(path) ? statSync(path) : undefined;
  if (found?.isDirectory() === true) return folderPackage(resolve(path), names);
  if (found?.isFile() === true && /\.zip$/i.test(path)) return zipPackage(path);
  throw new Misuse(
    'NO_PACKAGE',
    `Cannot check ${path}: it is ${found === undefined ? 'not there' : 'neither a folder nor a .zip file'}. Give the folder of the function, in which scf_bootstrap stands, or the zip file that is uploaded.`,
  );
}

function folderPackage(folder: string, names: (folder: string) => readonly string[]): WebPackage {
  const fileOf = (name: string): string | undefined => {
    const file = join(folder, name);
    const isInside = !relative(folder, file).startsWith('..');
    return isInside && existsSync(file) && statSync(file).isFile() ? file : undefined;
  };
  return {
    names: names(folder),
    folder,
    close: () => {},
    has: (name) => fileOf(name) !== undefined,
    read(name) {
      const file = fileOf(name);
      return file === undefined ? undefined : readFileSync(file, 'utf8');
    },
    modeOf(name) {
      const file = fileOf(name);
      // Windows keeps no such bits.
      return file === undefined || process.platform === 'win32' ? undefined : statSync(file).mode & 0o777;
    },
  };
}

function zipPackage(path: string): WebPackage {
  const bytes = readFileSync(path);
  const entries = namesInZip(bytes);
  if (entries === undefined)
    throw new Misuse(
      'NO_PACKAGE',
      `Cannot check ${basename(path)}: it is no zip file that can be read. Pack it anew.`,
    );
  let unpacked: string | undefined;
  return {
    names: entries.map(({ name }) => name).filter((name) => !name.includes('/')),
    get folder() {
      unpacked ??= unpackCode(bytes);
      return unpacked;
    },
    close() {
      if (unpacked !== undefined) rmSync(unpacked, { recursive: true, force: true });
      unpacked = undefined;
    },
    has: (name) => entries.some((entry) => entry.name === name),
    read(name) {
      const text = unzipSync(bytes, { filter: (file) => file.name === name })[name];
      return text === undefined ? undefined : new TextDecoder().decode(text);
    },
    modeOf: (name) => entries.find((entry) => entry.name === name)?.mode,
  };
}

/** Writes the code of a zip file into a temporary folder, but for that of others in node_modules. */
function unpackCode(bytes: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'scf-fixtures-zip-'));
  let count = 0;
  const files = unzipSync(bytes, {
    filter: ({ name, originalSize }) =>
      (name === bootstrapName || /\.(?:[cm]?js|py|json)$/.test(name)) &&
      !/(?:^|\/)node_modules\//.test(name) &&
      originalSize <= maxBytes &&
      count++ < maxFiles,
  });
  for (const [name, text] of Object.entries(files)) {
    const file = join(folder, name);
    // Names that lead out of the folder are those of an attack.
    if (relative(folder, file).startsWith('..')) continue;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return folder;
}
