import type { BsonDocument } from './bson.js';

/**
 * The documents of a collection in the order in which they came. Of those whose `_id` is a text, one is found without a
 * look at the others: a batch of ten thousand messages may write as many.
 */
export class MongoDocuments {
  #all: readonly BsonDocument[] = [];
  readonly #byText = new Map<string, BsonDocument>();
  readonly #others = new Set<BsonDocument>();

  get all(): readonly BsonDocument[] {
    return this.#all;
  }

  /** Those that may have an `_id`. */
  withId(id: unknown): readonly BsonDocument[] {
    if (typeof id !== 'string') return this.#all;
    const known = this.#byText.get(id);
    return known === undefined ? [...this.#others] : [known, ...this.#others];
  }

  /** Puts one document in the place of another, or where there is none. */
  swap(gone: BsonDocument | undefined, come: BsonDocument | undefined): void {
    const at = gone === undefined ? -1 : this.#all.indexOf(gone);
    const documents = [...this.#all];
    documents.splice(at < 0 ? documents.length : at, at < 0 ? 0 : 1, ...(come === undefined ? [] : [come]));
    this.#all = documents;
    if (gone !== undefined) this.#forget(gone);
    if (come === undefined) return;
    const { _id: id } = come;
    if (typeof id === 'string' && !this.#byText.has(id)) this.#byText.set(id, come);
    else this.#others.add(come);
  }

  #forget(document: BsonDocument): void {
    const { _id: id } = document;
    if (typeof id === 'string' && this.#byText.get(id) === document) this.#byText.delete(id);
    else this.#others.delete(document);
  }
}
