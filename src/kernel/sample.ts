import { type Draw, type DrawRequest, type Payload, plainRequest } from './draw.js';
import { jsonBytes } from './json.js';
import { Misuse } from './misuse.js';
import { nearest } from './nearest.js';
import { nothing, type Overrides } from './overrides.js';
import { RecordedDraw, simplest } from './recordedDraw.js';
import { SeededDraw } from './seededDraw.js';
import type { EdgeCase, OptionSpecs, Trigger } from './trigger.js';

/** The trigger's own options as a user writes them; of a trigger whose options the type does not tell, any. */
export type OptionInputs<Specs extends OptionSpecs> = string extends keyof Specs
  ? Readonly<Record<string, unknown>>
  : { readonly [Name in keyof Specs]?: string | number };

/** What to draw. */
export type DrawOptions<Event, Specs extends OptionSpecs> = OptionInputs<Specs> & {
  /** Any text or number; the same seed gives the same events. 42 when left out. */
  readonly seed?: string | number;
  /** Values to fix, in the shape of the event; what depends on them follows. */
  readonly overrides?: Overrides<Event>;
  /** What goes where the event carries a user's own data. */
  readonly payload?: Payload;
  /** 0 (realistic, the default) to 1: how much boundary values are preferred. */
  readonly hostile?: number;
  /** The event's compact JSON has exactly this many bytes. */
  readonly sizeBytes?: number;
};

/** What one event to draw. */
export type SampleOptions<Event, Specs extends OptionSpecs> = DrawOptions<Event, Specs> & {
  /** Which event of the seed's stream, from 0; needs none of those before it. */
  readonly index?: number;
};

/** Which events to draw. */
export type SamplesOptions<Event, Specs extends OptionSpecs> = DrawOptions<Event, Specs> & {
  /** How many; without an end when left out. */
  readonly count?: number;
  /** Index of the first, 0 when left out. */
  readonly start?: number;
  /** Only every so-many-th: shard 1 of 3 has the events 0, 3, 6, …; shards together have all, none twice. */
  readonly shard?: { readonly index: number; readonly of: number };
};

/** An edge case, ready to draw. */
export interface DrawnEdgeCase<Event> extends Omit<EdgeCase<Event>, 'event' | 'text'> {
  readonly event: Event;
  /** The event as JSON text; says more than `event` where a number is above 2^53. */
  readonly text: string;
}

/**
 * Draws one event. It depends on seed, kind and index alone.
 *
 * @throws Misuse when an option cannot be fulfilled.
 * @example
 * sample(timer, { seed: 42, overrides: { TriggerName: 'nightly' } }).TriggerName; // 'nightly'
 */
export function sample<Event, Specs extends OptionSpecs>(
  trigger: Trigger<Event, Specs>,
  options: SampleOptions<Event, Specs> = {} as SampleOptions<Event, Specs>,
): Event {
  const index = options.index ?? 0;
  requireIndex(index);
  return drawing(trigger, options)(index);
}

/**
 * Draws events one after the other, each when it is asked for.
 *
 * @throws Misuse when an option cannot be fulfilled.
 * @example
 * [...samples(timer, { seed: 42, count: 3 })].length; // 3
 */
export function samples<Event, Specs extends OptionSpecs>(
  trigger: Trigger<Event, Specs>,
  options: SamplesOptions<Event, Specs> = {} as SamplesOptions<Event, Specs>,
): IterableIterator<Event> {
  return drawn(rangeOf(options), drawing(trigger, options));
}

function* drawn<Event>(
  { from, below, step }: Range,
  draw: (index: number) => Event,
): Generator<Event, void, undefined> {
  for (let index = from; index < below; index += step) yield draw(index);
}

/** Every `step`-th index from `from` up to but not including `below`. */
interface Range {
  readonly from: number;
  readonly below: number;
  readonly step: number;
}

/**
 * Which indexes a request for several events means.
 *
 * @example
 * [...indexes({ count: 7, shard: { index: 1, of: 3 } })]; // [0, 3, 6]
 */
export function indexes(options: Parameters<typeof rangeOf>[0]): IterableIterator<number> {
  return drawn(rangeOf(options), (index) => index);
}

function rangeOf(options: {
  readonly count?: number;
  readonly start?: number;
  readonly shard?: { readonly index: number; readonly of: number };
}): Range {
  const { count = Number.POSITIVE_INFINITY, start = 0, shard = { index: 1, of: 1 } } = options;
  requireIndex(start);
  if (count !== Number.POSITIVE_INFINITY && !(Number.isSafeInteger(count) && count >= 1)) {
    throw new Misuse(
      'INVALID_COUNT',
      `Cannot draw ${count} events: the count must be a whole number from 1.`,
    );
  }
  if (
    !(
      Number.isInteger(shard.of) &&
      Number.isInteger(shard.index) &&
      shard.index >= 1 &&
      shard.index <= shard.of
    )
  ) {
    throw new Misuse(
      'INVALID_SHARD',
      `Cannot take shard ${shard.index}/${shard.of}: it must be i/n with whole numbers and 1 <= i <= n.`,
    );
  }
  return { from: start + shard.index - 1, below: start + count, step: shard.of };
}

