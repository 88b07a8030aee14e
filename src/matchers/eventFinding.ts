import { type CheckOptions, check } from '../kernel/check.js';
import { describeValue } from '../kernel/describeValue.js';
import { Misuse } from '../kernel/misuse.js';
import type { Trigger } from '../kernel/trigger.js';
import type { Finding } from './finding.js';

/** Where the event matchers find triggers; the package's own registry is one. */
export interface EventRegistry {
  /** The trigger of that kind; throws a Misuse when there is none. */
  triggerNamed(kind: string): Trigger;
  /** Which kind a value is meant to be; undefined when it looks like none. */
  kindOf(value: unknown): string | undefined;
}

/** The finding of a matcher that checks an event of a known kind. */
export function eventFinding(
  matcher: string,
  trigger: Trigger,
  received: unknown,
  options: CheckOptions = {},
): Finding {
  if (typeof received === 'string' && !trigger.contract.accepts(received))
    throw textForEvent(matcher, received);
  const strictly = options.strict === true ? 'strictly ' : '';
  return {
    expected: `a ${strictly}valid ${trigger.name} event`,
    negated: `no ${strictly}valid ${trigger.name} event`,
    problems: check(trigger, received, options),
  };
}

/** The misuse of passing an event's JSON text. */
export function textForEvent(matcher: string, text: string): Misuse {
  return new Misuse(
    'TEXT_FOR_OBJECT',
    `Cannot use ${matcher}: received ${describeValue(text)}, not an event. Parse it: \`expect(JSON.parse(text)).${matcher}(…)\`.`,
  );
}
