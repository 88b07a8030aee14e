import { check } from '../../kernel/check.js';
import type { JsonValue } from '../../kernel/json.js';
import type { Payload } from '../../kernel/sample.js';
import { type Trigger, wholeEvent } from '../../kernel/trigger.js';
import { closed, Encoded, type OpenJson, opened, partAt, pathsOf } from './shrink/openJson.js';
import type { ValueRules } from './shrinkable.js';

/**
 * What may be edited in an event: it stays within its contract, breaks no rule that it did not break before,
 * and only the user's own data changes its values.
 *
 * @param payload what makes that data, where the user says so; where it does not tell what else it accepts, it is
 *   dropped or kept as a whole.
 */
export function eventRules<Event>(trigger: Trigger<Event>, payload?: Payload): ValueRules<Event> {
  const { payloadAt } = trigger;
  const isWhole = payloadAt === wholeEvent;
  const field = payloadAt?.match(/[\w-]+/g)?.at(-1);
  const isOpen = payload === undefined || payload.accepts !== undefined;
  const broken = new WeakMap<object, ReadonlySet<string>>();
  const rulesBrokenBy = (event: Event): ReadonlySet<string> => {
    const known = typeof event === 'object' && event !== null ? broken.get(event) : undefined;
    if (known !== undefined) return known;
    const rules = new Set(check(trigger, event, { strict: true }).map((issue) => issue.rule));
    if (typeof event === 'object' && event !== null) broken.set(event, rules);
    return rules;
  };
  return {
    accepts(value, original): value is Event {
      if (!trigger.contract.accepts(value)) return false;
      if (payload !== undefined && field !== undefined) {
        const payloads = (event: unknown) =>
          isWhole ? [{ text: JSON.stringify(event), data: event as JsonValue }] : payloadsIn(event, field);
        const known = new Set(payloads(original).map(({ text }) => text));
        const isPayload = ({ text, data }: PayloadIn) =>
          known.has(text) || (data !== undefined && payload.accepts?.(data) === true);
        if (!payloads(value).every(isPayload)) return false;
      }
      const before = rulesBrokenBy(original);
      return check(trigger, value, { strict: true }).every((issue) => before.has(issue.rule));
    },
    isFree: (path) => isOpen && field !== undefined && (isWhole || path.includes(field)),
  };
}

interface PayloadIn {
  /** JSON of the part of the event that holds it, as it stands. */
  readonly text: string;
  /** What it says; undefined where it is no JSON. */
  readonly data: JsonValue | undefined;
}

function payloadsIn(value: unknown, field: string): readonly PayloadIn[] {
  const tree = opened(value);
  return pathsOf(tree, () => true)
    .filter((path) => path.at(-1) === field)
    .map((path) => {
      const part = partAt(tree, path) ?? null;
      return { text: JSON.stringify(closed(part)), data: dataIn(part) };
    });
}

function dataIn(part: OpenJson): JsonValue | undefined {
  if (part instanceof Encoded) return dataIn(part.inner);
  if (typeof part !== 'string') return closed(part);
  try {
    return JSON.parse(part) as JsonValue;
  } catch {
    return undefined;
  }
}
