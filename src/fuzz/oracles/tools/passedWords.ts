import { textsIn } from '../../../kernel/mapLeaves.js';
import type { Execution } from '../../play/execution.js';
import type { Trial } from '../oracle.js';
import { changedEvent } from './changedEvent.js';
import { outgoing } from './outgoing.js';

/**
 * Words that stand in an event as values and come out again.
 *
 * @param options `isInside` takes only those that come out within a longer text.
 */
export function passedWords(
  event: unknown,
  execution: Execution<unknown>,
  { isInside = false }: { readonly isInside?: boolean } = {},
): string[] {
  const words = textsIn(event).filter((text) => /^[a-z][\w-]{1,40}$/i.test(text));
  const out = outgoing(execution).map((leaf) => String(leaf.value));
  return words.filter((word) => out.some((text) => text.includes(word) && !(isInside && text === word)));
}

/**
 * The event with another word for a value; undefined where that is none that the platform sends, or where the word stands
 * in it already: who keeps things by their names is right to take the two for one.
 */
export function withWord<Event>(trial: Trial<Event>, value: string, word: string): Event | undefined {
  if (textsIn(trial.case.event).some((text) => text !== value && text.includes(word))) return undefined;
  return changedEvent(trial, (leaf) => (leaf === value ? word : leaf));
}
