import type { Draw, DrawRequest } from '../../kernel/draw.js';
import { type JsonValue, parsedJson } from '../../kernel/json.js';
import { nothing, withOverrides } from '../../kernel/overrides.js';
import { SeededDraw } from '../../kernel/seededDraw.js';
import { type EdgeCase, type Trigger, wholeEvent } from '../../kernel/trigger.js';
import { closed, Encoded, type OpenJson, opened, partAt, pathsOf } from './shrink/openJson.js';

/** The part of an event that holds the user's own data. */
export interface PayloadPart {
  /** JSON of it, as it stands. */
  readonly text: string;
  /** What it says; undefined where it is no JSON. */
  readonly data: JsonValue | undefined;
}

/** What the user fixed of all events: overrides, and the payload. */
export class Fixed<Event> {
  readonly #trigger: Trigger<Event>;
  readonly #request: DrawRequest;
  /** The name of the field that holds the payload, where one is given. */
  readonly #field: string | undefined;

  constructor(trigger: Trigger<Event>, request: DrawRequest) {
    this.#trigger = trigger;
    this.#request = request;
    this.#field = request.payload === undefined ? undefined : payloadField(trigger);
  }

  /** The event as the user fixed it; another one where that is no event any more. */
  kept(event: Event, draw: Draw): Event {
    const { overrides } = this.#request;
    if (overrides === nothing || this.#holdsOverrides(event)) return event;
    const laidOver = withOverrides(event, overrides);
    const isSent = this.#trigger.contract.accepts(laidOver) && this.holds(laidOver);
    return isSent ? laidOver : this.#trigger.sample(draw);
  }

  /** True where nothing that the user fixed is otherwise; the payload only where it says what it accepts. */
  holds(value: unknown): boolean {
    if (!this.#holdsOverrides(value)) return false;
    const accepts = this.#request.payload?.accepts;
    if (this.#field === undefined || accepts === undefined) return true;
    return payloadsIn(this.#trigger, value).every(({ data }) => data !== undefined && accepts(data));
  }

  /** True when the payload of two values is the same, or nobody has fixed it. */
  hasSamePayload(value: unknown, original: unknown): boolean {
    if (this.#field === undefined) return true;
    const known = new Set(payloadsIn(this.#trigger, original).map(({ text }) => text));
    return payloadsIn(this.#trigger, value).every(({ text }) => known.has(text));
  }

  /** False for an edge case that is about other data than the user's. */
  allows(edge: EdgeCase<Event>): boolean {
    if (this.#field === undefined) return true;
    const own = 'of the user';
    const { payloadText: _other, ...asked } = this.#request;
    const request = { ...asked, payload: () => own };
    const draw = new SeededDraw('fixed', edge.name, request).restart(0);
    const event = edge.event(draw, (from) => this.#trigger.sample(from));
    return payloadsIn(this.#trigger, event).every(({ text, data }) => data === own || text.includes(own));
  }

  #holdsOverrides(value: unknown): boolean {
    const { overrides } = this.#request;
    if (overrides === nothing) return true;
    return JSON.stringify(withOverrides(value, overrides)) === JSON.stringify(value);
  }
}

/** The name of the field that holds the user's data. */
export function payloadField({ payloadAt }: Pick<Trigger<unknown>, 'payloadAt'>): string | undefined {
  return payloadAt?.match(/[\w-]+/g)?.at(-1);
}

/** The parts of an event that hold the user's data. */
export function payloadsIn(
  trigger: Pick<Trigger<unknown>, 'payloadAt'>,
  value: unknown,
): readonly PayloadPart[] {
  if (trigger.payloadAt === wholeEvent) return [{ text: JSON.stringify(value), data: value as JsonValue }];
  const field = payloadField(trigger);
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
  return typeof part === 'string' ? parsedJson(part) : closed(part);
}
