import { existsSync, statSync } from 'node:fs';
import { isAbsolute, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadTrigger, Misuse } from '../../src/core.js';
import {
  type Delivery,
  describeFailure,
  readStored,
  replayFailure,
  type StoredFailure,
} from '../../src/fuzz/index.js';
import { processZone } from '../../src/runtime/index.js';
import { type FunctionFlags, readFunction, zoneOf } from '../shared/functionFlags.js';
import { answersFrom } from './answersFrom.js';
import type { JournalLine } from './journal.js';

/** A stored failure is tried from now on; or, with its ending, has been. */
export type ReplayLine = Extract<JournalLine, { readonly kind: 'replay' }>;

/** How to try stored failures again. */
export interface ReplayFlags extends FunctionFlags {
  readonly handler?: string;
  /** A file of answers to requests. */
  readonly answers?: string;
  readonly allowNet: readonly string[];
  readonly allowRun: readonly string[];
  /** Goes on after one that cannot be tried. */
  readonly isTolerant: boolean;
}

/** Who hears of the stored failures that are tried, and of every call of a handler. */
export interface ReplayHearer {
  readonly onLine: (line: ReplayLine) => void;
  readonly onCall?: (delivery: Delivery<unknown>) => void;
}

/** Tries stored failures, one after the other, in this process. */
export async function replayHere(
  paths: readonly string[],
  flags: ReplayFlags,
  cwd: string,
  { onLine, onCall }: ReplayHearer,
): Promise<void> {
  for (const path of paths) {
    onLine({ kind: 'replay', path });
    onLine({ kind: 'replay', path, ...(await replayed(path, flags, { cwd, onCall })) });
  }
}

async function replayed(
  path: string,
  flags: ReplayFlags,
  { cwd, onCall }: { readonly cwd: string; readonly onCall: ReplayHearer['onCall'] | undefined },
): Promise<Pick<ReplayLine, 'ending' | 'text'>> {
  try {
    const stored = readStored(path);
    const trigger = await loadTrigger(stored.trigger);
    const { spec, options } = await readFunction(handlerOf(stored, flags, cwd), flags, { cwd });
    const giveBackZone = processZone(zoneOf(options));
    const failure = await replayFailure(spec, stored, {
      trigger,
      cwd,
      ...options,
      allow: flags.allowNet,
      allowRun: flags.allowRun,
      ...(flags.answers === undefined ? {} : { answers: answersFrom(flags.answers, cwd) }),
      journal: { begin: () => {}, call: onCall ?? (() => {}), find: () => {} },
    }).finally(giveBackZone);
    if (failure === undefined) return { ending: 'passes' };
    const about = { seed: stored.foundWith.seed, storedAt: relative(cwd, path) };
    return { ending: 'fails', text: describeFailure(trigger, failure, about) };
  } catch (error) {
    // Of many, the others are tried all the same.
    if (!(error instanceof Misuse) || !flags.isTolerant) throw error;
    return { ending: 'untried', text: error.message };
  }
}

/** The handler that a failure was found with; a file in the store cannot name one that lies outside of the project. */
function handlerOf({ subject }: StoredFailure, flags: ReplayFlags, cwd: string): string {
  if (flags.handler !== undefined) return flags.handler;
  const isFolder = existsSync(resolve(cwd, subject)) && statSync(resolve(cwd, subject)).isDirectory();
  if (!isFolder && !/[#.:][\w$]+$/.test(subject)) {
    throw new Misuse(
      'UNKNOWN_HANDLER',
      `Cannot replay it: it was found by a test (${subject}). Run that test, or name a handler with --handler.`,
    );
  }
  const fromHere = relative(
    cwd,
    resolve(cwd, subject.startsWith('file:') ? fileURLToPath(subject.split('#', 1)[0] ?? subject) : subject),
  );
  if (fromHere.startsWith('..') || isAbsolute(fromHere)) {
    throw new Misuse(
      'HANDLER_OUTSIDE',
      `Cannot replay it: its handler ${subject} lies outside of ${cwd}. Name it with --handler.`,
    );
  }
  return subject;
}
