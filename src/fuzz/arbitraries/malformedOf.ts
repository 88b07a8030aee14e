import type { Arbitrary } from 'fast-check';
import type { Draw } from '../../kernel/draw.js';
import { type IssuePath, pathText } from '../../kernel/issue.js';
import { isObject, type JsonValue, setOwn } from '../../kernel/json.js';
import { Misuse } from '../../kernel/misuse.js';
import { type DrawOptions, requestOf } from '../../kernel/sample.js';
import type { OptionSpecs, Trigger } from '../../kernel/trigger.js';
import { valueAt } from '../../kernel/valueAt.js';
import type { ArbitraryOptions } from './arbitraryOf.js';
import { DrawnArbitrary } from './drawnArbitrary.js';
import { Fixed } from './fixed.js';
import { drawnOnly } from './shrinkable.js';

/** An event that is broken in one way. */
export interface Malformed {
  /** The place and what is wrong there: `Records[0].Ckafka.offset is missing`. */
  readonly name: string;
  readonly path: IssuePath;
  readonly event: JsonValue;
}

/** What can be wrong at one place; the first that the contract refuses is taken. */
interface Way {
  readonly name: string;
  /** The other value, undefined to leave the place out; no way at all where it gives back what is there. */
  other(value: JsonValue): JsonValue | undefined;
}

const ways: readonly Way[] = [
  { name: 'is missing', other: () => undefined },
  { name: 'is null', other: () => null },
  { name: 'has another type', other: otherType },
  {
    name: 'is none of the values allowed',
    other: (value) => (typeof value === 'string' ? `${value}~unheard-of` : value),
  },
  { name: 'is empty', other: emptied },
  { name: 'is out of range', other: (value) => (typeof value === 'number' ? -1 - Math.abs(value) : value) },
];

/** How an encoding breaks. */
const breaks: readonly Way[] = [
  {
    name: 'is cut in its encoded form',
    other: (value) => (typeof value === 'string' ? value.slice(0, (value.length * 2) / 3) : value),
  },
  { name: 'is not encoded', other: (value) => (typeof value === 'string' ? '~ not encoded' : value) },
];

const triesPerEvent = 24;

/**
 * Events that are each broken in one named way, as a fast-check arbitrary: a required field left out, a
 * type changed, a value that no enumeration or pattern knows, an encoding cut short. For validators, and for
 * handlers that promise to survive what is no event.
 *
 * @throws Misuse when any JSON at all is an event of the trigger, or an option cannot be fulfilled.
 * @example
 * fc.assert(fc.property(malformedOf(timer), ({ event }) => check(timer, event).length > 0));
 * const [malformed] = fc.sample(malformedOf(timer), { seed: 1, numRuns: 1 });
 * malformed.name; // 'Message is missing'
 */
export function malformedOf<Event, Specs extends OptionSpecs>(
  trigger: Trigger<Event, Specs>,
  options: Omit<ArbitraryOptions<Event, Specs>, 'edges' | 'examples'> = {} as ArbitraryOptions<Event, Specs>,
): Arbitrary<Malformed> {
  if (trigger.contract.accepts(null)) {
    throw new Misuse(
      'NOTHING_TO_SPOIL',
      `Cannot spoil ${trigger.name}: its event may be any JSON. Take a trigger whose contract refuses something.`,
    );
  }
  const request = requestOf(trigger, options as DrawOptions<Event, Specs>);
  const recipe = { request, draw: (draw: Draw) => spoil(trigger, new Fixed(trigger, request), draw) };
  // The name is a part of the seed: another one would draw other events for the seeds that people have noted.
  return new DrawnArbitrary(`${trigger.name} spoiled`, [recipe], drawnOnly());
}

