import { fitsInvocation } from './limits.js';
import { nothing, type Overrides, withOverrides } from './overrides.js';
import type { OptionSpecs, ParsedOptions, Trigger, TriggerDefinition } from './trigger.js';

/**
 * Makes a trigger. A kind that a user defines this way gets every feature that the built-in ones have.
 *
 * @example
 * const doorbell = defineTrigger({
 *   name: 'doorbell', summary: 'Sent when somebody rings.', documentation: 'https://example.com/doorbell',
 *   contract: contractOf<{ door: string }>({ name: 'doorbell', validate: (value) => true, schema: () => ({}) }),
 *   invocation: 'async', retries: 'Twice, a minute apart.',
 *   sample: (draw, given) => ({ door: given.door ?? draw.pick(['front', 'back']) }),
 *   edgeCases: [], rules: [], looksLike: (value) => isObject(value) && 'door' in value,
 * });
 * doorbell.sample(new SeededDraw(42, 'doorbell', plainRequest)); // { door: 'back' }
 */
export function defineTrigger<Event, const Specs extends OptionSpecs = Record<never, never>>(
  definition: TriggerDefinition<Event, Specs>,
): Trigger<Event, Specs> {
  const { sample, decode } = definition;
  return {
    ...definition,
    options: definition.options ?? {},
    sample: (draw) => {
      const { overrides, options } = draw.request;
      const event = sample(draw, overrides as Overrides<Event>, options as ParsedOptions<Specs>);
      return overrides === nothing ? event : withOverrides(event, overrides);
    },
    decode: (event) => decode?.(event) ?? [],
    rules: [
      ...definition.rules,
      fitsInvocation(definition.name, definition.invocation, definition.countedBytes),
    ],
  };
}
