import type { EffectCall } from '../effectKind.js';
import { firstScore } from './redisEffectKind.js';
import { okReply, type Reply } from './redisReply.js';
import { RedisError, type RedisStore } from './redisStore.js';

type Command = (store: RedisStore, words: readonly string[]) => Reply;

const strings: Readonly<Record<string, Command>> = {
  GET: (store, [key = '']) => (store.has(key) ? store.read(key, 'string').text : null),
  MGET: (store, keys) =>
    keys.map((key) => (store.typeOf(key) === 'string' ? store.read(key, 'string').text : null)),
  STRLEN: (store, [key = '']) => store.read(key, 'string').text.length,
  SET: setString,
  SETEX: (store, [key = '', seconds, text = '']) => setString(store, [key, text, 'EX', seconds ?? '']),
  PSETEX: (store, [key = '', ms, text = '']) => setString(store, [key, text, 'PX', ms ?? '']),
  SETNX: (store, [key = '', text = '']) => (setString(store, [key, text, 'NX']) === null ? 0 : 1),
  GETSET: (store, [key = '', text = '']) => setString(store, [key, text, 'GET']),
  GETDEL: (store, [key = '']) => {
    const text = store.has(key) ? store.read(key, 'string').text : null;
    store.delete(key);
    return text;
  },
  GETEX: (store, [key = '']) => (store.has(key) ? store.read(key, 'string').text : null),
  MSET: (store, words) => {
    for (const [key, text] of pairs(words)) store.write(key, { type: 'string', text });
    return okReply;
  },
  MSETNX: (store, words) => {
    if (pairs(words).some(([key]) => store.has(key))) return 0;
    for (const [key, text] of pairs(words)) store.write(key, { type: 'string', text });
    return 1;
  },
  APPEND: (store, [key = '', more = '']) => {
    const text = store.read(key, 'string').text + more;
    store.write(key, { type: 'string', text });
    return text.length;
  },
  INCR: (store, [key = '']) => add(store, key, 1),
  DECR: (store, [key = '']) => add(store, key, -1),
  INCRBY: (store, [key = '', by]) => add(store, key, Number(by)),
  DECRBY: (store, [key = '', by]) => add(store, key, -Number(by)),
  INCRBYFLOAT: (store, [key = '', by]) => String(add(store, key, Number(by))),
};

const keys: Readonly<Record<string, Command>> = {
  EXISTS: (store, names) => names.filter((key) => store.has(key)).length,
  DEL: (store, names) => names.filter((key) => store.delete(key)).length,
  UNLINK: (store, names) => names.filter((key) => store.delete(key)).length,
  TYPE: (store, [key = '']) => ({ status: store.typeOf(key) }),
  KEYS: (store) => store.keys(),
  SCAN: (store) => ['0', store.keys()],
  DBSIZE: (store) => store.keys().length,
  TTL: (store, [key = '']) => {
    const ms = store.ttlMsOf(key);
    return ms < 0 ? ms : Math.ceil(ms / 1000);
  },
  PTTL: (store, [key = '']) => store.ttlMsOf(key),
  EXPIRE: (store, [key = '', seconds]) => flag(store.expire(key, 1000 * Number(seconds))),
  PEXPIRE: (store, [key = '', ms]) => flag(store.expire(key, Number(ms))),
  EXPIREAT: (store, [key = '', at]) => flag(store.expire(key, 1000 * Number(at) - Date.now())),
  PEXPIREAT: (store, [key = '', at]) => flag(store.expire(key, Number(at) - Date.now())),
  PERSIST: (store, [key = '']) => flag(store.ttlMsOf(key) >= 0 && store.expire(key, undefined)),
  FLUSHDB: cleared,
  FLUSHALL: cleared,
};

const hashes: Readonly<Record<string, Command>> = {
  HGET: (store, [key = '', field = '']) => store.read(key, 'hash').fields.get(field) ?? null,
  HMGET: (store, [key = '', ...fields]) =>
    fields.map((field) => store.read(key, 'hash').fields.get(field) ?? null),
  HGETALL: (store, [key = '']) => ({ pairs: [...store.read(key, 'hash').fields].flat() }),
  HKEYS: (store, [key = '']) => [...store.read(key, 'hash').fields.keys()],
  HVALS: (store, [key = '']) => [...store.read(key, 'hash').fields.values()],
  HLEN: (store, [key = '']) => store.read(key, 'hash').fields.size,
  HEXISTS: (store, [key = '', field = '']) => flag(store.read(key, 'hash').fields.has(field)),
  HSCAN: (store, [key = '']) => ['0', [...store.read(key, 'hash').fields].flat()],
  HSET: (store, [key = '', ...words]) => {
    const { fields } = store.change(key, 'hash');
    const before = fields.size;
    for (const [field, text] of pairs(words)) fields.set(field, text);
    return fields.size - before;
  },
  HMSET: (store, words) => {
    hashes.HSET?.(store, words);
    return okReply;
  },
  HSETNX: (store, [key = '', field = '', text = '']) => {
    if (store.read(key, 'hash').fields.has(field)) return 0;
    store.change(key, 'hash').fields.set(field, text);
    return 1;
  },
  HDEL: (store, [key = '', ...fields]) =>
    fields.filter((field) => store.change(key, 'hash').fields.delete(field)).length,
  HINCRBY: (store, [key = '', field = '', by]) => addField(store, [key, field], Number(by)),
  HINCRBYFLOAT: (store, [key = '', field = '', by]) => String(addField(store, [key, field], Number(by))),
};

