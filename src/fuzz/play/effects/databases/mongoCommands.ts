import type { Recorder } from '../recorder.js';
import type { BsonDocument } from './bson.js';
import { DuplicateKey } from './duplicateKey.js';
import { documentOf, listAt, type MongoAsked, type MongoCommand, type MongoOutcome } from './mongoCommand.js';
import { effectOfUpdates, keyOfUpdate, MongoEffect } from './mongoEffects.js';
import { textOfValue } from './mongoFields.js';
import { documentsOf, mongoReads } from './mongoReads.js';
import { KnownDuplicate, type MongoChange } from './mongoStore.js';
import type { MongoUpdate } from './mongoUpdate.js';

/** https://www.mongodb.com/docs/manual/reference/command/ */
export const mongoCommands: Readonly<Record<string, MongoCommand>> = {
  ...mongoReads,
  insert,
  update,
  delete: deleted,
  findAndModify,
  findandmodify: findAndModify,
  dropIndexes: (asked) => keyed(asked, () => ({})),
  drop: (asked) =>
    keyed(asked, () => {
      asked.store.drop(asked.place);
      return {};
    }),
};

/** What comes to the same when it comes twice. */
function keyed({ name, place, command }: MongoAsked, answer: () => BsonDocument): MongoOutcome {
  const key = `${name} ${place} ${textOfValue(command.indexes ?? command.index ?? null)}`;
  return { effect: { kind: 'overwrite', key }, run: answer };
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
