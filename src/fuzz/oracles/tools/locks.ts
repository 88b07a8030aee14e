import type { EffectCall } from '../../play/effects/effectKind.js';
import type { Execution } from '../../play/execution.js';

/** Words by which a key of Redis expires by itself. */
const expiry = /^(?:EX|PX|EXAT|PXAT)$/i;

/** The keys that an execution takes while nobody has them, with an expiry, and gives back: locks, no marks of what is done. */
function locksOf({ calls }: Execution<unknown>): ReadonlySet<string> {
  const taken = calls.filter(isTaking).map(keyOf);
  const released = calls.filter(({ name }) => /^redis (?:DEL|UNLINK|EVAL|EVALSHA)$/.test(name));
  return new Set(taken.filter((key) => released.some(({ args }) => wordsIn(args).includes(key))));
}

/** Counters that expire by themselves, as those that limit how often somebody may ask. */
function passingCountersOf({ calls }: Execution<unknown>): ReadonlySet<string> {
  const counted = new Set(calls.filter(({ name }) => /^redis INCR(?:BY)?$/.test(name)).map(keyOf));
  const passing = calls.filter(({ name }) => /^redis P?EXPIRE(?:AT)?$/.test(name)).map(keyOf);
  return new Set(passing.filter((key) => counted.has(key)));
}

/** Tells the lines of what is left behind that are about a lock alone. */
export function isAboutLockOf(
  base: Execution<unknown>,
  others: readonly Execution<unknown>[],
  mask: (text: string) => string,
): (line: string) => boolean {
  return isAbout(locksOf(base), [base, ...others], mask);
}

/** The same for what stands for a short time anyway: who goes on without it has decided to. */
export function isAboutPassingKeyOf(
  base: Execution<unknown>,
  mask: (text: string) => string,
): (line: string) => boolean {
  return isAbout(new Set([...locksOf(base), ...passingCountersOf(base)]), [base], mask);
}

function isAbout(
  keys: ReadonlySet<string>,
  executions: readonly Execution<unknown>[],
  mask: (text: string) => string,
): (line: string) => boolean {
  const lines = new Set<string>();
  for (const { calls } of keys.size === 0 ? [] : executions)
    for (const call of calls)
      if (call.name.startsWith('redis ') && wordsIn(call.args).some((word) => keys.has(word)))
        lines.add(mask(`${call.name} ${JSON.stringify(call.args)}`));
  return (line) => lines.has(line);
}

/** True where an invocation has found a lock of the handler's taken, and so left its work to who has it. */
export function findsLockTaken(base: Execution<unknown>, { calls }: Execution<unknown>): boolean {
  const locks = locksOf(base);
  return calls.some((call) => call.state === 'declined' && isTaking(call) && locks.has(keyOf(call)));
}

function isTaking({ name, args }: EffectCall): boolean {
  const words = wordsIn(args);
  return (
    name === 'redis SET' &&
    words.some((word) => /^NX$/i.test(word)) &&
    words.some((word) => expiry.test(word))
  );
}

const keyOf = ({ args }: EffectCall): string => wordsIn(args)[0] ?? '';

function wordsIn(args: unknown): readonly string[] {
  return Array.isArray(args) ? args.map(String) : [];
}
