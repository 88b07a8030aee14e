import type { JsonValue } from '../../../../kernel/json.js';
import type { EffectCall } from '../effectKind.js';
import type { Recorder } from '../recorder.js';
import { type BsonDocument, fromExtendedJson } from './bson.js';
import { documentOf, listAt, type MongoAsked, type MongoCommand, type MongoOutcome } from './mongoCommand.js';
import { isPlain, sorted, textOfValue, valuesAt } from './mongoFields.js';

/** Commands that only ask. */
export const mongoReads: Readonly<Record<string, MongoCommand>> = {
  find: (asked, recorder) =>
    readingCursor(asked, recorder, () => {
      const { command } = asked;
      return sliced(sorted(found(asked, command.filter), command.sort), command);
    }),
  aggregate,
  count: (asked, recorder) =>
    reading(() => {
      const given = recorder.surroundings.databases.answerTo(asked.name);
      if (typeof given === 'number') return { n: given };
      return { n: (Array.isArray(given) ? given : found(asked, asked.command.query)).length };
    }),
  distinct: (asked, recorder) =>
    reading(() => {
      const given = recorder.surroundings.databases.answerTo(asked.name);
      if (given !== undefined) return { values: documentsOf(given) };
      const values = found(asked, asked.command.query).flatMap((document) =>
        valuesAt(document, String(asked.command.key)),
      );
      return { values: [...new Map(values.flat().map((value) => [textOfValue(value), value])).values()] };
    }),
  getMore: (asked) => reading(() => ({ cursor: { nextBatch: [], id: 0n, ns: asked.place } })),
  listCollections: (asked) => reading(() => cursorOf(asked.place, [])),
  listDatabases: () => reading(() => ({ databases: [], totalSize: 0 })),
  dbStats: () => reading(() => ({})),
};

/** A command that gives documents: those that the user says, those that are there, or what is made up. */
function readingCursor(
  { place, name }: MongoAsked,
  { surroundings: { databases } }: Recorder,
  find: () => readonly BsonDocument[],
): MongoOutcome {
  const run = (call: EffectCall): BsonDocument => {
    const given = databases.answerTo(name);
    if (given !== undefined) return cursorOf(place, documentsOf(given) as BsonDocument[]);
    const documents = find();
    const filler = documents.length === 0 ? databases.fillerFor(call) : undefined;
    return cursorOf(place, filler === undefined ? documents : [{ _id: filler }]);
  };
  return { effect: { kind: 'read' }, run };
}

/** A list of what was given, in the types that extended JSON names. */
export function documentsOf(given: JsonValue): unknown[] {
  return (Array.isArray(given) ? given : [given]).flatMap((one) =>
    one === null ? [] : [fromExtendedJson(one)],
  );
}

function reading(answer: () => BsonDocument): MongoOutcome {
  return { effect: { kind: 'read' }, run: answer };
}

function found({ store, place }: MongoAsked, query: unknown): readonly BsonDocument[] {
  return store.find(place, documentOf(query));
}

function cursorOf(place: string, firstBatch: readonly BsonDocument[]): BsonDocument {
  return { cursor: { firstBatch, id: 0n, ns: place } };
}

function sliced(documents: readonly BsonDocument[], { skip, limit }: BsonDocument): BsonDocument[] {
  const from = typeof skip === 'number' ? skip : 0;
  const most = typeof limit === 'number' && limit !== 0 ? Math.abs(limit) : Number.POSITIVE_INFINITY;
  return documents.slice(from, from + most);
}

/** Finds what its first stages look for, and counts; other stages let the documents pass. */
function aggregate(asked: MongoAsked, recorder: Recorder): MongoOutcome {
  const stages = listAt(asked.command, 'pipeline');
  const last = stages.at(-1) ?? {};
  const target = last.$merge ?? last.$out;
  const run = () => {
    let documents: readonly BsonDocument[] = found(asked, {});
    for (const stage of stages) documents = staged(asked, documents, stage);
    return documents;
  };
  if (target === undefined) return readingCursor(asked, recorder, run);
  const effect = { kind: 'overwrite', key: `mongodb ${textOfValue(target)}` } as const;
  return { effect, run: () => cursorOf(asked.place, run()) };
}

function staged(
  { store, place }: MongoAsked,
  documents: readonly BsonDocument[],
  { $match, $sort, $limit, $skip, $count, $group }: BsonDocument,
): readonly BsonDocument[] {
  if ($sort !== undefined) return sorted(documents, $sort);
  if ($match !== undefined) {
    const matching = store.find(place, documentOf($match));
    return documents.filter((document) => matching.includes(document));
  }
  if ($limit !== undefined || $skip !== undefined) return sliced(documents, { limit: $limit, skip: $skip });
  if ($count !== undefined) return documents.length === 0 ? [] : [{ [String($count)]: documents.length }];
  if ($group === undefined || documents.length === 0) return documents;
  // Of sums by group only the number of documents is known, as countDocuments asks for it.
  const { _id, ...sums } = documentOf($group);
  return [{ _id: isPlain(_id) || typeof _id === 'string' ? null : _id, ...countsOf(sums, documents.length) }];
}

function countsOf(sums: BsonDocument, count: number): BsonDocument {
  return Object.fromEntries(Object.keys(sums).map((name) => [name, count]));
}
