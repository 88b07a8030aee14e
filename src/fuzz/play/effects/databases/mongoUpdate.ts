import type { BsonDocument } from './bson.js';
import { changeAt, copyOf, isPlain, isSame, matches } from './mongoFields.js';

/** How an update makes a new value of the old one. */
type Operator = (before: unknown, operand: unknown) => unknown;

const numberOf = (value: unknown): number => (typeof value === 'number' ? value : Number(value ?? 0));
const itemsOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** What is added to a list: one item, or each of several. */
function added(operand: unknown): unknown[] {
  return isPlain(operand) && Array.isArray(operand.$each) ? operand.$each : [operand];
}

/** https://www.mongodb.com/docs/manual/reference/operator/update/ */
const operators: Readonly<Record<string, Operator>> = {
  $set: (_before, operand) => copyOf(operand),
  $unset: () => undefined,
  $inc: (before, operand) => numberOf(before) + numberOf(operand),
  $mul: (before, operand) => numberOf(before) * numberOf(operand),
  $min: (before, operand) =>
    before === undefined || numberOf(operand) < numberOf(before) ? operand : before,
  $max: (before, operand) =>
    before === undefined || numberOf(operand) > numberOf(before) ? operand : before,
  $currentDate: () => new Date(),
  $push: (before, operand) => [...itemsOf(before), ...added(operand).map(copyOf)],
  $pushAll: (before, operand) => [...itemsOf(before), ...itemsOf(operand).map(copyOf)],
  $addToSet: (before, operand) => {
    const items = [...itemsOf(before)];
    for (const one of added(operand)) if (!items.some((item) => isSame(item, one))) items.push(copyOf(one));
    return items;
  },
  $pull: (before, operand) =>
    itemsOf(before).filter((item) => !(isPlain(operand) ? matches(item, operand) : isSame(item, operand))),
  $pop: (before, operand) => (operand === -1 ? itemsOf(before).slice(1) : itemsOf(before).slice(0, -1)),
};

/** A new value is made of the old one, so that each update counts. */
const additive = new Set(['$inc', '$mul', '$push', '$pushAll', '$pop', '$bit']);

/** An update by operators, a new document, or the stages of a pipeline. */
export type MongoUpdate = BsonDocument | readonly BsonDocument[];

/** What an update writes: the names of its operators and fields. */
export function updateNames(update: MongoUpdate): string[] {
  if (!isByOperators(update)) return [];
  return Object.entries(update).flatMap(([operator, fields]) =>
    Object.keys(Object(fields)).map((field) => `${operator} ${field}`),
  );
}

export function addsUp(update: MongoUpdate): boolean {
  if (Array.isArray(update)) return /"\$(add|subtract|multiply|concatArrays)"/.test(JSON.stringify(update));
  return isByOperators(update) && Object.keys(update).some((name) => additive.has(name));
}

/** True for what only makes a document that is not there. */
export function isOnlyForNew(update: MongoUpdate): boolean {
  return isByOperators(update) && Object.keys(update).join() === '$setOnInsert';
}

function isByOperators(update: MongoUpdate): update is BsonDocument {
  return !Array.isArray(update) && Object.keys(update)[0]?.startsWith('$') === true;
}

/** The document after an update; its `_id` stays. */
export function updated(
  before: BsonDocument,
  update: MongoUpdate,
  { isNew }: { readonly isNew: boolean },
): BsonDocument {
  if (Array.isArray(update)) return stagesApplied(before, update as readonly BsonDocument[]);
  if (!isByOperators(update)) {
    const { _id = before._id, ...rest } = Object(update) as BsonDocument;
    return copyOf(_id === undefined ? rest : { _id, ...rest });
  }
  const after = copyOf(before);
  for (const [name, fields] of Object.entries(update)) {
    const operator = name === '$setOnInsert' && isNew ? operators.$set : operators[name];
    if (operator === undefined) continue;
    for (const [path, operand] of Object.entries(Object(fields) as object))
      changeAt(after, path.replace(/\.\$(\[\w*\])?/g, '.0'), (value) => operator(value, operand));
  }
  return after;
}

/** Of a pipeline, what sets and unsets fields; what is computed in it is kept as it is written. */
function stagesApplied(before: BsonDocument, stages: readonly BsonDocument[]): BsonDocument {
  const after = copyOf(before);
  for (const stage of stages) {
    const fields = Object(stage.$set ?? stage.$addFields ?? {}) as object;
    for (const [path, value] of Object.entries(fields)) changeAt(after, path, () => copyOf(value));
    const gone = stage.$unset;
    for (const path of Array.isArray(gone) ? gone : [gone])
      if (typeof path === 'string') changeAt(after, path, () => undefined);
  }
  return after;
}
