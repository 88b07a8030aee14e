import type { Recorder } from '../recorder.js';
import { type BsonDocument, BsonValue } from './bson.js';
import { listAt, type MongoOutcome } from './mongoCommand.js';
import { mongoCommands } from './mongoCommands.js';
import { type MongoRequest, mongoReply, mongoRequestsIn } from './mongoMessages.js';
import type { MongoStore } from './mongoStore.js';
import type { Line, Peer, Task } from './peer.js';

/** The server, and the replica set that it is the only member of. */
interface OwnServer {
  readonly store: MongoStore;
  readonly address: string;
  readonly setName: string;
}

type Talk = (command: BsonDocument, own: OwnServer) => BsonDocument;

/** What a connection says of itself; no effect of a handler. */
const talks: Readonly<Record<string, Talk>> = {
  hello,
  ismaster: hello,
  isMaster: hello,
  ping: () => ({}),
  buildInfo: () => ({ version: '7.0.12', versionArray: [7, 0, 12, 0], maxBsonObjectSize: 16_777_216 }),
  buildinfo: () => ({ version: '7.0.12', versionArray: [7, 0, 12, 0], maxBsonObjectSize: 16_777_216 }),
  killCursors: ({ cursors = [] }) => ({ cursorsKilled: cursors, cursorsNotFound: [] }),
  endSessions: () => ({}),
  // Drivers make what a collection needs by themselves, and nobody waits for that.
  create: () => ({}),
  createIndexes: (command, { store }) => {
    for (const { key, unique } of listAt(command, 'indexes'))
      if (unique === true) store.addUnique(placeOf('createIndexes', command), Object.keys(Object(key)));
    return { numIndexesBefore: 1, numIndexesAfter: 2 };
  },
  listIndexes: (command) => ({ cursor: { firstBatch: [], id: 0n, ns: placeOf('listIndexes', command) } }),
  connectionStatus: () => ({ authInfo: { authenticatedUsers: [], authenticatedUserRoles: [] } }),
};

/**
 * The only member of a replica set, since a single server offers no transactions. Who has a password is told that there is
 * no need for it.
 */
function hello(
  { speculativeAuthenticate, saslSupportedMechs }: BsonDocument,
  { address, setName }: OwnServer,
): BsonDocument {
  const wantsLogin = speculativeAuthenticate !== undefined || saslSupportedMechs !== undefined;
  return {
    ismaster: true,
    isWritablePrimary: true,
    secondary: false,
    helloOk: true,
    setName,
    setVersion: 1,
    hosts: [address],
    primary: address,
    me: address,
    ...(wantsLogin ? { arbiterOnly: true } : {}),
    maxBsonObjectSize: 16_777_216,
    maxMessageSizeBytes: 48_000_000,
    maxWriteBatchSize: 100_000,
    localTime: new Date(),
    logicalSessionTimeoutMinutes: 30,
    connectionId: 1,
    minWireVersion: 0,
    maxWireVersion: 21,
    readOnly: false,
  };
}

/** The side of a MongoDB server. */
export class MongoPeer implements Peer {
  readonly #line: Line;
  #rest: Buffer = Buffer.alloc(0);

  constructor(line: Line) {
    this.#line = line;
  }

