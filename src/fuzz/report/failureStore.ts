import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Deployment } from '../../domain/http/deployment.js';
import { isObject } from '../../kernel/json.js';
import { Misuse } from '../../kernel/misuse.js';
import type { Case } from '../oracles/oracle.js';
import type { Failure } from '../search/result.js';

/** A failure as it lies in its file: the events themselves and the oracle, so that no newer generator can lose it. */
export interface StoredFailure<Event = unknown> {
  readonly version: 1;
  /** Which handler failed. */
  readonly subject: string;
  readonly trigger: string;
  /** The facts of the deployment that it was found with; left out where none were told. */
  readonly deployment?: Deployment;
  readonly oracle: string;
  readonly what: string;
  readonly detail: string;
  readonly foundWith: { readonly seed: string | number; readonly case: number };
  readonly case: Case<Event>;
}

/** Failures of one handler, each in a file of its own. */
export interface FailureStore {
  readonly folder: string;
  /** What lies in the store, in the order of the file names, and the paths of what cannot be read. */
  load(trigger: string): {
    readonly failures: readonly { readonly path: string; readonly stored: StoredFailure }[];
    readonly unreadable: readonly string[];
  };
  /** Keeps a failure; gives the path from the current folder. */
  keep(trigger: string, seed: string | number, failure: Failure<unknown>): string;
  /** Forgets a failure. */
  drop(path: string): void;
}

/** Folder of the failures of everybody, from the root of a project. */
export const defaultStore = join('.scf-fixtures', 'failures');

/**
 * Opens the failures of one handler below a folder; nothing is written until a failure is kept.
 *
 * @param deployment the facts that failures which are kept are found with.
 */
export function openStore(root: string, subject: string, deployment?: Deployment): FailureStore {
  const folder = join(root, slug(subject));
  return {
    folder,
    load(trigger) {
      const failures: { path: string; stored: StoredFailure }[] = [];
      const unreadable: string[] = [];
      for (const path of filesIn(folder)) {
        const stored = readIfThere(path);
        if (stored === 'unreadable') unreadable.push(path);
        else if (stored?.trigger === trigger) failures.push({ path, stored });
      }
      return { failures, unreadable };
    },
    keep(trigger, seed, failure) {
      const { oracle, what, detail } = failure;
      const stored: StoredFailure = {
        version: 1,
        subject,
        trigger,
        ...(deployment === undefined ? {} : { deployment }),
        oracle,
        what,
        detail,
        foundWith: { seed, case: failure.run },
        case: failure.case,
      };
      const hash = createHash('sha256')
        .update(JSON.stringify([oracle, what, failure.case]))
        .digest('hex');
      const path = join(folder, `${oracle}-${hash.slice(0, 10)}.json`);
      mkdirSync(dirname(path), { recursive: true });
      // Renamed into place, so that no process beside this one reads half of it.
      const draft = `${path}.${process.pid}`;
      writeFileSync(draft, `${JSON.stringify(stored, null, 2)}\n`);
      renameSync(draft, path);
      return relative('', path);
    },
    drop: (path) => rmSync(path, { force: true }),
  };
}

/** The files of all stored failures below a folder. */
export function storedPaths(root: string): string[] {
  if (!existsSync(root)) return [];
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((entry) => filesIn(join(root, entry.name)));
}

/**
 * Every stored failure below a folder.
 *
 * @throws Misuse BROKEN_FAILURE_FILE when a file holds none.
 */
export function storedFailures(root: string): { readonly path: string; readonly stored: StoredFailure }[] {
  return storedPaths(root).map((path) => ({ path, stored: readStored(path) }));
}

/**
 * Reads one stored failure.
 *
 * @throws Misuse BROKEN_FAILURE_FILE when the file holds none.
 */
export function readStored(path: string): StoredFailure {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (isStored(value)) return value;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      throw new Misuse(
        'BROKEN_FAILURE_FILE',
        `Cannot replay ${path}: there is no such file. Name one that fuzzing has stored.`,
      );
  }
  throw broken(path, 'it holds no failure that this version can read');
}

/** Reads a stored failure that a process beside this one may drop meanwhile. */
function readIfThere(path: string): StoredFailure | 'unreadable' | undefined {
  try {
    return readStored(path);
  } catch {
    return existsSync(path) ? 'unreadable' : undefined;
  }
}

function broken(path: string, reason: string): Misuse {
  return new Misuse(
    'BROKEN_FAILURE_FILE',
    `Cannot replay ${path}: ${reason}. Take the file from version control again, or delete it.`,
  );
}

function isStored(value: unknown): value is StoredFailure {
  return (
    isObject(value) &&
    value.version === 1 &&
    typeof value.oracle === 'string' &&
    typeof value.trigger === 'string' &&
    typeof value.subject === 'string' &&
    (value.deployment === undefined || isObject(value.deployment)) &&
    isObject(value.case) &&
    'event' in value.case &&
    (value.case.delivery === undefined || isDelivery(value.case.delivery))
  );
}

function isDelivery(value: unknown): boolean {
  return (
    isObject(value) &&
    Array.isArray(value.steps) &&
    value.steps.every(
      (step) =>
        isObject(step) &&
        'event' in step &&
        typeof step.atMs === 'number' &&
        typeof step.instance === 'number',
    )
  );
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => join(folder, name));
}

function slug(subject: string): string {
  const parts = subject
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/^[-.]+/, '')
    .split('-');
  const last = parts.findLastIndex((part) => part !== '');
  const plain = parts
    .slice(0, last + 1)
    .join('-')
    .slice(0, 60);
  const hash = createHash('sha256').update(subject).digest('hex').slice(0, 6);
  return `${plain === '' ? 'handler' : plain}-${hash}`;
}
