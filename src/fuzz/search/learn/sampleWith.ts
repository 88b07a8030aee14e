import { check } from '../../../kernel/check.js';
import { Draw, type DrawRequest } from '../../../kernel/draw.js';
import type { Trigger } from '../../../kernel/trigger.js';

/** Draws the choices of another draw, for another request. */
class OtherRequest extends Draw {
  readonly #draw: Draw;

  constructor(draw: Draw, request: DrawRequest) {
    super(request);
    this.#draw = draw;
  }

  override below(bound: number): number {
    return this.#draw.below(bound);
  }

  override flip(probability: number): boolean {
    return this.#draw.flip(probability);
  }

  override list<T>(min: number, max: number, item: (draw: this, index: number) => T): T[] {
    return this.#draw.list(min, max, (_, index) => item(this, index));
  }
}

/** An event with fields fixed; undefined where the trigger refuses them. */
export function sampleWith<Event>(
  trigger: Trigger<Event>,
  draw: Draw,
  overrides: unknown,
): Event | undefined {
  try {
    const event = trigger.sample(new OtherRequest(draw, { ...draw.request, overrides: Object(overrides) }));
    return isSent(trigger, event) ? event : undefined;
  } catch {
    return undefined;
  }
}

/** True for what the platform sends: no rule has anything to say of it. */
export function isSent<Event>(trigger: Trigger<Event>, value: unknown): value is Event {
  return check(trigger, value, { strict: true }).every(
    ({ rule }) => rule === `${trigger.name}/unknown-field`,
  );
}
