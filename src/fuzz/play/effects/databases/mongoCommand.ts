import type { EffectCall, EffectKind } from '../effectKind.js';
import type { Recorder } from '../recorder.js';
import type { BsonDocument } from './bson.js';
import { isPlain } from './mongoFields.js';
import type { MongoStore } from './mongoStore.js';

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

export type MongoCommand = (asked: MongoAsked, recorder: Recorder) => MongoOutcome;

export function documentOf(value: unknown): BsonDocument {
  return isPlain(value) ? value : {};
}

export function listAt(command: BsonDocument, name: string): BsonDocument[] {
  const list = command[name];
  return Array.isArray(list) ? (list as BsonDocument[]) : [];
}