const lists: Readonly<Record<string, Command>> = {
  LPUSH: (store, [key = '', ...items]) => store.change(key, 'list').items.unshift(...items.reverse()),
  RPUSH: (store, [key = '', ...items]) => store.change(key, 'list').items.push(...items),
  LPOP: (store, [key = '', count]) => pop(store, key, { count, take: (items) => items.shift() }),
  RPOP: (store, [key = '', count]) => pop(store, key, { count, take: (items) => items.pop() }),
  // Nobody else puts anything in, so that who waits for it waits until the time is over.
  BLPOP: (store, [key = '']) => withKey(key, pop(store, key, { take: (items) => items.shift() })),
  BRPOP: (store, [key = '']) => withKey(key, pop(store, key, { take: (items) => items.pop() })),
  LLEN: (store, [key = '']) => store.read(key, 'list').items.length,
  LINDEX: (store, [key = '', at]) => store.read(key, 'list').items.at(Number(at)) ?? null,
  LRANGE: (store, [key = '', from, to]) => range(store.read(key, 'list').items, from, to),
  LTRIM: (store, [key = '', from, to]) => {
    const { items } = store.change(key, 'list');
    items.splice(0, items.length, ...range(items, from, to));
    return okReply;
  },
  LREM: (store, [key = '', , item]) => {
    const { items } = store.change(key, 'list');
    const kept = items.filter((one) => one !== item);
    return items.splice(0, items.length, ...kept).length - kept.length;
  },
};

const sets: Readonly<Record<string, Command>> = {
  SADD: (store, [key = '', ...members]) => {
    const { members: all } = store.change(key, 'set');
    const before = all.size;
    for (const member of members) all.add(member);
    return all.size - before;
  },
  SREM: (store, [key = '', ...members]) =>
    members.filter((member) => store.change(key, 'set').members.delete(member)).length,
  SMEMBERS: (store, [key = '']) => [...store.read(key, 'set').members],
  SSCAN: (store, [key = '']) => ['0', [...store.read(key, 'set').members]],
  SCARD: (store, [key = '']) => store.read(key, 'set').members.size,
  SISMEMBER: (store, [key = '', member = '']) => flag(store.read(key, 'set').members.has(member)),
  SMISMEMBER: (store, [key = '', ...members]) =>
    members.map((member) => flag(store.read(key, 'set').members.has(member))),
  SPOP: (store, [key = '']) => {
    const { members } = store.change(key, 'set');
    const [first] = members;
    if (first === undefined) return null;
    members.delete(first);
    return first;
  },
};

const sortedSets: Readonly<Record<string, Command>> = {
  ZADD: addScores,
  ZINCRBY: (store, [key = '', by, member = '']) => {
    const { scores } = store.change(key, 'zset');
    const score = (scores.get(member) ?? 0) + Number(by);
    scores.set(member, score);
    return { double: score };
  },
  ZREM: (store, [key = '', ...members]) =>
    members.filter((member) => store.change(key, 'zset').scores.delete(member)).length,
  ZSCORE: (store, [key = '', member = '']) => {
    const score = store.read(key, 'zset').scores.get(member);
    return score === undefined ? null : { double: score };
  },
  ZCARD: (store, [key = '']) => store.read(key, 'zset').scores.size,
  ZRANGE: (store, [key = '', from, to]) => range(ranked(store, key), from, to),
  ZREVRANGE: (store, [key = '', from, to]) => range(ranked(store, key).reverse(), from, to),
  ZRANGEBYSCORE: (store, [key = '']) => ranked(store, key),
  ZRANK: (store, [key = '', member = '']) => {
    const rank = ranked(store, key).indexOf(member);
    return rank < 0 ? null : rank;
  },
};

const others: Readonly<Record<string, Command>> = {
  PUBLISH: () => 0,
  TIME: () => [String(Math.floor(Date.now() / 1000)), '0'],
  XADD: (store, [key = '', ...words]) => {
    const { ids } = store.change(key, 'stream');
    const given = words.find((word) => /^(\*|\d+(-(\d+|\*))?)$/.test(word));
    const id = given === undefined || given.includes('*') ? `${Date.now()}-${ids.length}` : given;
    ids.push(id);
    return id;
  },
  XLEN: (store, [key = '']) => store.read(key, 'stream').ids.length,
  XRANGE: () => [],
  XREAD: () => null,
  XREADGROUP: () => null,
  XACK: (_store, words) => Math.max(0, words.length - 2),
  // Scripts are not run: they take or release locks, and say so.
  EVAL: () => 1,
};