/** The edge cases of a trigger, each drawn when its `event` or `text` is read. */
export function edgeCases<Event, Specs extends OptionSpecs>(
  trigger: Trigger<Event, Specs>,
  options: SampleOptions<Event, Specs> = {} as SampleOptions<Event, Specs>,
): DrawnEdgeCase<Event>[] {
  const request = requestOf(trigger, options);
  const { seed = defaultSeed, index = 0 } = options;
  requireIndex(index);
  return trigger.edgeCases.map((edge) => {
    const draw = () => new SeededDraw(seed, `${trigger.name} ${edge.name}`, request).restart(index);
    const ordinary = (from: Draw) => trigger.sample(from);
    const { event: _event, text: _text, ...about } = edge;
    return {
      ...about,
      get event() {
        return edge.event(draw(), ordinary);
      },
      get text() {
        return edge.text?.(draw(), ordinary) ?? JSON.stringify(edge.event(draw(), ordinary));
      },
    };
  });
}

/**
 * One edge case by its name.
 *
 * @throws Misuse when the trigger has none of that name, with the nearest.
 * @example
 * edgeCaseNamed(timer, 'leap-day').event.Time; // '2024-02-29T00:00:00Z'
 */
export function edgeCaseNamed<Event, Specs extends OptionSpecs>(
  trigger: Trigger<Event, Specs>,
  name: string,
  options: SampleOptions<Event, Specs> = {} as SampleOptions<Event, Specs>,
): DrawnEdgeCase<Event> {
  const found = edgeCases(trigger, options).find((edge) => edge.name === name);
  if (found !== undefined) return found;
  const names = trigger.edgeCases.map((edge) => edge.name);
  const near = nearest(name, names);
  throw new Misuse(
    'UNKNOWN_EDGE',
    `Cannot find the edge case "${name}" of ${trigger.name}: ${near === undefined ? `there are ${names.join(', ')}.` : `did you mean "${near}"?`}`,
  );
}

/** The seed of those who name none: fixtures are committed, and nobody wants them to change by themselves. */
export const defaultSeed = 42;

/** Checks what a user asks for once, and gives the function that draws by index. */
function drawing<Event, Specs extends OptionSpecs>(
  trigger: Trigger<Event, Specs>,
  options: DrawOptions<Event, Specs>,
): (index: number) => Event {
  const request = requestOf(trigger, options);
  const draw = new SeededDraw(options.seed ?? defaultSeed, trigger.name, request);
  const { sizeBytes } = options;
  if (sizeBytes === undefined) return (index) => trigger.sample(draw.restart(index));
  return (index) => ofSize(trigger, draw.restart(index), sizeBytes);
}

/** Checks what a user asks for, and parses the trigger's own options. */
export function requestOf<Event, Specs extends OptionSpecs>(
  trigger: Trigger<Event, Specs>,
  options: DrawOptions<Event, Specs>,
): DrawRequest {
  const { hostile = 0, overrides = nothing, payload } = options;
  if (!(hostile >= 0 && hostile <= 1)) {
    throw new Misuse(
      'INVALID_HOSTILE',
      `Cannot draw with hostile ${hostile}: it must be a number from 0 to 1.`,
    );
  }
  if (payload !== undefined && trigger.payloadAt === undefined) {
    throw new Misuse(
      'NO_PAYLOAD',
      `Cannot put a payload into ${trigger.name}: its event carries no data of the user's.`,
    );
  }
  if (payload !== undefined && typeof payload !== 'function') {
    throw new Misuse(
      'INVALID_PAYLOAD',
      'Cannot use this payload: it is not a function. Wrap a JSON Schema: payloadOf(schema) from "scf-fixtures/payload".',
    );
  }
  const parsed: Record<string, unknown> = {};
  for (const [name, spec] of Object.entries(trigger.options)) {
    const value = (options as Readonly<Record<string, unknown>>)[name];
    if (value !== undefined) parsed[name] = spec.parse(value);
  }
  if (hostile === 0 && overrides === nothing && payload === undefined && Object.keys(parsed).length === 0)
    return plainRequest;
  return {
    hostile,
    overrides: overrides as object,
    options: parsed,
    ...(payload === undefined ? {} : { payload }),
  };
}

function ofSize<Event, Specs extends OptionSpecs>(
  trigger: Trigger<Event, Specs>,
  draw: Draw,
  sizeBytes: number,
): Event {
  const { stretch } = trigger;
  if (stretch === undefined) {
    throw new Misuse(
      'FIXED_SIZE',
      `Cannot make a ${trigger.name} event of ${sizeBytes} bytes: nothing in it can grow.`,
    );
  }
  const ordinary = trigger.sample(draw);
  const event =
    jsonBytes(ordinary) <= sizeBytes
      ? ordinary
      : trigger.sample(new RecordedDraw([], simplest, draw.request));
  const bytes = jsonBytes(event);
  const most = stretch.most?.(event) ?? Number.POSITIVE_INFINITY;
  const extra = sizeBytes - bytes;
  const stretched =
    Number.isInteger(extra) && extra >= 0 && extra <= most ? stretch.add(event, extra, draw) : undefined;
  if (stretched !== undefined) return stretched;
  const upTo = most === Number.POSITIVE_INFINITY ? 'without a bound above' : `up to ${bytes + most}`;
  const steps = stretch.step === undefined ? '' : ` in steps of ${stretch.step}`;
  throw new Misuse(
    'UNREACHABLE_SIZE',
    `Cannot make a ${trigger.name} event of ${sizeBytes} bytes: ${stretch.grows} makes it from ${bytes} bytes ${upTo}${steps}.`,
  );
}

/** Refuses an index that is no whole number from 0. */
export function requireIndex(index: number): void {
  if (!(Number.isSafeInteger(index) && index >= 0)) {
    throw new Misuse('INVALID_INDEX', `Cannot draw event ${index}: the index must be a whole number from 0.`);
  }
}
