import type { CheckOptions } from '../kernel/check.js';
import { describeValue } from '../kernel/describeValue.js';
import { isObject } from '../kernel/json.js';
import { Misuse } from '../kernel/misuse.js';
import type { Trigger } from '../kernel/trigger.js';
import { defineMatcher, type Matcher } from './defineMatcher.js';
import { type EventRegistry, eventFinding } from './eventFinding.js';

/** Makes the matcher for a registry that knows the kinds by name; it takes a trigger itself too. */
export function createToBeEventOf(
  registry: EventRegistry,
): Matcher<[kind: string | Trigger, options?: CheckOptions]> {
  return defineMatcher({
    name: 'toBeEventOf',
    subject: 'event',
    find(received, kind, options) {
      const trigger = triggerOf(kind, registry);
      const finding = eventFinding('toBeEventOf', trigger, received, options);
      const looks = finding.problems.length === 0 ? undefined : registry.kindOf(received);
      if (looks === undefined || looks === trigger.name) return finding;
      return { ...finding, notes: () => [`It looks like an event of ${looks}.`] };
    },
  });
}

function triggerOf(kind: string | Trigger, registry: EventRegistry): Trigger {
  if (typeof kind === 'string') return registry.triggerNamed(kind);
  if (isObject(kind) && 'contract' in kind) return kind;
  throw new Misuse(
    'UNKNOWN_KIND',
    `Cannot use toBeEventOf: the kind is ${describeValue(kind)}. Pass the name of a kind or a trigger.`,
  );
}