const commands = new Map(
  Object.entries({ ...strings, ...keys, ...hashes, ...lists, ...sets, ...sortedSets, ...others }),
);

/** Runs a command; one that is not known succeeds. */
export function runRedisCommand(store: RedisStore, command: string, words: readonly string[]): Reply {
  return (commands.get(command) ?? (() => okReply))(store, words);
}

/** True where a conditional command found its condition unmet, and did nothing. */
export function isDeclined(command: string, words: readonly string[], reply: Reply): boolean {
  if (/^(SETNX|HSETNX|MSETNX)$/.test(command)) return reply === 0;
  return command === 'SET' && reply === null && words.slice(2).some((word) => /^(NX|XX)$/i.test(word));
}

/** The counter that a command moves on, of which its caller hears how far. */
export function countedBy(command: string, words: readonly string[], reply: Reply): EffectCall['counted'] {
  const [key = '', ...rest] = words;
  if (command === 'INCR') return { key, isFirst: reply === 1 };
  if (command === 'INCRBY') return { key, isFirst: reply === Number(rest[0]) };
  if (command === 'HINCRBY') return { key: `${key} ${rest[0]}`, isFirst: reply === Number(rest[1]) };
  return undefined;
}

function setString(store: RedisStore, [key = '', text = '', ...options]: readonly string[]): Reply {
  const has = (name: string): boolean => options.some((word) => word.toUpperCase() === name);
  const after = (name: string): number | undefined => {
    const at = options.findIndex((word) => word.toUpperCase() === name);
    return at < 0 ? undefined : Number(options[at + 1]);
  };
  const before = has('GET') && store.has(key) ? store.read(key, 'string').text : null;
  if ((has('NX') && store.has(key)) || (has('XX') && !store.has(key))) return before;
  const ttlMs = has('KEEPTTL') ? store.ttlMsOf(key) : (after('PX') ?? 1000 * (after('EX') ?? Number.NaN));
  store.write(key, { type: 'string', text });
  if (ttlMs >= 0) store.expire(key, ttlMs);
  return has('GET') ? before : okReply;
}

function add(store: RedisStore, key: string, by: number): number {
  const sum = numberOf(store.read(key, 'string').text) + numberOf(String(by));
  const ttlMs = store.ttlMsOf(key);
  store.write(key, { type: 'string', text: String(sum) });
  if (ttlMs >= 0) store.expire(key, ttlMs);
  return sum;
}

function addField(store: RedisStore, [key, field]: readonly [string, string], by: number): number {
  const { fields } = store.change(key, 'hash');
  const sum = numberOf(fields.get(field) ?? '') + numberOf(String(by));
  fields.set(field, String(sum));
  return sum;
}

function numberOf(text: string): number {
  const number = Number(text);
  if (Number.isFinite(number)) return number;
  throw new RedisError('ERR value is not an integer or out of range');
}

function addScores(store: RedisStore, words: readonly string[]): Reply {
  const [key = ''] = words;
  const first = firstScore(words);
  const isNew = words.slice(1, first).some((word) => word.toUpperCase() === 'NX');
  const { scores } = store.change(key, 'zset');
  const before = scores.size;
  for (const [score, member] of pairs(words.slice(first)))
    if (!isNew || !scores.has(member)) scores.set(member, numberOf(score));
  return scores.size - before;
}

function ranked(store: RedisStore, key: string): string[] {
  return [...store.read(key, 'zset').scores].sort((a, b) => a[1] - b[1]).map(([member]) => member);
}

function pop(
  store: RedisStore,
  key: string,
  {
    count,
    take,
  }: { readonly count?: string | undefined; readonly take: (items: string[]) => string | undefined },
): Reply {
  const { items } = store.change(key, 'list');
  if (items.length === 0) return null;
  if (count === undefined) return take(items) ?? null;
  return Array.from({ length: Math.min(items.length, Number(count)) }, () => take(items) ?? null);
}

function withKey(key: string, item: Reply): Reply {
  return item === null ? null : [key, item];
}

/** From one place to another, both inclusive; negative ones count from the end. */
function range(items: readonly string[], from = '0', to = '-1'): string[] {
  const end = Number(to);
  return items.slice(Number(from), end === -1 ? undefined : end + 1);
}

function pairs(words: readonly string[]): [string, string][] {
  return words.flatMap((word, index): [string, string][] =>
    index % 2 === 0 ? [[word, words[index + 1] ?? '']] : [],
  );
}

function flag(is: boolean): number {
  return is ? 1 : 0;
}

function cleared(store: RedisStore): Reply {
  store.clear();
  return okReply;
}
