import type { EffectKind } from '../effectKind.js';
import type { BsonDocument } from './bson.js';
import { textOfValue } from './mongoFields.js';
import { addsUp, isOnlyForNew, type MongoUpdate, updateNames } from './mongoUpdate.js';

/** What a command leaves behind, which grows while it does what it is asked. */
export class MongoEffect {
  readonly #name: string;
  readonly #entries: string[] = [];
  readonly #parts: Record<string, string> = {};
  readonly kind: EffectKind;

  constructor(name: string, kind: 'append' | 'overwrite' | 'once') {
    this.#name = name;
    this.kind =
      kind === 'append' ? { kind, entries: this.#entries } : { kind, key: name, parts: this.#parts };
  }

  /** True once something was done. */
  get isDone(): boolean {
    return this.#entries.length + Object.keys(this.#parts).length > 0;
  }

  /** Adds what one statement has done, under the name of what it has done it to. */
  add(key: string, what: unknown): void {
    const text = `${this.#name} ${textOfValue([what])}`;
    if (this.kind.kind === 'append') this.#entries.push(text);
    else this.#parts[key] = text;
  }
}

/** The place of a document that an update finds, by what it is found by and what is written. */
export function keyOfUpdate(place: string, query: BsonDocument, update: MongoUpdate): string {
  return `mongodb ${place} ${textOfValue(query)} ${updateNames(update).join()}`;
}

export function effectOfUpdates(name: string, updates: readonly MongoUpdate[]): MongoEffect {
  if (updates.some(addsUp)) return new MongoEffect(name, 'append');
  return new MongoEffect(name, updates.every(isOnlyForNew) ? 'once' : 'overwrite');
}
