import { foreignEventName } from './domain/foreignEvents.js';
import type { Trigger } from './kernel/trigger.js';
import { unknownKind } from './loadTrigger.js';
import * as all from './triggers/index.js';

/** Every trigger that SCF has or had, in alphabetical order of its kind. */
export const triggers: readonly Trigger[] = Object.values<Trigger>(all).sort((a, b) =>
  a.name < b.name ? -1 : 1,
);

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
  throw unknownKind(kind);
}

/**
 * Which kind of event a value is meant to be, valid or not; undefined when it looks like none, and for events of other
 * clouds.
 *
 * @example
 * kindOf({ Type: 'Timer' }); // 'timer'
 */
export function kindOf(value: unknown): string | undefined {
  if (foreignEventName(value) !== undefined) return undefined;
  return triggers.find((trigger) => trigger.looksLike(value))?.name;
}
