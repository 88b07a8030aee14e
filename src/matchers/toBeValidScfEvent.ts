import type { CheckOptions } from '../kernel/check.js';
import { describeValue } from '../kernel/describeValue.js';
import { defineMatcher, type Matcher } from './defineMatcher.js';
import { type EventRegistry, eventFinding, textForEvent } from './eventFinding.js';

/** Makes the matcher for a registry: the event is checked as the kind that it looks like. */
export function createToBeValidScfEvent(registry: EventRegistry): Matcher<[options?: CheckOptions]> {
  return defineMatcher({
    name: 'toBeValidScfEvent',
    subject: 'event',
    find(received, options) {
      const kind = registry.kindOf(received);
      if (kind !== undefined) {
        return eventFinding('toBeValidScfEvent', registry.triggerNamed(kind), received, options);
      }
      if (typeof received === 'string') throw textForEvent('toBeValidScfEvent', received);
      return {
        expected: 'a valid SCF event',
        negated: 'no valid SCF event',
        problems: [
          {
            path: [],
            expected: 'an event of some kind',
            received: `${describeValue(received)} that looks like none`,
          },
        ],
      };
    },
  });
}
