import type { Recorder } from '../recorder.js';
import { DuplicateKey } from './duplicateKey.js';
import {
  boundValues,
  columnPacket,
  duplicatePacket,
  endPacket,
  errorPacket,
  greetingPacket,
  okPacket,
  resultPackets,
} from './mysqlPackets.js';
import type { Line, Peer, Task } from './peer.js';
import { SqlSession } from './sqlSession.js';
import type { SqlResult } from './sqlStore.js';
import { type SqlValue, sqlTokens } from './sqlTokens.js';

interface Prepared {
  readonly sql: string;
  readonly count: number;
  types: readonly number[];
}

/** https://dev.mysql.com/doc/dev/mysql-server/latest/page_protocol_command_phase.html */
const commands = {
  quit: 0x01,
  initDb: 0x02,
  query: 0x03,
  ping: 0x0e,
  changeUser: 0x11,
  prepare: 0x16,
  execute: 0x17,
  closeStatement: 0x19,
  resetStatement: 0x1a,
  setOption: 0x1b,
  resetConnection: 0x1f,
} as const;

/** Of flags, sizes and the set of characters, which stand before the user of a login. */
const loginHeadLength = 32;

/** The side of a MySQL server that takes every password. */
export class MysqlPeer implements Peer {
  readonly #line: Line;
  readonly #session: SqlSession;
  readonly #prepared = new Map<number, Prepared>();
  #rest: Buffer = Buffer.alloc(0);
  #sequence = 0;
  #isLoggedIn = false;

  constructor(line: Line) {
    this.#line = line;
    this.#session = new SqlSession('mysql', ({ surroundings }) => surroundings.databases.sqlAt(line.address));
  }

  greet(): void {
    this.#send(greetingPacket());
  }

  receive(bytes: Buffer): readonly Task[] {
    let rest = Buffer.concat([this.#rest, bytes]);
    const tasks: Task[] = [];
    while (rest.length >= 4 && rest.length >= 4 + rest.readUIntLE(0, 3)) {
      const end = 4 + rest.readUIntLE(0, 3);
      const sequence = rest[3] ?? 0;
      const packet = rest.subarray(4, end);
      tasks.push(async (recorder) => {
        this.#sequence = sequence + 1;
        await this.#take(recorder, packet);
      });
      rest = rest.subarray(end);
    }
    this.#rest = rest;
    return tasks;
  }

  /** Who leaves before it has logged in wants what is not offered. */
  close(recorder: Recorder): void {
    this.#session.close();
    if (!this.#isLoggedIn) recorder.note(`tcp ${this.#line.address}`, [], { kind: 'append' }, 'blocked');
  }

  get #status(): number {
    return this.#session.state === 'idle' ? 2 : 3;
  }

  async #take(recorder: Recorder, packet: Buffer): Promise<void> {
    const [command] = packet;
    if (!this.#isLoggedIn) {
      // A login that is cut short asks for TLS, and comes again by that.
      if (packet.length === loginHeadLength) return;
      this.#isLoggedIn = true;
      return this.#send(okPacket(this.#status));
    }
    if (command === commands.quit) return this.#line.end();
    if (command === commands.query) return this.#run(recorder, { sql: packet.toString('utf8', 1) });
    if (command === commands.prepare) return this.#prepare(packet.toString('utf8', 1));
    if (command === commands.execute) return this.#execute(recorder, packet);
    if (command === commands.closeStatement) return void this.#prepared.delete(packet.readUInt32LE(1));
    if (command === commands.setOption) return this.#send(endPacket(this.#status));
    if (command === commands.resetConnection || command === commands.changeUser) this.#session.close();
    else if (command !== commands.ping && command !== commands.initDb && command !== commands.resetStatement)
      return this.#send(errorPacket('Unknown command', 1047));
    this.#send(okPacket(this.#status));
  }

  #prepare(sql: string): void {
    const id = this.#prepared.size + 1;
    const count = sqlTokens(sql, 'mysql').filter(({ source }) => source === '?').length;
    this.#prepared.set(id, { sql, count, types: [] });
    const head = Buffer.alloc(12);
    head.writeUInt32LE(id, 1);
    head.writeUInt16LE(count, 7);
    this.#send(head);
    for (let at = 0; at < count; at++) this.#send(columnPacket('?', 0xfd));
    if (count > 0) this.#send(endPacket(this.#status));
  }

  async #execute(recorder: Recorder, packet: Buffer): Promise<void> {
    const prepared = this.#prepared.get(packet.readUInt32LE(1));
    if (prepared === undefined) return this.#send(errorPacket('Unknown prepared statement', 1243));
    const { values, types } = boundValues(packet, prepared.count, prepared.types);
    prepared.types = types;
    await this.#run(recorder, { sql: prepared.sql, values, isBinary: true });
  }

  async #run(
    recorder: Recorder,
    {
      sql,
      values = [],
      isBinary = false,
    }: { readonly sql: string; readonly values?: readonly SqlValue[]; readonly isBinary?: boolean },
  ): Promise<void> {
    const results: SqlResult[] = [];
    try {
      await this.#session.runAll(recorder, { sql, values }, (result) => results.push(result));
    } catch (error) {
      if (error instanceof DuplicateKey) return this.#send(duplicatePacket(error));
      return this.#send(errorPacket(error instanceof Error ? error.message : String(error)));
    }
    if (results.length === 0) return this.#send(errorPacket('Query was empty', 1065));
    for (const [at, result] of results.entries()) {
      const more = at < results.length - 1 ? 8 : 0;
      for (const answer of resultPackets(result, this.#status | more, isBinary)) this.#send(answer);
    }
  }

  #send(packet: Buffer): void {
    const head = Buffer.alloc(4);
    head.writeUIntLE(packet.length, 0, 3);
    head[3] = this.#sequence++ & 0xff;
    this.#line.send(Buffer.concat([head, packet]));
  }
}