  receive(bytes: Buffer): readonly Task[] {
    const { requests, rest } = mongoRequestsIn(Buffer.concat([this.#rest, bytes]));
    this.#rest = rest;
    return requests.map((request) => async (recorder) => {
      const reply = await this.#replyTo(recorder, request);
      if (!request.isSilent) this.#line.send(mongoReply(request, reply));
    });
  }

  async #replyTo(recorder: Recorder, { command }: MongoRequest): Promise<BsonDocument> {
    const [verb = ''] = Object.keys(command);
    const talk = talks[verb];
    const { databases } = recorder.surroundings;
    const { address } = this.#line;
    if (talk !== undefined)
      return {
        ...talk(command, {
          address,
          setName: databases.replicaSetOf(address),
          store: databases.mongoAt(address),
        }),
        ok: 1,
      };
    if (isChangeStream(command)) return refused(recorder, command);
    if (verb === 'commitTransaction' || verb === 'abortTransaction')
      return this.#end(recorder, verb, command);
    const make = mongoCommands[verb];
    if (make === undefined) return failed(`no such command: '${verb}'`, 59, 'CommandNotFound');
    const store = databases.mongoAt(address);
    const outcome = make(
      { store, command, place: placeOf(verb, command), name: nameOf(verb, command) },
      recorder,
    );
    return this.#run(recorder, { verb, command, outcome });
  }

  async #run(
    recorder: Recorder,
    {
      verb,
      command,
      outcome,
    }: { readonly verb: string; readonly command: BsonDocument; readonly outcome: MongoOutcome },
  ): Promise<BsonDocument> {
    const { databases } = recorder.surroundings;
    const transaction = transactionOf(command);
    if (command.startTransaction === true) databases.mongoTransactions.set(transaction, []);
    const told = tellable(command);
    try {
      const reply = await recorder.run(
        nameOf(verb, command),
        told,
        (call) => {
          const undo = databases.mongoTransactions.get(transaction);
          return outcome.run(call, (one) =>
            undo?.push(() => {
              one();
              call.state = 'declined';
            }),
          );
        },
        outcome.effect,
      );
      return { ok: 1, ...reply };
    } catch (error) {
      return failed(error instanceof Error ? error.message : String(error), 1, 'InternalError');
    }
  }

  /** Ends a transaction; a commit that does not arrive commits nothing. */
  async #end(recorder: Recorder, verb: string, command: BsonDocument): Promise<BsonDocument> {
    const { mongoTransactions } = recorder.surroundings.databases;
    const transaction = transactionOf(command);
    const undo = mongoTransactions.get(transaction) ?? [];
    const rollBack = (): void => {
      for (const one of undo.splice(0).reverse()) one();
    };
    const done = () => {
      if (verb === 'commitTransaction') undo.splice(0);
      else rollBack();
      mongoTransactions.delete(transaction);
    };
    try {
      await recorder.run(`mongodb ${verb}`, [], done, { kind: 'read' });
      return { ok: 1 };
    } catch (error) {
      rollBack();
      return failed(error instanceof Error ? error.message : String(error), 1, 'InternalError');
    }
  }
}

/** Nobody else changes anything here, so that who waits for it would wait for ever. */
function isChangeStream(command: BsonDocument): boolean {
  return listAt(command, 'pipeline').some((stage) => stage.$changeStream !== undefined);
}

async function refused(recorder: Recorder, command: BsonDocument): Promise<BsonDocument> {
  const { message } = await recorder.refuse(nameOf('watch', { watch: command.aggregate }));
  return failed(message, 40_573, 'Location40573');
}

function failed(errmsg: string, code: number, codeName: string): BsonDocument {
  return { ok: 0, errmsg, code, codeName };
}

function nameOf(verb: string, command: BsonDocument): string {
  const name = command[verb];
  return typeof name === 'string' ? `mongodb ${verb} ${name}` : `mongodb ${verb}`;
}

/** Where the documents of a command lie. */
function placeOf(verb: string, command: BsonDocument): string {
  return `${String(command.$db)}.${String(command[verb])}`;
}

/** The transaction that a command belongs to; that of none is never begun. */
function transactionOf({ lsid, txnNumber, autocommit }: BsonDocument): string {
  if (autocommit !== false) return '';
  const id: unknown = Reflect.get(Object(lsid), 'id');
  return `${id instanceof BsonValue ? id.bytes.toString('hex') : ''} ${String(txnNumber)}`;
}

/** What a connection adds to each command. */
const ofConnection =
  /^(lsid|txnNumber|autocommit|startTransaction|readConcern|writeConcern|apiVersion|ordered|bypassDocumentValidation|new|cursor|maxTimeMS|\$.*)$/;

/** What a command asks for, as it is told. */
function tellable(command: BsonDocument): unknown[] {
  const [verb = ''] = Object.keys(command);
  const fields = Object.entries(command).filter(([name]) => name !== verb && !ofConnection.test(name));
  return [Object.fromEntries(fields)];
}
