import type { JsonValue } from '../../../../kernel/json.js';

/** What a Redis server answers; texts have a character for each byte. */
export type Reply =
  | string
  | number
  | null
  | readonly Reply[]
  | { readonly status: string }
  | { readonly error: string }
  | { readonly double: number }
  /** Names and values in turn. */
  | { readonly pairs: readonly Reply[] }
  | { readonly pushed: readonly Reply[] };

export const okReply: Reply = { status: 'OK' };

/** Commands that answer one text. */
const ofText =
  /^(GET|GETDEL|GETEX|GETSET|GETRANGE|HGET|LINDEX|LPOP|RPOP|SPOP|SRANDMEMBER|RANDOMKEY|JSON\.GET|EVAL|EVALSHA)$/;
/** Commands that answer names and values in turn. */
const ofPairs = /^(HGETALL|CONFIG)$/;

/** What a user says that a command is answered, as it is sent: JSON where one text is asked for. */
export function givenReply(command: string, given: JsonValue): Reply {
  if (given === null || typeof given === 'string') return given === null ? null : bytesOf(given);
  if (ofText.test(command)) return bytesOf(typeof given === 'object' ? JSON.stringify(given) : String(given));
  if (typeof given === 'boolean') return given ? 1 : 0;
  if (typeof given === 'number') return given;
  if (Array.isArray(given)) return given.map((item) => (item === null ? null : givenReply('GET', item)));
  const pairs = Object.entries(given).flatMap(([name, value]) => [
    bytesOf(name),
    givenReply('GET', value ?? null),
  ]);
  return ofPairs.test(command) ? { pairs } : pairs;
}

function bytesOf(text: string): string {
  return Buffer.from(text).toString('latin1');
}

/** True for a reply that says that there is nothing. */
export function isEmptyReply(reply: Reply): boolean {
  if (reply === null) return true;
  if (Array.isArray(reply)) return reply.every((item) => item === null);
  return typeof reply === 'object' && 'pairs' in reply && reply.pairs.length === 0;
}

/** The same reply with something in it. */
export function fillerReply(command: string, reply: Reply, filler: string): Reply {
  if (Array.isArray(reply)) return reply.length === 0 ? [filler] : reply.map(() => filler);
  return ofPairs.test(command) ? { pairs: ['id', filler] } : filler;
}

/** The words of a client that are whole, and what is left: https://redis.io/docs/latest/develop/reference/protocol-spec/ */
export function wordsIn(bytes: Buffer): { readonly commands: readonly string[][]; readonly rest: Buffer } {
  const commands: string[][] = [];
  let rest = bytes;
  for (;;) {
    const command = firstCommand(rest);
    if (command === undefined) return { commands, rest };
    if (command.words.length > 0) commands.push(command.words);
    rest = rest.subarray(command.end);
  }
}

function firstCommand(bytes: Buffer): { readonly words: string[]; readonly end: number } | undefined {
  const lineEnd = bytes.indexOf('\r\n');
  if (lineEnd < 0) return undefined;
  const line = bytes.toString('latin1', 0, lineEnd);
  if (!line.startsWith('*')) return { words: line.split(' ').filter(Boolean), end: lineEnd + 2 };
  const words: string[] = [];
  let at = lineEnd + 2;
  for (let left = Number(line.slice(1)); left > 0; left--) {
    const sizeEnd = bytes.indexOf('\r\n', at);
    if (sizeEnd < 0) return undefined;
    const from = sizeEnd + 2;
    const to = from + Number(bytes.toString('latin1', at + 1, sizeEnd));
    if (bytes.length < to + 2) return undefined;
    words.push(bytes.toString('latin1', from, to));
    at = to + 2;
  }
  return { words, end: at };
}

/** A reply as it is sent in the second or third version of the protocol. */
export function encodeReply(reply: Reply, version: 2 | 3): Buffer {
  return Buffer.from(encoded(reply, version), 'latin1');
}

function encoded(reply: Reply, version: 2 | 3): string {
  const list = (sign: string, count: number, items: readonly Reply[]): string =>
    `${sign}${count}\r\n${items.map((item) => encoded(item, version)).join('')}`;
  if (reply === null) return version === 3 ? '_\r\n' : '$-1\r\n';
  if (typeof reply === 'number') return `:${reply}\r\n`;
  if (typeof reply === 'string') return `$${reply.length}\r\n${reply}\r\n`;
  if ('status' in reply) return `+${reply.status}\r\n`;
  if ('error' in reply) return `-${reply.error.replace(/[\r\n]/g, ' ')}\r\n`;
  if ('double' in reply)
    return version === 3 ? `,${reply.double}\r\n` : encoded(String(reply.double), version);
  if ('pairs' in reply)
    return version === 3
      ? list('%', reply.pairs.length / 2, reply.pairs)
      : list('*', reply.pairs.length, reply.pairs);
  if ('pushed' in reply) return list(version === 3 ? '>' : '*', reply.pushed.length, reply.pushed);
  return list('*', reply.length, reply);
}
