/** What a key of Redis holds; texts have a character for each byte. */
export type RedisValue =
  | { readonly type: 'string'; readonly text: string }
  | { readonly type: 'hash'; readonly fields: Map<string, string> }
  | { readonly type: 'list'; readonly items: string[] }
  | { readonly type: 'set'; readonly members: Set<string> }
  | { readonly type: 'zset'; readonly scores: Map<string, number> }
  | { readonly type: 'stream'; readonly ids: string[] };

type ValueOf<Type extends RedisValue['type']> = Extract<RedisValue, { readonly type: Type }>;

const emptyOf: { readonly [Type in RedisValue['type']]: () => ValueOf<Type> } = {
  string: () => ({ type: 'string', text: '' }),
  hash: () => ({ type: 'hash', fields: new Map() }),
  list: () => ({ type: 'list', items: [] }),
  set: () => ({ type: 'set', members: new Set() }),
  zset: () => ({ type: 'zset', scores: new Map() }),
  stream: () => ({ type: 'stream', ids: [] }),
};

/** An error that the server answers. */
export class RedisError extends Error {
  override readonly name = 'RedisError';
}

interface Entry {
  readonly value: RedisValue;
  readonly expiresAtMs: number;
}

/** One database of a Redis server that is empty at first. */
export class RedisStore {
  #entries = new Map<string, Entry>();
  readonly #versions = new Map<string, number>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** How often a key was written, for `WATCH`. */
  versionOf(key: string): number {
    return this.#versions.get(key) ?? 0;
  }

  has(key: string): boolean {
    return this.#entryOf(key) !== undefined;
  }

  typeOf(key: string): RedisValue['type'] | 'none' {
    return this.#entryOf(key)?.value.type ?? 'none';
  }

  keys(): string[] {
    return [...this.#entries.keys()].filter((key) => this.has(key));
  }

  /** What a key holds, or an empty value of the type that is not kept. */
  read<Type extends RedisValue['type']>(key: string, type: Type): ValueOf<Type> {
    const value = this.#entryOf(key)?.value ?? emptyOf[type]();
    if (value.type !== type)
      throw new RedisError('WRONGTYPE Operation against a key holding the wrong kind of value');
    return value as ValueOf<Type>;
  }

  /** What a key holds, to be changed; made where it is not there. */
  change<Type extends RedisValue['type']>(key: string, type: Type): ValueOf<Type> {
    const value = this.read(key, type);
    this.write(key, value, this.#entryOf(key)?.expiresAtMs);
    return value;
  }

  write(key: string, value: RedisValue, expiresAtMs = Number.POSITIVE_INFINITY): void {
    this.#entries.set(key, { value, expiresAtMs });
    this.#touch(key);
  }

  delete(key: string): boolean {
    const isThere = this.has(key);
    this.#entries.delete(key);
    if (isThere) this.#touch(key);
    return isThere;
  }

  clear(): void {
    for (const key of this.keys()) this.delete(key);
  }

  /** @param ttlMs undefined keeps the key for good. */
  expire(key: string, ttlMs: number | undefined): boolean {
    const entry = this.#entryOf(key);
    if (entry === undefined) return false;
    this.write(key, entry.value, ttlMs === undefined ? undefined : this.#now() + ttlMs);
    return true;
  }

  /** Milliseconds that a key has left: -1 when it stays, -2 when it is not there. */
  ttlMsOf(key: string): number {
    const entry = this.#entryOf(key);
    if (entry === undefined) return -2;
    return Number.isFinite(entry.expiresAtMs) ? entry.expiresAtMs - this.#now() : -1;
  }

  /** Remembers everything; what is returned brings it back. */
  checkpoint(): () => void {
    const kept = structuredClone(this.#entries);
    return () => {
      this.#entries = kept;
    };
  }

  #entryOf(key: string): Entry | undefined {
    const entry = this.#entries.get(key);
    if (entry === undefined || entry.expiresAtMs > this.#now()) return entry;
    this.#entries.delete(key);
    return undefined;
  }

  #touch(key: string): void {
    this.#versions.set(key, this.versionOf(key) + 1);
  }
}
