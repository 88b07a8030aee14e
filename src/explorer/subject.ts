import {
  edgeCaseNamed,
  type Issue,
  isObject,
  kinds,
  loadTrigger,
  type OptionSpecs,
  type SampleOptions,
  sample,
  type Trigger,
} from '../core.js';
import type { OwnEvents } from './own.js';
import type { State } from './state.js';

/** The event that the page is about. */
export interface Subject {
  /** Undefined when an event of the user's own looks like none that a trigger sends. */
  readonly trigger: Trigger | undefined;
  readonly event: unknown;
  /** The compact JSON; says more than `event` where a number is above 2^53. */
  readonly text: string;
  /** Of the user's own events: the name of their file. */
  readonly file?: string;
}

/**
 * Draws the event that a state asks for.
 *
 * @throws Misuse when an option cannot be fulfilled.
 */
export function drawnSubject(trigger: Trigger, state: State): Subject {
  const options = drawOptions(trigger, state);
  if (state.edge !== '') {
    const { event, text } = edgeCaseNamed(trigger, state.edge, options);
    return { trigger, event, text };
  }
  const event = sample(trigger, { ...options, index: state.index });
  return { trigger, event, text: JSON.stringify(event) };
}

function drawOptions(
  trigger: Trigger,
  { seed, hostile, options }: State,
): SampleOptions<unknown, OptionSpecs> {
  return { ...Object.fromEntries(givenOptions(trigger, options)), seed, hostile };
}

/** The options of the trigger that were filled in. */
export function givenOptions(trigger: Trigger, options: State['options']): (readonly [string, string])[] {
  return Object.entries(options).filter(
    ([name, value]) => value !== '' && Object.hasOwn(trigger.options, name),
  );
}

/** One of the user's own events, of the kind that it looks like. */
export async function ownSubject(
  own: OwnEvents & { events: readonly unknown[] },
  at: number,
): Promise<Subject> {
  const event = own.events[Math.min(at, own.events.length - 1)];
  return { trigger: await triggerOf(event), event, text: JSON.stringify(event), file: own.name };
}

/** The trigger whose event a value is meant to be; needs the looks of all. */
async function triggerOf(value: unknown): Promise<Trigger | undefined> {
  const triggers = await Promise.all(kinds.map((kind) => loadTrigger(kind)));
  return triggers.find((trigger) => trigger.looksLike(value));
}

/** The JSON to read: indented, unless only the compact text says all of it. */
export function prettyText({ event, text }: Subject): string {
  return JSON.stringify(event) === text ? JSON.stringify(event, null, 2) : text;
}

/** Whether a problem is a form that is accepted somewhere but not sent today; a strict check calls it an error too. */
export function isRemark(trigger: Trigger, issue: Issue): boolean {
  const rule = trigger.rules.find(({ name }) => name === issue.rule);
  return rule === undefined ? issue.rule === `${trigger.name}/unknown-field` : rule.severity === 'warning';
}

/** Whether a misuse, which has a sentence for the user, or a fault of the page. */
export function isMisuse(error: unknown): error is Error {
  return isObject(error) && error instanceof Error && error.name === 'Misuse';
}
