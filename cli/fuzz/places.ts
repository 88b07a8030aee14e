import { existsSync, readFileSync, statSync } from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ReportedFailure } from '../../src/fuzz/index.js';
import type { Io } from '../shared/io.js';
import { scriptNamed } from '../shared/userHandler.js';
import { headOf } from './forms/headOf.js';
import type { CodeFrame, Place, ToldRun } from './reports.js';

/** What may start a function that is a folder. */
const starters = ['scf_bootstrap', 'bootstrap', 'Dockerfile'];
/** Where a function and its failures are, from the root of the repository that CI has checked out. */
export function placesOf(
  spec: string,
  { cwd, env }: Pick<Io, 'cwd' | 'env'>,
): Pick<ToldRun, 'subject' | 'placeOf' | 'frameOf'> {
  const root = [env.GITHUB_WORKSPACE, env.CI_PROJECT_DIR].find(
    (folder) => folder !== undefined && folder !== '' && isInside(cwd, folder),
  );
  const shown = (file: string) =>
    relative(root ?? cwd, file)
      .split(sep)
      .join('/') || '.';
  const subject: Place = { file: shown(fileOf(spec, cwd)), line: 1 };
  const foundIn = (failure: ReportedFailure) => {
    for (const { named, line } of codeLinesIn(headOf(failure))) {
      const file = resolve(cwd, named.startsWith('file:///') ? fileURLToPath(named) : named);
      if (isInside(file, root ?? cwd) && isOwn(file)) return { path: file, file: shown(file), line };
    }
    return undefined;
  };
  return {
    subject,
    placeOf(failure) {
      const { file, line } = foundIn(failure) ?? subject;
      return { file, line };
    },
    frameOf(failure) {
      const found = foundIn(failure);
      return found === undefined ? undefined : frameIn(found.path, found);
    },
  };
}

const linesAround = 4;
const maxFileBytes = 2_000_000;
const maxLine = 300;

/** The lines around a place; nothing of a file that is too large or has no such line. */
function frameIn(path: string, { file, line }: Place): CodeFrame | undefined {
  if (statSync(path).size > maxFileBytes) return undefined;
  const all = readFileSync(path, 'utf8').split(/\r?\n/);
  if (line > all.length) return undefined;
  const first = Math.max(1, line - linesAround);
  const lines = all.slice(first - 1, line + linesAround).map((text) => text.slice(0, maxLine));
  return { file, line, first, lines };
}

/** The files of code that a text names with a line, as stacks do: `(/srv/index.js:3:10)`, `index.py:3`, `file:///srv/a.mjs:3`. */
function codeLinesIn(text: string): { readonly named: string; readonly line: number }[] {
  return text.split(/[\s()"'`（），。：]/).flatMap((word) => {
    const found = /:(\d+)(?::\d+)?[:,.]?$/.exec(word);
    const named = word.slice(0, found?.index ?? 0);
    return /\.(?:[cm]?[jt]sx?|py)$/.test(named) ? [{ named, line: Number(found?.[1]) }] : [];
  });
}

/** The file in which a function is written or started; its name where no file is found. */
function fileOf(spec: string, cwd: string): string {
  const whole = resolve(cwd, spec);
  if (existsSync(whole)) {
    if (!statSync(whole).isDirectory()) return whole;
    return starters.map((name) => join(whole, name)).find((file) => existsSync(file)) ?? whole;
  }
  const path = resolve(cwd, spec.replace(/[.:#]\w+$/, ''));
  if (existsSync(path)) return path;
  return scriptNamed(path) ?? `${path}.py`;
}

function isInside(path: string, folder: string): boolean {
  const way = relative(resolve(folder), path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function isOwn(file: string): boolean {
  return !file.split(sep).includes('node_modules') && existsSync(file);
}
