import type { DrawRequest } from '../kernel/draw.js';
import { Misuse } from '../kernel/misuse.js';
import { nearest } from '../kernel/nearest.js';
import type { EdgeCase, Trigger } from '../kernel/trigger.js';
import type { Recipe } from './shrink/drawn.js';

/** What kinds of events to mix. */
export interface EventMix<Event> {
  /** Which edge cases to mix in: all (the default), none, or those named. */
  readonly edges?: boolean | readonly string[];
  /** Events of your own to mix in, a recorded one for instance. */
  readonly examples?: readonly Event[];
}

/** How full of boundary values events are when nobody says: half of them realistic, the rest ever less so. */
const usualHostility: readonly number[] = [0, 0, 0, 0.05, 0.15, 0.4];

/** The recipes for the events of a trigger, each standing as often as it is to be taken. */
export function eventRecipes<Event>(
  trigger: Trigger<Event>,
  request: DrawRequest,
  mix: EventMix<Event>,
): readonly Recipe<Event>[] {
  const hostilities = request.hostile > 0 ? [request.hostile] : usualHostility;
  const sampled = hostilities.map((hostile): Recipe<Event> => {
    return { request: { ...request, hostile }, draw: (draw) => trigger.sample(draw) };
  });
  const rare: Recipe<Event>[] = [
    ...edgesOf(trigger, mix.edges ?? true).map((edge) => ({
      request,
      draw: (draw: Parameters<typeof trigger.sample>[0]) => edge.event(draw, (from) => trigger.sample(from)),
    })),
    ...(mix.examples ?? []).map((example) => ({ request, draw: () => structuredClone(example) })),
  ];
  if (rare.length === 0) return sampled;
  const copies = Math.max(1, Math.round((2 * rare.length) / sampled.length));
  return [...Array<readonly Recipe<Event>[]>(copies).fill(sampled).flat(), ...rare];
}

function edgesOf<Event>(
  trigger: Trigger<Event>,
  wanted: boolean | readonly string[],
): readonly EdgeCase<Event>[] {
  if (typeof wanted === 'boolean') return wanted ? trigger.edgeCases : [];
  return wanted.map((name) => {
    const found = trigger.edgeCases.find((edge) => edge.name === name);
    if (found !== undefined) return found;
    const names = trigger.edgeCases.map((edge) => edge.name);
    const near = nearest(name, names);
    throw new Misuse(
      'UNKNOWN_EDGE',
      `Cannot draw the edge case "${name}" of ${trigger.name}: there is none. ${near === undefined ? `There are ${names.join(', ')}.` : `Did you mean "${near}"?`}`,
    );
  });
}
