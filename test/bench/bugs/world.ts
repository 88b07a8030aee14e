/** The outside world of a handler: everything it can do to others. Every asynchronous call can fail. */
export interface World {
  readonly db: Database;
  readonly http: {
    /** What lies at an address; here always `{ url, ok: true }`. */
    get(url: string, options?: { readonly signal?: AbortSignal }): Promise<{ url: string; ok: boolean }>;
    /** Two posts count twice unless both carry the same idempotencyKey. */
    post(url: string, body: unknown, options?: PostOptions): Promise<{ status: number }>;
  };
  /** Sends to one WebSocket client; rejects with {@link PeerGone} when it has left. */
  push(connectionId: string, data: string, dataType?: 'text' | 'binary'): Promise<void>;
  readonly queue: {
    /** Two messages count twice unless both carry the same dedupeId. */
    send(topic: string, message: unknown, options?: { readonly dedupeId?: string }): Promise<void>;
  };
  readonly files: {
    /** The temporary directory; nothing may be written outside of it. */
    readonly directory: string;
    /** Writes a file; a relative path is taken from the temporary directory. */
    write(path: string, data: string): Promise<void>;
  };
  /** Runs a command, which may run again without harm: without `args` the text goes through a shell, with them nothing in it is special. */
  run(command: string, args?: readonly string[]): Promise<void>;
  /** Milliseconds since 1970 on the world's own clock. */
  now(): number;
  /** Waits on the world's own clock, on which one outside call takes about a millisecond. */
  sleep(ms: number): Promise<void>;
  log(...parts: unknown[]): void;
}

/** A key-value store with one append-only table beside it. */
export interface Database {
  get(key: string): Promise<unknown>;
  /** Writing the same again changes nothing. */
  put(key: string, value: unknown): Promise<void>;
  /** Like put, unless the key is taken; tells whether it wrote. */
  putIfAbsent(key: string, value: unknown): Promise<boolean>;
  /** Deleting what is not there is fine. */
  delete(key: string): Promise<void>;
  /** Every key with that prefix, in the order of their first writing. */
  keys(prefix: string): Promise<string[]>;
  /** Atomic, and counts every time. */
  increment(key: string, by: number): Promise<number>;
  /** Adds a row every time. */
  insert(row: unknown): Promise<void>;
}

export interface PostOptions {
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
}

/** A WebSocket client that has left. */
export class PeerGone extends Error {
  readonly code = 'PEER_GONE';
}

/** Stands between a handler and one outside call: records it, lets it fail, delays it. */
export type Effect = <Args extends readonly unknown[], Result>(
  name: string,
  call: (...args: Args) => Promise<Result>,
) => (...args: Args) => Promise<Result>;

/** What a handler has left behind. */
export interface Left {
  readonly db: Readonly<Record<string, unknown>>;
  readonly rows: readonly unknown[];
  readonly posts: readonly { readonly url: string; readonly body: unknown }[];
  readonly pushes: readonly { readonly to: string; readonly data: string; readonly dataType: string }[];
  readonly messages: readonly { readonly topic: string; readonly message: unknown }[];
  /** By absolute path. */
  readonly files: Readonly<Record<string, string>>;
  readonly commands: readonly (readonly string[])[];
  readonly log: readonly string[];
}

/**
 * What one outside call leaves behind, for runners that compare calls: nothing, a value under a key
 * (the next call replaces it), what the first call under a key says, or one more entry each time.
 */
export function effectKindOf(name: string, args: readonly unknown[]): EffectKind {
  const [first, second, third] = args;
  const keyOf = (field: string): EffectKind => {
    const key = typeof third === 'object' && third !== null ? Reflect.get(third, field) : undefined;
    return typeof key === 'string' ? { kind: 'once', key: `${name} ${key}` } : { kind: 'append' };
  };
  if (name === 'db.get' || name === 'db.keys' || name === 'http.get') return { kind: 'read' };
  if (name === 'db.put' || name === 'db.putIfAbsent' || name === 'db.delete') {
    return { kind: 'overwrite', key: `db ${String(first)}` };
  }
  if (name === 'files.write') return { kind: 'overwrite', key: `file ${String(first)}` };
  if (name === 'run') return { kind: 'overwrite', key: `run ${JSON.stringify([first, second])}` };
  if (name === 'http.post') return keyOf('idempotencyKey');
  if (name === 'queue.send') return keyOf('dedupeId');
  return { kind: 'append' };
}

export type EffectKind =
  | { readonly kind: 'read' }
  | { readonly kind: 'overwrite' | 'once'; readonly key: string }
  | { readonly kind: 'append' };
