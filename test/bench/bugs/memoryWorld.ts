import { posix } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { type Effect, type Left, PeerGone, type World } from './world.js';

/** Clients that the store knows from the start under `peer:<id>`; the second has left without a word. */
export const peers = [
  'U0dWc2JHOHhNak0wTlRZMw==',
  'Z29uZSBwZWVyIDEyMzQ1Ng==',
  'cGx1cy+zbGFzaC9lcXVhbA==',
] as const;

/** A world in memory, with what the side of the test needs. */
export interface MemoryWorld extends World {
  left(): Left;
  /** Moves the clock. */
  advance(ms: number): void;
}

/**
 * Makes a world whose calls all pass through `effect`; without one they are done as they come. Outside calls
 * take one turn of the event loop, so that work nobody waits for is late.
 */
export function memoryWorld(effect: Effect = (_name, call) => call): MemoryWorld {
  const directory = '/tmp/scf';
  const db = new Map<string, unknown>(peers.map((id) => [`peer:${id}`, { room: 'lobby' }]));
  const rows: unknown[] = [];
  const posts = new Map<string, Left['posts'][number]>();
  const pushes: Left['pushes'][number][] = [];
  const messages = new Map<string, Left['messages'][number]>();
  const files = new Map<string, string>();
  const commands = new Map<string, readonly string[]>();
  const log: string[] = [];
  let clock = Date.UTC(2026, 0, 31, 15, 30);

  const outside: Effect = (name, call) =>
    effect(name, async (...args) => {
      await turn();
      clock += 1;
      return call(...args);
    });

  return {
    db: {
      get: outside('db.get', async (key) => structuredClone(db.get(key))),
      put: outside('db.put', async (key, value) => {
        db.set(key, structuredClone(value));
      }),
      putIfAbsent: outside('db.putIfAbsent', async (key, value) => {
        if (db.has(key)) return false;
        db.set(key, structuredClone(value));
        return true;
      }),
      delete: outside('db.delete', async (key) => {
        db.delete(key);
      }),
      keys: outside('db.keys', async (prefix) => [...db.keys()].filter((key) => key.startsWith(prefix))),
      increment: outside('db.increment', async (key, by) => {
        const value = Number(db.get(key) ?? 0) + by;
        db.set(key, value);
        return value;
      }),
      insert: outside('db.insert', async (row) => {
        rows.push(structuredClone(row));
      }),
    },
    http: {
      get: outside('http.get', async (url, options) => {
        options?.signal?.throwIfAborted();
        return { url, ok: true };
      }),
      post: outside('http.post', async (url, body, options) => {
        options?.signal?.throwIfAborted();
        const key = options?.idempotencyKey ?? `#${posts.size}`;
        if (!posts.has(key)) posts.set(key, { url, body: structuredClone(body) });
        return { status: 200 };
      }),
    },
    push: outside('push', async (to, data, dataType = 'text') => {
      if (to === peers[1]) throw new PeerGone(`connection ${to} is gone`);
      pushes.push({ to, data, dataType });
    }),
    queue: {
      send: outside('queue.send', async (topic, message, options) => {
        const key = options?.dedupeId ?? `#${messages.size}`;
        if (!messages.has(key)) messages.set(key, { topic, message: structuredClone(message) });
      }),
    },
    files: {
      directory,
      write: outside('files.write', async (path, data) => {
        files.set(posix.resolve(directory, path), data);
      }),
    },
    run: outside('run', async (command, args) => {
      const words = args === undefined ? ['sh', '-c', command] : [command, ...args];
      commands.set(JSON.stringify(words), words);
    }),
    now: () => clock,
    async sleep(ms) {
      for (let passed = 0; passed < ms; passed++) await turn();
      clock += ms;
    },
    log(...parts) {
      log.push(parts.map((part) => (part instanceof Error ? part.message : String(part))).join(' '));
    },
    left: () => ({
      db: entries(db),
      rows: [...rows],
      posts: [...posts.values()],
      pushes: [...pushes],
      messages: [...messages.values()],
      files: entries(files),
      commands: [...commands.values()],
      log: [...log],
    }),
    advance(ms) {
      clock += ms;
    },
  };
}

function entries<Value>(map: ReadonlyMap<string, Value>): Record<string, Value> {
  const object: Record<string, Value> = Object.create(null);
  for (const [key, value] of map) object[key] = value;
  return object;
}
