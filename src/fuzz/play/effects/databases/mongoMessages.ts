import { type BsonDocument, readBson, writeBson } from './bson.js';

/** https://www.mongodb.com/docs/manual/reference/mongodb-wire-protocol/ */
const operations = { reply: 1, query: 2004, message: 2013 } as const;
const flags = { checksum: 1, moreToCome: 2 } as const;

/** What a client sends: a command with the lists that came beside it. */
export interface MongoRequest {
  readonly id: number;
  readonly command: BsonDocument;
  /** Nobody waits for a reply. */
  readonly isSilent: boolean;
  /** It came as a query of old, and is answered so. */
  readonly isQuery: boolean;
}

/** The messages that are whole, and what is left. */
export function mongoRequestsIn(bytes: Buffer): {
  readonly requests: readonly MongoRequest[];
  readonly rest: Buffer;
} {
  const requests: MongoRequest[] = [];
  let rest = bytes;
  while (rest.length >= 16 && rest.length >= rest.readInt32LE(0)) {
    const length = rest.readInt32LE(0);
    if (length < 16) throw new Error(`Cannot read a message of MongoDB: its length is ${length}.`);
    requests.push(requestOf(rest.subarray(0, length)));
    rest = rest.subarray(length);
  }
  return { requests, rest };
}

function requestOf(message: Buffer): MongoRequest {
  const id = message.readInt32LE(4);
  const operation = message.readInt32LE(12);
  if (operation === operations.query) {
    const nameEnd = message.indexOf(0, 20);
    const { document } = readBson(message, nameEnd + 9);
    return { id, command: document, isSilent: false, isQuery: true };
  }
  if (operation !== operations.message)
    throw new Error(`Cannot read a message of MongoDB: there is no operation ${operation}.`);
  const bits = message.readInt32LE(16);
  const end = message.length - ((bits & flags.checksum) === 0 ? 0 : 4);
  return { id, command: sectionsIn(message, end), isSilent: (bits & flags.moreToCome) !== 0, isQuery: false };
}

/** The command and the lists of documents that stand beside it, in one. */
function sectionsIn(message: Buffer, end: number): BsonDocument {
  let command: BsonDocument = {};
  const lists: Record<string, BsonDocument[]> = {};
  for (let at = 20; at < end; ) {
    const kind = message[at];
    if (kind === 0) {
      const read = readBson(message, at + 1);
      command = read.document;
      at = read.end;
      continue;
    }
    const sectionEnd = at + 1 + message.readInt32LE(at + 1);
    const nameEnd = message.indexOf(0, at + 5);
    const documents: BsonDocument[] = [];
    for (let next = nameEnd + 1; next < sectionEnd; ) {
      const read = readBson(message, next);
      documents.push(read.document);
      next = read.end;
    }
    lists[message.toString('utf8', at + 5, nameEnd)] = documents;
    at = sectionEnd;
  }
  return { ...command, ...lists };
}

export function mongoReply({ id, isQuery }: MongoRequest, document: BsonDocument): Buffer {
  const body = writeBson(document);
  const head = Buffer.alloc(isQuery ? 36 : 21);
  head.writeInt32LE(head.length + body.length, 0);
  head.writeInt32LE(id, 8);
  head.writeInt32LE(isQuery ? operations.reply : operations.message, 12);
  if (isQuery) {
    // The server can wait for data, and gives one document.
    head.writeInt32LE(8, 16);
    head.writeInt32LE(1, 32);
  }
  return Buffer.concat([head, body]);
}
