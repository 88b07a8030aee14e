import type { JsonValue } from '../../../../kernel/json.js';
import type { EffectCall, EffectKind } from '../effectKind.js';
import type { Recorder } from '../recorder.js';
import { type BsonDocument, fromExtendedJson } from './bson.js';
import { DuplicateKey } from './duplicateKey.js';
import { effectOfUpdates, keyOfUpdate, MongoEffect } from './mongoEffects.js';
import { isPlain, textOfValue, valuesAt } from './mongoFields.js';
import { KnownDuplicate, type MongoChange, type MongoStore } from './mongoStore.js';
import type { MongoUpdate } from './mongoUpdate.js';

/** What a command is asked of. */
export interface MongoAsked {
  readonly store: MongoStore;
  readonly command: BsonDocument;
  /** The database and the collection, as `shop.orders`. */
  readonly place: string;
  /** Of the outside call. */
  readonly name: string;
}

/** What a command comes to. */
export interface MongoOutcome {
  readonly effect: EffectKind;
  /** Does it; `onDone` gets what takes it back. */
  readonly run: (call: EffectCall, onDone: (undo: () => void) => void) => BsonDocument;
}

type MongoCommand = (asked: MongoAsked, recorder: Recorder) => MongoOutcome;

/** https://www.mongodb.com/docs/manual/reference/command/ */
export const mongoCommands: Readonly<Record<string, MongoCommand>> = {
  find: (asked, recorder) =>
    readingCursor(asked, recorder, () => sliced(found(asked, asked.command.filter), asked.command)),
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
  getMore: (asked) => reading(() => cursorOf(asked.place, [])),
  listCollections: (asked) => reading(() => cursorOf(asked.place, [])),
  listIndexes: (asked) => reading(() => cursorOf(asked.place, [])),
  listDatabases: () => reading(() => ({ databases: [], totalSize: 0 })),
  dbStats: () => reading(() => ({})),
  insert,
  update,
  delete: deleted,
  findAndModify,
  findandmodify: findAndModify,
  create: (asked) => keyed(asked, () => ({})),
  createIndexes: (asked) =>
    keyed(asked, () => {
      for (const { key, unique } of listAt(asked.command, 'indexes'))
        if (unique === true) asked.store.addUnique(asked.place, Object.keys(Object(key)));
      return { numIndexesBefore: 1, numIndexesAfter: 2 };
    }),
  dropIndexes: (asked) => keyed(asked, () => ({})),
  drop: (asked) =>
    keyed(asked, () => {
      asked.store.drop(asked.place);
      return {};
    }),
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
function documentsOf(given: JsonValue): unknown[] {
  return (Array.isArray(given) ? given : [given]).flatMap((one) =>
    one === null ? [] : [fromExtendedJson(one)],
  );
}

function reading(answer: () => BsonDocument): MongoOutcome {
  return { effect: { kind: 'read' }, run: answer };
}

/** What comes to the same when it comes twice. */
function keyed({ name, place, command }: MongoAsked, answer: () => BsonDocument): MongoOutcome {
  const key = `${name} ${place} ${textOfValue(command.indexes ?? command.index ?? null)}`;
  return { effect: { kind: 'overwrite', key }, run: answer };
}

function found({ store, place }: MongoAsked, query: unknown): readonly BsonDocument[] {
  return store.find(place, documentOf(query));
}

function documentOf(value: unknown): BsonDocument {
  return isPlain(value) ? value : {};
}

function listAt(command: BsonDocument, name: string): BsonDocument[] {
  const list = command[name];
  return Array.isArray(list) ? (list as BsonDocument[]) : [];
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
  { $match, $limit, $skip, $count, $group }: BsonDocument,
): readonly BsonDocument[] {
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

/** Does the statements of a command one after the other, up to the first that is refused. */
function eachOf<Statement>(
  statements: readonly Statement[],
  { command, place, store }: MongoAsked,
  recorder: Recorder,
  run: (statement: Statement, index: number) => void,
): BsonDocument {
  const writeErrors: BsonDocument[] = [];
  for (const [index, statement] of statements.entries()) {
    try {
      run(statement, index);
    } catch (error) {
      if (!(error instanceof DuplicateKey)) throw error;
      if (!(error instanceof KnownDuplicate))
        recorder.surroundings.databases.noteDuplicate(store.address, place, recorder.invocation);
      writeErrors.push({ index, ...duplicateError(error) });
      if (command.ordered !== false) break;
    }
  }
  return writeErrors.length === 0 ? {} : { writeErrors };
}

/** https://www.mongodb.com/docs/manual/reference/error-codes/ */
function duplicateError({ table, columns, values }: DuplicateKey): BsonDocument {
  const index = columns.map((column) => `${column}_1`).join('_');
  const told = columns.map((column, at) => `${column}: ${values[at]}`).join(', ');
  return {
    code: 11_000,
    codeName: 'DuplicateKey',
    errmsg: `E11000 duplicate key error collection: ${table} index: ${index === '_id_1' ? '_id_' : index} dup key: { ${told} }`,
    keyPattern: Object.fromEntries(columns.map((column) => [column, 1])),
    keyValue: Object.fromEntries(columns.map((column, at) => [column, values[at]])),
  };
}

function insert(asked: MongoAsked, recorder: Recorder): MongoOutcome {
  const { store, place, name, command } = asked;
  const effect = new MongoEffect(name, 'append');
  return {
    effect: effect.kind,
    run: (call, onDone) => {
      let n = 0;
      const errors = eachOf(listAt(command, 'documents'), asked, recorder, (document) => {
        onDone(store.insert(place, document));
        n++;
        effect.add('', document);
      });
      if (!effect.isDone) call.state = 'declined';
      return { n, ...errors };
    },
  };
}

function update(asked: MongoAsked, recorder: Recorder): MongoOutcome {
  const { store, place, name, command } = asked;
  const statements = listAt(command, 'updates');
  const effect = effectOfUpdates(
    name,
    statements.map(({ u }) => u as MongoUpdate),
  );
  return {
    effect: effect.kind,
    run: (call, onDone) => {
      const upserted: BsonDocument[] = [];
      let [n, nModified] = [0, 0];
      const errors = eachOf(statements, asked, recorder, (statement, index) => {
        const query = documentOf(statement.q);
        const change = store.update(place, {
          query,
          update: statement.u as MongoUpdate,
          isUpsert: statement.upsert === true,
          isMulti: statement.multi === true,
        });
        onDone(change.undo);
        n += change.matched;
        nModified += change.modified;
        if (change.upserted !== undefined) {
          n++;
          upserted.push({ index, _id: change.upserted._id });
        }
        if (change.after !== undefined)
          effect.add(keyOfUpdate(place, query, statement.u as MongoUpdate), statement);
      });
      if (!effect.isDone) call.state = 'declined';
      return { n, nModified, ...(upserted.length === 0 ? {} : { upserted }), ...errors };
    },
  };
}

function deleted(asked: MongoAsked): MongoOutcome {
  const { store, place, name, command } = asked;
  const effect = new MongoEffect(name, 'overwrite');
  return {
    effect: effect.kind,
    run: (call, onDone) => {
      let n = 0;
      for (const statement of listAt(command, 'deletes')) {
        const query = documentOf(statement.q);
        const change = store.delete(place, query, { isMulti: statement.limit !== 1 });
        onDone(change.undo);
        n += change.matched;
        if (change.matched > 0) effect.add(`mongodb ${place} ${textOfValue(query)}`, statement);
      }
      if (!effect.isDone) call.state = 'declined';
      return { n };
    },
  };
}

/** Changes one document and answers it, as it was or as it is. */
function findAndModify(asked: MongoAsked, recorder: Recorder): MongoOutcome {
  const { store, place, name, command } = asked;
  const query = documentOf(command.query);
  const change = command.update as MongoUpdate | undefined;
  const effect = change === undefined ? new MongoEffect(name, 'overwrite') : effectOfUpdates(name, [change]);
  return {
    effect: effect.kind,
    run: (call, onDone) => {
      let done: MongoChange | undefined;
      const { writeErrors } = eachOf([change], asked, recorder, () => {
        done =
          change === undefined
            ? store.delete(place, query, { isMulti: false })
            : store.update(place, {
                query,
                update: change,
                isUpsert: command.upsert === true,
                isMulti: false,
              });
      });
      if (done === undefined) {
        call.state = 'declined';
        return { ok: 0, ...listAt({ writeErrors }, 'writeErrors')[0] };
      }
      onDone(done.undo);
      const isDone = done.matched > 0 || done.upserted !== undefined;
      if (isDone) effect.add(keyOfUpdate(place, query, change ?? {}), { query, update: change ?? 'remove' });
      else call.state = 'declined';
      const given = recorder.surroundings.databases.answerTo(name);
      const own = command.new === true ? done.after : done.before;
      const value = given === undefined ? own : documentsOf(given)[0];
      const lastErrorObject = {
        n: isDone ? 1 : 0,
        updatedExisting: done.before !== undefined,
        ...(done.upserted === undefined ? {} : { upserted: done.upserted._id }),
      };
      return {
        lastErrorObject: change === undefined ? { n: lastErrorObject.n } : lastErrorObject,
        value: value ?? null,
      };
    },
  };
}
