import { Misuse } from '../../kernel/misuse.js';
import type { Connection } from './connection.js';

/** The connections of a gateway, in the order of their handshakes. */
export class Connections {
  readonly #byId = new Map<string, Connection>();
  readonly #maxKept: number;

  /** @param maxKept how many there are at most, beside those that are open; ended ones make room. */
  constructor(maxKept: number) {
    this.#maxKept = maxKept;
  }

  get byId(): ReadonlyMap<string, Connection> {
    return this.#byId;
  }

  /** @throws Misuse CONNECTION_EXISTS. */
  add(client: Connection): Connection {
    const known = this.#byId.get(client.id);
    if (known?.state === 'open' || known?.state === 'connecting') {
      throw new Misuse(
        'CONNECTION_EXISTS',
        `Cannot connect as ${client.id}: a connection of that id is ${known.state}. Give another id, or none.`,
      );
    }
    // A connection of the same id that has ended makes room, so that the newest comes last.
    this.#byId.delete(client.id);
    this.#byId.set(client.id, client);
    for (const [id, { state }] of this.#byId) {
      if (this.#byId.size <= this.#maxKept) break;
      if (state === 'closed' || state === 'refused') this.#byId.delete(id);
    }
    return client;
  }

  /** @throws Misuse UNKNOWN_CLIENT. */
  named(id: string): Connection {
    const client = this.#byId.get(id);
    if (client !== undefined) return client;
    throw new Misuse(
      'UNKNOWN_CLIENT',
      `Cannot find the client ${JSON.stringify(id)}: no connection has that id. Name it in connections, or let it connect: gateway.connect({ id }).`,
    );
  }
}
