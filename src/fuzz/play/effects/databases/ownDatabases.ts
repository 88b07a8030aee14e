import { setTimeout as sleep } from 'node:timers/promises';
import type { JsonValue } from '../../../../kernel/json.js';
import type { EffectCall } from '../effectKind.js';
import type { CommandAnswers } from './commandAnswers.js';
import { replicaSetOf } from './mongoReplicaSet.js';
import { MongoStore } from './mongoStore.js';
import { RedisScripts } from './redisScripts.js';
import { RedisStore } from './redisStore.js';
import { SqlStore, type TableRules } from './sqlStore.js';

const quietMs = 25;
const maxQuietTurns = 20;

/** What an execution lets its databases know. */
export interface DatabaseFacts {
  /** Tables that take the same row again, as `address table`; grows where that turns out. */
  readonly keyless: Set<string>;
  /** True for a text that an event of the execution brought. */
  readonly isOfEvents: (text: string) => boolean;
  /** What the code of the handler and its environment say. */
  readonly code?: (() => string) | undefined;
}

/** What databases answer that hold nothing. */
export interface DatabaseAnswers {
  /** What the user says that commands are answered. */
  readonly given?: CommandAnswers | undefined;
  /** What is made up: undefined lets a database find nothing. */
  readonly made?: { readonly filler: string | undefined } | undefined;
}

/** What the databases of one execution hold, by the addresses of their servers. */
export class OwnDatabases {
  #nowMs = 0;
  readonly #facts: DatabaseFacts & DatabaseAnswers;
  readonly #listeners: (() => void)[] = [];
  #traffic = 0;
  readonly #hosts = new Set<string>();
  readonly #connections = new Map<string, number>();
  readonly #redis = new Map<string, RedisStore>();
  readonly scripts = new RedisScripts();
  readonly #sql = new Map<string, SqlStore>();
  readonly #mongo = new Map<string, MongoStore>();
  readonly #replicaSets = new Map<string, string>();
  /** How many messages each topic of Kafka has. */
  readonly #offsets = new Map<string, number>();
  /** What takes back the transactions of MongoDB that are open, whichever connection carries them. */
  readonly mongoTransactions = new Map<string, (() => void)[]>();
  /** The tables that refused a row, by the invocation that heard of it. */
  readonly #duplicates = new Map<number, string[]>();

  constructor(facts: DatabaseFacts & DatabaseAnswers) {
    this.#facts = facts;
  }

  /** Moves on to the virtual time of an invocation, in milliseconds since the start. */
  moveTo(atMs: number): void {
    this.#nowMs = Math.max(this.#nowMs, atMs);
  }

  /** How many connections to each server are open, by its address. */
  get connections(): ReadonlyMap<string, number> {
    return this.#connections;
  }

  /** @returns what notes that the connection is closed. */
  connected(address: string): () => void {
    const add = (count: number) =>
      this.#connections.set(address, (this.#connections.get(address) ?? 0) + count);
    add(1);
    return () => void add(-1);
  }

  /** Notes that a client has sent something. */
  noteTraffic(): void {
    this.#traffic++;
  }

  /** How often clients have sent something. */
  get traffic(): number {
    return this.#traffic;
  }

  /**
   * Waits while clients go on to send, as those do that were left alone before they were connected.
   *
   * @param since the traffic of before.
   */
  async quiet(since: number): Promise<void> {
    for (let before = since, turns = 0; before !== this.#traffic && turns < maxQuietTurns; turns++) {
      before = this.#traffic;
      await sleep(quietMs);
    }
  }

  /** Hears when the execution is over. */
  onEnd(listener: () => void): void {
    this.#listeners.push(listener);
  }

  close(): void {
    for (const end of this.#listeners.splice(0)) end();
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
    const store = this.#sql.get(address) ?? new SqlStore(this.#rulesAt(address));
    this.#sql.set(address, store);
    return store;
  }

  mongoAt(address: string): MongoStore {
    const store = this.#mongo.get(address) ?? new MongoStore(this.#rulesAt(address));
    this.#mongo.set(address, store);
    return store;
  }

  /** The name of the replica set that a server of MongoDB belongs to. */
  replicaSetOf(address: string): string {
    const name = this.#replicaSets.get(address) ?? replicaSetOf(address, this.#facts.code?.() ?? '');
    this.#replicaSets.set(address, name);
    return name;
  }

  /** What the user says that a command is answered, by one of its names. */
  answerTo(...calls: readonly string[]): JsonValue | undefined {
    return this.#facts.given?.answerTo(...calls);
  }

  /** What is found where nothing is; undefined for nothing. The call that reads it says that it found nothing. */
  fillerFor(call: EffectCall): string | undefined {
    call.foundNothing = true;
    return this.#facts.made?.filler;
  }

  /** Notes that a table refused a row which it holds already. */
  noteDuplicate(address: string, table: string, invocation: number): void {
    this.#duplicates.set(invocation, [...(this.#duplicates.get(invocation) ?? []), `${address} ${table}`]);
  }

  /**
   * An invocation has failed: who does not expect that a table refuses a row may have one that takes it.
   *
   * @returns true when that changes what the databases answer, so that the execution wants playing again.
   */
  doubtKeys(invocation: number): boolean {
    const places = this.#duplicates.get(invocation) ?? [];
    for (const place of places) this.#facts.keyless.add(place);
    return places.length > 0;
  }

  /** @returns the number of the first of some messages in their topic. */
  appendTo(topic: string, count: number): number {
    const offset = this.#offsets.get(topic) ?? 0;
    this.#offsets.set(topic, offset + count);
    return offset;
  }

  #rulesAt(address: string): TableRules {
    const { keyless, isOfEvents } = this.#facts;
    return { address, isKeyless: (table) => keyless.has(`${address} ${table}`), isOfEvents };
  }
}
