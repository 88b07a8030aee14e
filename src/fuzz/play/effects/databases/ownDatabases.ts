import { RedisStore } from './redisStore.js';
import { SqlStore } from './sqlStore.js';

/** What the databases of one execution hold, by the addresses of their servers. */
export class OwnDatabases {
  #nowMs = 0;
  readonly #hosts = new Set<string>();
  readonly #redis = new Map<string, RedisStore>();
  readonly #sql = new Map<string, SqlStore>();

  /** Moves on to the virtual time of an invocation, in milliseconds since the start. */
  moveTo(atMs: number): void {
    this.#nowMs = Math.max(this.#nowMs, atMs);
  }

  /** Notes that a server of this name is played. */
  play(host: string): void {
    this.#hosts.add(host);
  }

  isPlayed(host: string): boolean {
    return this.#hosts.has(host);
  }

  /** @param index number of the database on the server. */
  redisAt(address: string, index: number): RedisStore {
    const key = `${address}/${index}`;
    const store = this.#redis.get(key) ?? new RedisStore(() => this.#nowMs);
    this.#redis.set(key, store);
    return store;
  }

  sqlAt(address: string): SqlStore {
    const store = this.#sql.get(address) ?? new SqlStore();
    this.#sql.set(address, store);
    return store;
  }
}
