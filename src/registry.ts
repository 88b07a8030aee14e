import { Misuse } from './kernel/misuse.js';
import { nearest } from './kernel/nearest.js';
import type { Trigger } from './kernel/trigger.js';
import * as all from './triggers/index.js';

/** Every trigger that SCF has or had, in alphabetical order of its kind. */
export const triggers: readonly Trigger[] = Object.values<Trigger>(all).sort((a, b) =>
  a.name < b.name ? -1 : 1,
);

/** The kinds: `apigw`, `ckafka`, …, `websocket-data`. */
export const kinds: readonly string[] = triggers.map((trigger) => trigger.name);

/**
 * The trigger of a kind.
 *
 * @throws Misuse when there is none, with the nearest name.
 * @example
 * triggerNamed('timer').invocation; // 'async'
 */
export function triggerNamed(kind: string): Trigger {
  const found = triggers.find((trigger) => trigger.name === kind);
  if (found !== undefined) return found;
  const near = nearest(kind, kinds);
  throw new Misuse(
    'UNKNOWN_KIND',
    `Cannot find the kind "${kind}": ${near === undefined ? `there are ${kinds.join(', ')}` : `did you mean "${near}"`}${near === undefined ? '.' : '?'}`,
  );
}

/**
 * Which kind of event a value is meant to be, valid or not; undefined when it looks like none.
 *
 * @example
 * kindOf({ Type: 'Timer' }); // 'timer'
 */
export function kindOf(value: unknown): string | undefined {
  return triggers.find((trigger) => trigger.looksLike(value))?.name;
}
