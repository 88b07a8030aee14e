import type { DrawRequest } from '../../kernel/draw.js';
import { Misuse } from '../../kernel/misuse.js';
import { nearest } from '../../kernel/nearest.js';
import type { EdgeCase, Trigger } from '../../kernel/trigger.js';
import { Fixed } from './fixed.js';
import type { Recipe } from './shrink/drawn.js';

/** What kinds of events to mix. */
export interface EventMix<Event> {
  /** Which edge cases to mix in: all (the default) but those that somebody has to turn on, none, or those named. */
  readonly edges?: boolean | readonly string[];
  /**
   * Events of your own to mix in, a recorded one for instance. They stand beside the edge cases, so that a fuzz takes
   * each early, and they shrink as JSON, as far as contract and rules allow.
   *
   * @example
   * const recorded: TimerEvent = { Type: 'Timer', TriggerName: 'nightly', Time: '2026-03-01T00:00:00Z', Message: 'all' };
   * const isOurs = (event: TimerEvent) => event.TriggerName === 'nightly';
   * const drawn = fc.sample(arbitraryOf(timer, { examples: [recorded], edges: false }), { seed: 1, numRuns: 100 });
   * drawn.some(isOurs); // true
   */
  readonly examples?: readonly Event[];
}

/** How full of boundary values events are when nobody says: half of them realistic, the rest ever less so. */
const defaultHostility: readonly number[] = [0, 0, 0, 0.05, 0.15, 0.4];

/** The recipes for the events of a trigger, each standing as often as it is to be taken. */
export function eventRecipes<Event>(
  trigger: Trigger<Event>,
  request: DrawRequest,
  mix: EventMix<Event>,
): readonly Recipe<Event>[] {
  const sampled = sampleRecipes(trigger, request);
  const rare = rareRecipes(trigger, request, mix);
  if (rare.length === 0) return sampled;
  const copies = Math.max(1, Math.round((2 * rare.length) / sampled.length));
  return [...Array<readonly Recipe<Event>[]>(copies).fill(sampled).flat(), ...rare];
}

/** Recipes for ordinary events, realistic and ever less so. */
export function sampleRecipes<Event>(
  trigger: Trigger<Event>,
  request: DrawRequest,
): readonly Recipe<Event>[] {
  const hostilities = request.hostile > 0 ? [request.hostile] : defaultHostility;
  return hostilities.map((hostile): Recipe<Event> => {
    return { request: { ...request, hostile }, draw: (draw) => trigger.sample(draw) };
  });
}

/** Recipes for the edge cases and the user's examples, one for each. */
export function rareRecipes<Event>(
  trigger: Trigger<Event>,
  request: DrawRequest,
  mix: EventMix<Event>,
): readonly Recipe<Event>[] {
  const fixed = new Fixed(trigger, request);
  return [
    ...(mix.examples ?? []).map((example) => ({ request, draw: () => structuredClone(example) })),
    ...edgesOf(trigger, mix.edges ?? true)
      .filter((edge) => fixed.allows(edge))
      .map(
        (edge): Recipe<Event> => ({
          request,
          draw: (draw) =>
            fixed.kept(
              edge.event(draw, (from) => trigger.sample(from)),
              draw,
            ),
        }),
      ),
  ];
}

function edgesOf<Event>(
  trigger: Trigger<Event>,
  wanted: boolean | readonly string[],
): readonly EdgeCase<Event>[] {
  if (typeof wanted === 'boolean')
    return wanted ? trigger.edgeCases.filter(({ isOptional }) => isOptional !== true) : [];
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
