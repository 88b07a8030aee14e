import type { DecodedPart, Trigger } from './trigger.js';

/**
 * Opens the encoded parts of an event: Base64, gzip, JSON inside text.
 *
 * @returns the parts, outer before inner; none when the value is no event of that kind.
 * @example
 * decode(timer, { ...sample(timer), Message: '{"job":7}' });
 * // [{ path: ['Message'], encoding: 'JSON', value: { job: 7 } }]
 */
export function decode<Event>(trigger: Trigger<Event>, value: unknown): DecodedPart[] {
  return trigger.contract.accepts(value) ? trigger.decode(value) : [];
}
