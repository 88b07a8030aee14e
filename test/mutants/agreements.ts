import { isObject, type JsonSchema } from '../../src/index.js';
import { type Place, placesOf } from './places.js';

/**
 * How one field follows from another: its text stands in the other's, or its last path segment ends the other's;
 * it counts the other's bytes or items; or its value decides what kind of value the other has.
 */
type Relation = 'is in' | 'ends as' | 'is the length of' | 'decides';

/** A place, a second one that agrees with it, and how. */
export interface Agreement {
  readonly place: Place;
  readonly other: Place;
  readonly relation: Relation;
}

interface Leaf {
  readonly place: Place;
  /** The path with `[]` for every index; the same field of different events has the same. */
  readonly pattern: string;
  readonly listed: boolean;
}

interface Evidence {
  readonly values: Set<string>;
  /** For `decides`: how often which kind of the other value was seen with each value. */
  readonly kinds: Map<string, Map<string, number>>;
  broken: boolean;
}

/** Different values of a field that must agree with another field before that is no accident. */
const enoughValues = 4;
const shortestTelling = 4;

/** The agreements between fields that a number of events never break; they are found, not told. */
export class Agreements {
  /** By the pattern of a place, what relates it to others, and the pattern of the other. */
  readonly #evidence = new Map<string, Map<Relation, Map<string, Evidence>>>();
  readonly #schema: JsonSchema;

  constructor(schema: JsonSchema, events: Iterable<unknown>) {
    this.#schema = schema;
    for (const event of events) this.#learn(event);
  }

  /** The agreements that an event shows. */
  of(event: unknown): Agreement[] {
    const found: Agreement[] = [];
    for (const [{ place }, { place: other }, relation] of this.#related(event, isTelling)) {
      if (holds(place.value, other.value, relation)) found.push({ place, other, relation });
    }
    return found;
  }

  /** A value that other events have at this place and that breaks the agreement; undefined when there is none. */
  contradiction({ place, other, relation }: Agreement): unknown {
    const evidence = this.#evidence.get(patternOf(place))?.get(relation)?.get(patternOf(other));
    if (evidence === undefined) return undefined;
    if (relation === 'decides') {
      const kind = kindOfValue(other.value);
      return [...evidence.kinds].find(([, kinds]) => !kinds.has(kind) && total(kinds) >= enoughValues)?.[0];
    }
    const texts = [...evidence.values].filter((text) => !holds(text, other.value, relation));
    const text = texts[texts.length >> 1];
    return text === undefined || typeof place.value === 'string' ? text : Number(text);
  }

  #learn(event: unknown): void {
    for (const [{ place }, { place: other }, relation, evidence] of this.#related(event, () => true)) {
      const value = String(place.value);
      if (relation === 'decides') {
        const kinds = evidence.kinds.get(value) ?? new Map<string, number>();
        const kind = kindOfValue(other.value);
        evidence.kinds.set(value, kinds.set(kind, (kinds.get(kind) ?? 0) + 1));
      } else if (holds(place.value, other.value, relation)) {
        if (evidence.values.size < 50) evidence.values.add(value);
      } else {
        evidence.broken = true;
      }
    }
  }

  /** The pairs of leaves between which something that is wanted was never broken. */
  *#related(
    event: unknown,
    isWanted: (evidence: Evidence, relation: Relation) => boolean,
  ): Generator<[Leaf, Leaf, Relation, Evidence], void, undefined> {
    const leaves = leavesOf(this.#schema, event);
    const byPattern = new Map<string, Leaf[]>();
    for (const leaf of leaves) entryOf(byPattern, leaf.pattern, () => []).push(leaf);
    for (const leaf of leaves) {
      for (const relation of relationsOf(leaf.place)) {
        for (const [pattern, others] of byPattern) {
          const evidence = this.#evidenceOf(leaf.pattern, relation, pattern);
          if (evidence.broken || !isWanted(evidence, relation)) continue;
          for (const other of others) {
            if (leaf === other || !standTogether(leaf, other)) continue;
            if (relation === 'decides' && !areSiblings(leaf.place, other.place)) continue;
            yield [leaf, other, relation, evidence];
            if (evidence.broken) break;
          }
        }
      }
    }
  }

  #evidenceOf(pattern: string, relation: Relation, other: string): Evidence {
    const ofPlace = entryOf(this.#evidence, pattern, () => new Map());
    const ofRelation = entryOf(ofPlace, relation, () => new Map());
    return entryOf(ofRelation, other, () => ({ values: new Set(), kinds: new Map(), broken: false }));
  }
}

