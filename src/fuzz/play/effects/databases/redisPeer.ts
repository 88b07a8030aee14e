import { isUtf8 } from 'node:buffer';
import type { EffectCall } from '../effectKind.js';
import type { Recorder } from '../recorder.js';
import type { OwnDatabases } from './ownDatabases.js';
import type { Line, Peer, Task } from './peer.js';
import { countedBy, isDeclined, runRedisCommand } from './redisCommands.js';
import { redisEffectKind } from './redisEffectKind.js';
import {
  encodeReply,
  fillerReply,
  givenReply,
  isEmptyReply,
  okReply,
  type Reply,
  wordsIn,
} from './redisReply.js';
import { type Asked, shaOf } from './redisScripts.js';
import { RedisError } from './redisStore.js';

/** What a connection says of itself; no effect of a handler. */
type Talk = (words: readonly string[]) => Reply;

/** The side of a Redis server: https://redis.io/docs/latest/commands/ */
export class RedisPeer implements Peer {
  readonly #line: Line;
  #rest: Buffer = Buffer.alloc(0);
  #version: 2 | 3 = 2;
  #index = 0;
  #queued: Asked[] | undefined;
  readonly #watched = new Map<string, number>();
  readonly #talks: Readonly<Record<string, Talk>> = {
    AUTH: () => okReply,
    CLIENT: ([verb]) => (/^(ID)$/i.test(verb ?? '') ? 1 : okReply),
    COMMAND: () => [],
    ECHO: ([text = '']) => text,
    HELLO: (words) => this.#hello(words),
    INFO: () => '# Server\r\nredis_version:7.4.0\r\nredis_mode:standalone\r\nloading:0\r\nrole:master\r\n',
    PING: ([text]) => text ?? { status: 'PONG' },
    QUIT: () => okReply,
    DISCARD: () => this.#discard(),
    MULTI: () => {
      this.#queued = [];
      return okReply;
    },
    READONLY: () => okReply,
    SCRIPT: ([verb = '', ...rest]) => {
      if (/^load$/i.test(verb)) return shaOf(rest[0] ?? '');
      return /^exists$/i.test(verb) ? rest.map(() => 0) : okReply;
    },
    UNWATCH: () => {
      this.#watched.clear();
      return okReply;
    },
    SELECT: ([index]) => {
      this.#index = Number(index);
      return okReply;
    },
  };

  constructor(line: Line) {
    this.#line = line;
  }

  receive(bytes: Buffer): readonly Task[] {
    const { commands, rest } = wordsIn(Buffer.concat([this.#rest, bytes]));
    this.#rest = rest;
    return commands.map(([first = '', ...words]) => {
      const command = first.toUpperCase();
      return async (recorder) => {
        const asked = recorder.surroundings.databases.scripts.asEval({ command, words });
        for (const reply of await this.#repliesTo(recorder, asked)) this.#send(reply);
        if (command === 'QUIT') this.#line.end();
      };
    });
  }

  #send(reply: Reply): void {
    this.#line.send(encodeReply(reply, this.#version));
  }

  async #repliesTo(recorder: Recorder, asked: Asked): Promise<readonly Reply[]> {
    const { command, words } = asked;
    const talk = this.#talks[command];
    if (talk !== undefined) return [talk(words)];
    if (/^[PS]?(UN)?SUBSCRIBE$/.test(command)) return subscribed(asked);
    if (command === 'EVALSHA') return [{ error: 'NOSCRIPT No matching script. Please use EVAL.' }];
    if (command === 'EXEC') return [await this.#exec(recorder)];
    if (command === 'WATCH') return [this.#watch(recorder, words)];
    if (this.#queued === undefined) return [await this.#run(recorder, asked)];
    this.#queued.push(asked);
    return [{ status: 'QUEUED' }];
  }

  async #run(recorder: Recorder, { command, words }: Asked): Promise<Reply> {
    const told = words.map(textOf);
    const { databases } = recorder.surroundings;
    const store = databases.redisAt(this.#line.address, this.#index);
    const texts = told.map((word) => (typeof word === 'string' ? word : word.toString('base64')));
    try {
      return await recorder.run(
        `redis ${command}`,
        told,
        (call) => {
          const given = databases.answerTo(`redis ${command}`, `redis ${[command, ...texts].join(' ')}`);
          const reply =
            given === undefined
              ? filled(databases, { call, command, reply: runRedisCommand(store, command, words) })
              : givenReply(command, given);
          if (isDeclined(command, words, reply)) call.state = 'declined';
          const counted = countedBy(command, texts, reply);
          if (counted !== undefined) call.counted = counted;
          return reply;
        },
        redisEffectKind(command, texts),
      );
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      return { error: error instanceof RedisError ? message : `ERR ${message}` };
    }
  }

  /** All of a transaction, or nothing where one of its commands does not arrive. */
  async #exec(recorder: Recorder): Promise<Reply> {
    const queued = this.#queued;
    if (queued === undefined) return { error: 'ERR EXEC without MULTI' };
    const store = recorder.surroundings.databases.redisAt(this.#line.address, this.#index);
    const isChanged = [...this.#watched].some(([key, version]) => store.versionOf(key) !== version);
    this.#queued = undefined;
    this.#watched.clear();
    if (isChanged) return null;
    const restore = store.checkpoint();
    const from = recorder.calls.length;
    const replies: Reply[] = [];
    for (const asked of queued) {
      replies.push(await this.#run(recorder, asked));
      const call = recorder.calls.at(-1);
      if (call?.state !== 'refused') continue;
      restore();
      for (const earlier of recorder.calls.slice(from)) if (earlier !== call) earlier.state = 'declined';
      return { error: `EXECABORT Transaction discarded because of: ${call.name} was refused` };
    }
    return replies;
  }

  #watch({ surroundings }: Recorder, keys: readonly string[]): Reply {
    const store = surroundings.databases.redisAt(this.#line.address, this.#index);
    for (const key of keys) this.#watched.set(key, store.versionOf(key));
    return okReply;
  }

  #discard(): Reply {
    this.#queued = undefined;
    this.#watched.clear();
    return okReply;
  }

  #hello([version = '2']: readonly string[]): Reply {
    this.#version = version === '3' ? 3 : 2;
    const facts = { server: 'redis', version: '7.4.0', proto: this.#version, id: 1, mode: 'standalone' };
    return { pairs: [...Object.entries(facts).flat(), 'role', 'master', 'modules', []] };
  }
}

function subscribed({ command, words }: Asked): Reply[] {
  const isOver = command.includes('UNSUBSCRIBE');
  const channels = words.length === 0 ? [null] : words;
  return channels.map((channel, index) => ({
    pushed: [command.toLowerCase(), channel, isOver ? 0 : index + 1],
  }));
}

/** A word as it is told: a text, or bytes that are none. */
function textOf(word: string): string | Buffer {
  const bytes = Buffer.from(word, 'latin1');
  return isUtf8(bytes) ? bytes.toString() : bytes;
}

/** What was read, or what is made up where there is nothing. */
function filled(
  databases: OwnDatabases,
  { call, command, reply }: { readonly call: EffectCall; readonly command: string; readonly reply: Reply },
): Reply {
  if (call.effect.kind !== 'read' || !isEmptyReply(reply)) return reply;
  const filler = databases.fillerFor(call);
  return filler === undefined ? reply : fillerReply(command, reply, filler);
}
