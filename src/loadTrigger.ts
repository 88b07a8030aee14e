import { Misuse } from './kernel/misuse.js';
import { nearest } from './kernel/nearest.js';
import type { Trigger } from './kernel/trigger.js';
import { lazyTriggers } from './triggers/lazy.js';

/** The kinds in alphabetical order: `apigw`, `ckafka`, …, `websocket-data`. */
export const kinds: readonly string[] = Object.keys(lazyTriggers);

/**
 * Loads the trigger of a kind and no other.
 *
 * @throws Misuse when there is none, with the nearest name.
 * @example
 * (await loadTrigger('timer')).invocation; // 'async'
 */
export async function loadTrigger<Kind extends keyof typeof lazyTriggers>(
  kind: Kind,
): Promise<Awaited<ReturnType<(typeof lazyTriggers)[Kind]>>>;
export async function loadTrigger(kind: string): Promise<Trigger>;
export async function loadTrigger(kind: string): Promise<Trigger> {
  if (!Object.hasOwn(lazyTriggers, kind)) throw unknownKind(kind);
  return (lazyTriggers as Readonly<Record<string, () => Promise<Trigger>>>)[kind]?.() as Promise<Trigger>;
}

/** The misuse of naming a kind that does not exist. */
export function unknownKind(kind: string): Misuse {
  const near = nearest(kind, kinds);
  const instead = near === undefined ? `there are ${kinds.join(', ')}.` : `did you mean "${near}"?`;
  return new Misuse('UNKNOWN_KIND', `Cannot find the kind "${kind}": ${instead}`);
}
