import { isObject } from '../../../../kernel/json.js';
import { type BsonDocument, BsonValue } from './bson.js';

/** The value at a path such as `items.0.name`; of lists, that of each item as well. */
export function valuesAt(document: unknown, path: string): unknown[] {
  let values: unknown[] = [document];
  for (const name of path.split('.')) {
    values = values.flatMap((value) => {
      const own = memberOf(value, name);
      const ofItems = Array.isArray(value) ? value.flatMap((item) => memberOf(item, name)) : [];
      return [...own, ...ofItems];
    });
  }
  return values;
}

function memberOf(value: unknown, name: string): unknown[] {
  return isPlain(value) && Object.hasOwn(value, name) ? [Reflect.get(value, name)] : [];
}

/** True for a document or a list; what BSON has a type of its own for is none. */
export function isPlain(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === 'object' && value !== null && !(value instanceof Date) && !(value instanceof BsonValue)
  );
}

/** Changes the value at a path of a document, which is made where it is not there. */
export function changeAt(document: object, path: string, change: (before: unknown) => unknown): void {
  const names = path.split('.');
  const last = names.pop() ?? '';
  let place: object = document;
  for (const name of names) {
    const inner: unknown = Object.hasOwn(place, name) ? Reflect.get(place, name) : undefined;
    const next = isPlain(inner) ? inner : {};
    if (next !== inner) define(place, name, next);
    place = next;
  }
  const before: unknown = Object.hasOwn(place, last) ? Reflect.get(place, last) : undefined;
  const after = change(before);
  if (after === undefined) Reflect.deleteProperty(place, last);
  else define(place, last, after);
}

function define(place: object, name: string, value: unknown): void {
  Object.defineProperty(place, name, { value, writable: true, enumerable: true, configurable: true });
}

/** A copy whose documents and lists may be changed. */
export function copyOf<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(copyOf) as Value;
  if (!isPlain(value)) return value;
  const copy = {};
  for (const [name, inner] of Object.entries(value)) define(copy, name, copyOf(inner));
  return copy as Value;
}

export function isSame(a: unknown, b: unknown): boolean {
  return textOfValue(a) === textOfValue(b);
}

/** A value as JSON, which has no big integers. */
export function textOfValue(value: unknown): string {
  return JSON.stringify(value, (_name, inner: unknown) => (typeof inner === 'bigint' ? `${inner}n` : inner));
}

type Test = (values: readonly unknown[], operand: unknown) => boolean;

/** The values of a field and, of those that are lists, their items. */
function eachOf(values: readonly unknown[]): unknown[] {
  return values.flatMap((value) => (Array.isArray(value) ? [value, ...value] : [value]));
}

function holds(values: readonly unknown[], operand: unknown): boolean {
  if (operand === null && values.length === 0) return true;
  return eachOf(values).some((value) => isSame(value, operand));
}

function compared(is: (order: number) => boolean): Test {
  return (values, operand) =>
    eachOf(values).some((value) => {
      const [a, b] = [orderable(value), orderable(operand)];
      return typeof a === typeof b && a !== undefined && b !== undefined && is(a < b ? -1 : a > b ? 1 : 0);
    });
}

function orderable(value: unknown): string | number | bigint | undefined {
  if (value instanceof Date) return value.getTime();
  if (value instanceof BsonValue) return value.bytes.toString('hex');
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint'
    ? value
    : undefined;
}

/** Documents in the order of `{ at: -1, name: 1 }`; one without a field comes before those that have it. */
export function sorted(documents: readonly BsonDocument[], order: unknown): readonly BsonDocument[] {
  if (!isPlain(order)) return documents;
  const keys = Object.entries(order).filter(([, direction]) => direction === 1 || direction === -1);
  const compare = (a: BsonDocument, b: BsonDocument): number => {
    for (const [name, direction] of keys) {
      const [own, other] = [a, b].map((one) => orderable(valuesAt(one, name)[0]));
      if (own === other) continue;
      if (own === undefined) return -Number(direction);
      if (other === undefined) return Number(direction);
      if (typeof own === typeof other) return own < other ? -Number(direction) : Number(direction);
    }
    return 0;
  };
  return keys.length === 0 ? documents : [...documents].sort(compare);
}

const listOf = (operand: unknown): unknown[] => (Array.isArray(operand) ? operand : []);

/** https://www.mongodb.com/docs/manual/reference/operator/query/ */
const tests: Readonly<Record<string, Test>> = {
  $eq: holds,
  $ne: (values, operand) => !holds(values, operand),
  $gt: compared((order) => order > 0),
  $gte: compared((order) => order >= 0),
  $lt: compared((order) => order < 0),
  $lte: compared((order) => order <= 0),
  $in: (values, operand) => listOf(operand).some((one) => holds(values, one)),
  $nin: (values, operand) => !listOf(operand).some((one) => holds(values, one)),
  $all: (values, operand) => listOf(operand).every((one) => holds(values, one)),
  $exists: (values, operand) => values.length > 0 === Boolean(operand),
  $size: (values, operand) => values.some((value) => Array.isArray(value) && value.length === operand),
  $not: (values, operand) => !fits(values, operand),
  $elemMatch: (values, operand) =>
    values.flatMap(listOf).some((item) => isObject(operand) && matches(item, operand)),
};

function fits(values: readonly unknown[], condition: unknown): boolean {
  if (!hasOperators(condition)) return holds(values, condition);
  return Object.entries(condition).every(([name, operand]) => tests[name]?.(values, operand) ?? false);
}

function hasOperators(condition: unknown): condition is Record<string, unknown> {
  return (
    isPlain(condition) && !Array.isArray(condition) && Object.keys(condition)[0]?.startsWith('$') === true
  );
}

/** True for a document that a query finds; an operator that is not known finds nothing. */
export function matches(document: unknown, query: BsonDocument): boolean {
  return Object.entries(query).every(([name, condition]) => {
    const queries = listOf(condition) as BsonDocument[];
    if (name === '$and') return queries.every((one) => matches(document, one));
    if (name === '$or') return queries.some((one) => matches(document, one));
    if (name === '$nor') return !queries.some((one) => matches(document, one));
    if (name === '$comment') return true;
    if (name.startsWith('$')) return false;
    return fits(valuesAt(document, name), condition);
  });
}

/** What a document has that a query finds by values: the fields that equal one. */
export function equalitiesOf(query: BsonDocument): Record<string, unknown> {
  const fields = {};
  const add = (one: BsonDocument): void => {
    for (const [name, condition] of Object.entries(one)) {
      if (name === '$and') for (const inner of listOf(condition)) add(inner as BsonDocument);
      if (name.startsWith('$')) continue;
      if (!hasOperators(condition)) changeAt(fields, name, () => copyOf(condition));
      else if (Object.hasOwn(condition, '$eq')) changeAt(fields, name, () => copyOf(condition.$eq));
    }
  };
  add(query);
  return fields;
}