/** Enough was seen for an agreement to be none by accident. */
function isTelling({ kinds, values }: Evidence, relation: Relation): boolean {
  return relation === 'decides' ? kinds.size > 1 : values.size >= enoughValues;
}

/** The value of a key, made where there is none. */
function entryOf<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

function total(kinds: ReadonlyMap<string, number>): number {
  return [...kinds.values()].reduce((sum, count) => sum + count, 0);
}

function relationsOf({ value, schemas }: Place): Relation[] {
  const relations: Relation[] = [];
  if (typeof value === 'string' ? value.length >= shortestTelling : typeof value === 'number' && value > 1)
    relations.push('is in');
  if (typeof value === 'string' && value.includes('/') && lastSegment(value).length >= shortestTelling)
    relations.push('ends as');
  if (Number.isInteger(value) || (typeof value === 'string' && /^\d{1,8}$/.test(value)))
    relations.push('is the length of');
  if (typeof value === 'string' && schemas.some((schema) => 'enum' in schema)) relations.push('decides');
  return relations;
}

function leavesOf(schema: JsonSchema, event: unknown): Leaf[] {
  const leaves: Leaf[] = [];
  for (const place of placesOf(schema, event)) {
    if (place.presence !== 'root') {
      leaves.push({
        place,
        pattern: patternOf(place),
        listed: place.path.some((step) => typeof step === 'number'),
      });
    }
  }
  return leaves;
}

function patternOf({ path }: Place): string {
  return path.map((step) => (typeof step === 'number' ? '[]' : step)).join('.');
}

/** In the lists that both stand in, they stand in the same item. */
function standTogether(a: Leaf, b: Leaf): boolean {
  if (!a.listed || !b.listed) return true;
  for (let i = 0; i < a.place.path.length && i < b.place.path.length; i++) {
    const [step, other] = [a.place.path[i], b.place.path[i]];
    if (step !== other) return typeof step !== 'number' || typeof other !== 'number';
  }
  return true;
}

function areSiblings(a: Place, b: Place): boolean {
  return (
    a.path.length === b.path.length && a.path.slice(0, -1).every((step, index) => step === b.path[index])
  );
}

function holds(value: unknown, other: unknown, relation: Relation): boolean {
  if (relation === 'decides') return true;
  if (relation === 'is the length of') return lengthsOf(other).includes(Number(value));
  const text = String(value);
  if (typeof other === 'number' || typeof value === 'number') return String(other) === text;
  if (relation === 'ends as')
    return typeof other === 'string' && lastSegment(other).endsWith(lastSegment(text));
  return (
    typeof other === 'string' &&
    (other.includes(text) || unescaped(other).includes(text) || other.includes(unescaped(text)))
  );
}

/** The number of items, or of bytes in a text as it stands and as Base64. */
function lengthsOf(value: unknown): number[] {
  if (Array.isArray(value)) return [value.length];
  return typeof value === 'string' ? [Buffer.byteLength(value), Buffer.byteLength(value, 'base64')] : [];
}

function lastSegment(text: string): string {
  return unescaped(text.slice(text.lastIndexOf('/') + 1));
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** What matters of a value to somebody who reads it: its type, and whether it is empty. */
export function kindOfValue(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'list';
  if (isObject(value)) return 'object';
  return `${typeof value}${value === '' || value === 0 || value === false ? ' empty' : ''}`;
}