function spoil<Event>(trigger: Trigger<Event>, fixed: Fixed<Event>, draw: Draw): Malformed {
  const event = trigger.sample(draw);
  const isMeant = (broken: JsonValue): boolean =>
    fixed.holds(event) ? fixed.holds(broken) && fixed.hasSamePayload(broken, event) : true;
  const text = JSON.stringify(event);
  const whole = JSON.parse(text) as JsonValue;
  const places = pathsIn(whole);
  const encoded = trigger
    .decode(event)
    .map((part) => part.path)
    .filter((path) => typeof valueAt(whole, path) === 'string');
  if (encoded.length > 0 && draw.chance(0.2)) {
    const path = draw.pick(encoded);
    for (const way of rotated(breaks, draw)) {
      const broken = changed(whole, path, way);
      if (broken !== undefined && isMeant(broken) && decodesWithProblem(trigger, broken))
        return { name: nameOf(path, way), path, event: broken };
    }
  }
  for (let tried = 0; tried < triesPerEvent; tried++) {
    const path = draw.pick(places);
    for (const way of rotated(ways, draw)) {
      const broken = changed(whole, path, way);
      if (broken !== undefined && !trigger.contract.accepts(broken) && isMeant(broken))
        return { name: nameOf(path, way), path, event: broken };
    }
  }
  return { name: 'the event is null', path: [], event: null };
}

function nameOf(path: IssuePath, way: Way): string {
  return `${path.length === 0 ? 'the event' : pathText(path)} ${way.name}`;
}

function decodesWithProblem<Event>(trigger: Trigger<Event>, broken: JsonValue): boolean {
  if (!trigger.contract.accepts(broken)) return true;
  return trigger.decode(broken).some((part) => part.problem !== undefined);
}

/** The ways from a drawn one on, so that each has its turn. */
function rotated(all: readonly Way[], draw: Draw): readonly Way[] {
  const first = draw.below(all.length);
  return [...all.slice(first), ...all.slice(0, first)];
}

/** The value with one place changed; undefined when the way does not apply there. */
function changed(value: JsonValue, path: IssuePath, way: Way): JsonValue | undefined {
  const [key, ...rest] = path;
  if (key === undefined) {
    const other = way.other(value);
    return other === undefined || Object.is(other, value) ? undefined : other;
  }
  const inner = (value as Readonly<Record<string | number, JsonValue>>)[key] as JsonValue;
  if (rest.length > 0) {
    const part = changed(inner, rest, way);
    return part === undefined ? undefined : withChild(value, key, part);
  }
  const other = way.other(inner);
  return Object.is(other, inner) ? undefined : withChild(value, key, other);
}

function withChild(value: JsonValue, key: string | number, child: JsonValue | undefined): JsonValue {
  if (Array.isArray(value)) {
    return child === undefined ? value.toSpliced(Number(key), 1) : value.with(Number(key), child);
  }
  const copy = {};
  for (const [name, part] of Object.entries(value as object)) {
    if (name !== key) setOwn(copy, name, part);
    else if (child !== undefined) setOwn(copy, name, child);
  }
  return copy;
}

function pathsIn(value: JsonValue): IssuePath[] {
  const paths: IssuePath[] = [[]];
  const visit = (part: JsonValue, path: IssuePath): void => {
    if (paths.length > 2000) return;
    const entries: Iterable<[string | number, JsonValue]> = Array.isArray(part)
      ? part.entries()
      : isObject(part)
        ? Object.entries(part as Record<string, JsonValue>)
        : [];
    for (const [key, child] of entries) {
      paths.push([...path, key]);
      visit(child, [...path, key]);
    }
  };
  visit(value, []);
  return paths;
}

function otherType(value: JsonValue): JsonValue {
  if (typeof value === 'string') return { value };
  if (typeof value === 'number') return [value];
  if (typeof value === 'boolean') return { value };
  return Array.isArray(value) ? { items: value.length } : 'an object';
}

function emptied(value: JsonValue): JsonValue {
  if (typeof value === 'string') return '';
  if (Array.isArray(value)) return [];
  return isObject(value) ? {} : value;
}
