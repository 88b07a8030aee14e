import { mapLeaves } from '../../../kernel/mapLeaves.js';
import type { Trial } from '../oracle.js';
import { changedEvent } from './changedEvent.js';

/** Where a value stands in an event. */
export interface Place {
  readonly names: readonly string[];
  readonly leaf: string | number;
}

/** The values of an event that are asked for, but for those of headers, which say how something is sent. */
export function placesIn(
  event: unknown,
  isAsked: (leaf: string | number, names: readonly string[]) => boolean,
): Place[] {
  const places = new Map<string, Place>();
  mapLeaves(event, (leaf, names) => {
    if (isAsked(leaf, names) && !names.some((name) => /headers?$/i.test(name)))
      places.set(names.join(' '), { names, leaf });
    return leaf;
  });
  return [...places.values()];
}

/** The event with another number at a place; undefined where that is none that the platform sends. */
export function withNumber<Event>(
  trial: Trial<Event>,
  { names, leaf: old }: Place,
  number: number,
): Event | undefined {
  const path = names.join(' ');
  return changedEvent(trial, (leaf, at) => {
    if (leaf !== old || at.join(' ') !== path) return leaf;
    return typeof old === 'string' ? String(number) : number;
  });
}
