import { type BsonDocument, BsonValue, types } from './bson.js';
import { DuplicateKey, ownKeyOf } from './duplicateKey.js';
import { MongoDocuments } from './mongoDocuments.js';
import { copyOf, equalitiesOf, isPlain, isSame, matches, textOfValue, valuesAt } from './mongoFields.js';
import { type MongoUpdate, updated } from './mongoUpdate.js';
import type { TableRules } from './sqlStore.js';

/** What an update came to. */
export interface MongoChange {
  readonly matched: number;
  readonly modified: number;
  readonly upserted: BsonDocument | undefined;
  readonly before: BsonDocument | undefined;
  readonly after: BsonDocument | undefined;
  readonly undo: () => void;
}

export interface UpdateStatement {
  readonly query: BsonDocument;
  readonly update: MongoUpdate;
  readonly isUpsert: boolean;
  readonly isMulti: boolean;
}

interface Collection {
  readonly documents: MongoDocuments;
  /** Fields that are unique together, of each index. */
  readonly uniques: string[][];
  /** Queries of updates whose document was taken to be there. */
  readonly assumed: Set<string>;
}

/** Set where a document is refused by its `_id` or an index; otherwise nobody knows whether it would be. */
export class KnownDuplicate extends DuplicateKey {}

/**
 * The collections of one server, empty at first. What is inserted is remembered and found again; a document that is
 * updated and was never seen is taken to be there, once.
 */
export class MongoStore {
  readonly #collections = new Map<string, Collection>();
  readonly #rules: TableRules;

  constructor(rules: TableRules) {
    this.#rules = rules;
  }

  get address(): string {
    return this.#rules.address;
  }

  find(name: string, query: BsonDocument): readonly BsonDocument[] {
    return this.#at(name)
      .documents.withId(query._id)
      .filter((document) => matches(document, query));
  }

  /**
   * @returns takes it back.
   * @throws DuplicateKey when it is there already.
   */
  insert(name: string, document: BsonDocument): () => void {
    this.#requireNew(name, document);
    return this.#replace(name, undefined, copyOf(document));
  }

  update(name: string, { query, update, isUpsert, isMulti }: UpdateStatement): MongoChange {
    const found = this.find(name, query).slice(0, isMulti ? undefined : 1);
    const known = found.length > 0 || isUpsert ? found : this.#assumed(name, query);
    if (known.length === 0 && isUpsert) return this.#upsert(name, query, update);
    const undo: (() => void)[] = [];
    let after: BsonDocument | undefined;
    let modified = 0;
    for (const before of known) {
      const changed = updated(before, update, { isNew: false });
      after ??= changed;
      if (isSame(before, changed) && found.includes(before)) continue;
      modified++;
      undo.push(this.#replace(name, before, changed));
    }
    return {
      matched: known.length,
      modified,
      upserted: undefined,
      before: known[0],
      after,
      undo: () => {
        for (const one of undo.reverse()) one();
      },
    };
  }

  delete(name: string, query: BsonDocument, { isMulti }: { readonly isMulti: boolean }): MongoChange {
    const found = this.find(name, query).slice(0, isMulti ? undefined : 1);
    const known = found.length > 0 ? found : this.#assumed(name, query);
    const undo = found.map((document) => this.#replace(name, document, undefined));
    const count = known.length;
    return {
      matched: count,
      modified: count,
      upserted: undefined,
      before: known[0],
      after: undefined,
      undo: () => {
        for (const one of undo.reverse()) one();
      },
    };
  }

  drop(name: string): void {
    this.#collections.delete(name);
  }

  addUnique(name: string, fields: readonly string[]): void {
    this.#at(name).uniques.push([...fields]);
  }

  /** A document that a change looks for by values and that nobody has seen yet is taken to be there. */
  #assumed(name: string, query: BsonDocument): BsonDocument[] {
    const { assumed, documents } = this.#at(name);
    const fields = equalitiesOf(query);
    const text = textOfValue(Object.hasOwn(fields, '_id') ? fields._id : query);
    const isKnown =
      Object.hasOwn(fields, '_id') &&
      documents.withId(fields._id).some((document) => isSame(document._id, fields._id));
    if (isKnown || assumed.has(text) || Object.keys(fields).length === 0) return [];
    assumed.add(text);
    return [fields];
  }

  #upsert(name: string, query: BsonDocument, update: MongoUpdate): MongoChange {
    const made = updated(equalitiesOf(query), update, { isNew: true });
    const after = Object.hasOwn(made, '_id')
      ? made
      : { _id: newId(this.#at(name).documents.all.length), ...made };
    this.#requireUnique(name, after);
    const undo = this.#replace(name, undefined, after);
    return { matched: 0, modified: 0, upserted: after, before: undefined, after, undo };
  }

  #requireNew(name: string, document: BsonDocument): void {
    this.#requireUnique(name, document);
    const { isKeyless, isOfEvents } = this.#rules;
    if (isKeyless(name) || !hasDriversId(document._id, isOfEvents)) return;
    const key = ownKeyOf(plainFields(document), isOfEvents);
    const isThere = this.#at(name).documents.all.some((one) => {
      const known = hasDriversId(one._id, isOfEvents) ? ownKeyOf(plainFields(one), isOfEvents) : undefined;
      return key !== undefined && isSame(known, key);
    });
    if (isThere && key !== undefined) throw new DuplicateKey(name, Object.keys(key), Object.values(key));
  }

  #requireUnique(name: string, document: BsonDocument): void {
    const { documents, uniques } = this.#at(name);
    for (const fields of [['_id'], ...uniques]) {
      const valuesOf = (one: BsonDocument) => fields.map((field) => valuesAt(one, field)[0] ?? null);
      const own = valuesOf(document);
      const others = fields[0] === '_id' ? documents.withId(document._id) : documents.all;
      if (others.some((one) => isSame(valuesOf(one), own)))
        throw new KnownDuplicate(name, fields, own.map(textOfValue));
    }
  }

  /** Puts one document in the place of another, or where there is none. */
  #replace(name: string, before: BsonDocument | undefined, after: BsonDocument | undefined): () => void {
    const { documents } = this.#at(name);
    documents.swap(before, after);
    return () => documents.swap(after, before);
  }

  #at(name: string): Collection {
    const collection = this.#collections.get(name) ?? {
      documents: new MongoDocuments(),
      uniques: [],
      assumed: new Set(),
    };
    this.#collections.set(name, collection);
    return collection;
  }
}

/** True for a document whose id a driver made, so that other fields may tell it from others. */
function hasDriversId(id: unknown, isOfEvents: (text: string) => boolean): boolean {
  if (id === undefined) return true;
  return id instanceof BsonValue && id.type === types.objectId && !isOfEvents(id.bytes.toString('hex'));
}

/** The fields of a document, with ObjectIds and times as texts. */
function plainFields({ _id, ...document }: BsonDocument): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(document).map(([name, value]) => {
      if (value instanceof BsonValue && value.type === types.objectId)
        return [name, value.bytes.toString('hex')];
      if (value instanceof Date) return [name, value.toISOString()];
      return [name, isPlain(value) ? textOfValue(value) : value];
    }),
  );
}

/** An id that the server gives. */
function newId(number: number): BsonValue {
  const bytes = Buffer.alloc(12);
  bytes.writeUInt32BE(number + 1, 8);
  return new BsonValue(types.objectId, bytes);
}
