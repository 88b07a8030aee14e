import { findFailuresWith } from '../../src/fuzz/findFailures.js';
import type { Failure, FuzzOptions } from '../../src/fuzz/index.js';
import { createWatchdog } from '../../src/fuzz/play/watchdog.js';
import type { Trigger } from '../../src/index.js';
import { onlyOracles } from './onlyOracles.js';
import { type Make, type Outside, outside } from './outside.js';

type Options = FuzzOptions<never, Record<never, never>, Outside>;

/** The failures that one oracle finds, with all others that can be switched off out of the way. */
export async function judgedAlone(
  name: string,
  {
    trigger,
    longestMs = 200,
    ...options
  }: Omit<Partial<Options>, 'trigger'> & {
    readonly trigger: Trigger;
    /** How long it may compute without a pause: little, since what is to be stopped computes all of that time. */
    readonly longestMs?: number;
  },
  factory: Make,
): Promise<readonly Failure<never>[]> {
  const { failures } = await findFailuresWith(
    { watchdog: createWatchdog({ longestMs, mostMs: longestMs }) },
    factory,
    {
      trigger: trigger as Trigger<never, Record<never, never>>,
      setup: outside,
      runs: 30,
      timeoutMs: 300,
      ...options,
      oracles: onlyOracles(name),
    },
  );
  return failures.filter((failure) => failure.oracle === name);
}

/** What a failure says, without the folder and the lines of the handler, which are no part of it. */
export function saidOf({ what, detail }: Failure<never>): string {
  return `${what}\n${detail}`
    .replaceAll(import.meta.dirname, '')
    .replaceAll(/(\(|at |\/)\S*?(\w+\.ts):\d+:\d+/g, '$1$2')
    .replaceAll(/[^\S\n]\/\S*\/(\w+\.ts)/g, ' $1');
}
