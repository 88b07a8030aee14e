import type { EffectKind } from '../effectKind.js';
import { scriptEffectKind } from './redisScripts.js';

const reads = new Set(
  `BITCOUNT BITPOS DBSIZE DUMP EXISTS EXPIRETIME GEODIST GEOHASH GEOPOS GEOSEARCH GET GETBIT GETRANGE HEXISTS
  HGET HGETALL HKEYS HLEN HMGET HRANDFIELD HSCAN HSTRLEN HVALS KEYS LINDEX LLEN LPOS LRANGE MGET OBJECT PEXPIRETIME
  PFCOUNT PTTL PUBSUB RANDOMKEY SCAN SCARD SDIFF SINTER SISMEMBER SMEMBERS SMISMEMBER SORT_RO SRANDMEMBER SSCAN STRLEN
  SUBSCRIBE PSUBSCRIBE SUBSTR SUNION TIME TTL TYPE UNSUBSCRIBE PUNSUBSCRIBE XINFO XLEN XPENDING XRANGE XREAD XREVRANGE
  ZCARD ZCOUNT ZMSCORE ZRANGE ZRANGEBYSCORE ZRANK ZREVRANGE ZREVRANK ZSCAN ZSCORE MULTI EXEC DISCARD WATCH UNWATCH
  JSON.GET JSON.MGET BF.EXISTS`.split(/\s+/),
);
/** Each call adds or takes one more. */
const appends = new Set(
  `APPEND BLMOVE BLPOP BRPOP BRPOPLPUSH DECR DECRBY HINCRBY HINCRBYFLOAT INCR INCRBY INCRBYFLOAT LINSERT LMOVE LPOP LPUSH
  LPUSHX PUBLISH RPOP RPOPLPUSH RPUSH RPUSHX SPOP SPUBLISH TS.ADD XREADGROUP ZINCRBY ZPOPMAX ZPOPMIN BZPOPMAX BZPOPMIN
  JSON.ARRAPPEND JSON.NUMINCRBY`.split(/\s+/),
);
/** What they write is named by the key alone. */
const keyed = new Set('DEL GETDEL GETEX GETSET PSETEX SET SETEX SETNX UNLINK'.split(' '));

/** What a command leaves behind; where nothing is known of it, the same words leave the same. */
export function redisEffectKind(command: string, words: readonly string[]): EffectKind {
  if (reads.has(command)) return { kind: 'read' };
  if (appends.has(command)) return { kind: 'append' };
  const [key = '', second = ''] = words;
  if (command === 'EVAL') {
    const kind = scriptEffectKind(key, (inner) => redisEffectKind(inner, []).kind);
    if (kind !== 'overwrite') return { kind } as EffectKind;
  }
  const overwrite = (...names: readonly string[]): EffectKind => ({
    kind: 'overwrite',
    key: ['redis', ...names].join(' '),
  });
  if (command === 'XADD')
    return words.includes('*') ? { kind: 'append' } : overwrite(command, ...words.slice(0, 4));
  if (keyed.has(command)) return overwrite(...(command === 'DEL' || command === 'UNLINK' ? words : [key]));
  if (command === 'HSET' || command === 'HMSET') return overwrite(key, ...everySecond(words.slice(1)));
  if (command === 'HSETNX') return overwrite(key, second);
  if (command === 'MSET' || command === 'MSETNX') return overwrite(...everySecond(words));
  if (command === 'SADD' || command === 'SREM' || command === 'HDEL') return overwrite(...words);
  if (command === 'ZADD') {
    if (words.some((word) => word.toUpperCase() === 'INCR')) return { kind: 'append' };
    return overwrite(key, ...everySecond(words.slice(firstScore(words) + 1)));
  }
  if (/^P?EXPIRE(AT)?$|^PERSIST$/.test(command)) return overwrite('EXPIRE', key);
  if (command === 'LSET' || command === 'SETBIT' || command === 'SETRANGE') return overwrite(key, second);
  return overwrite(command, ...words);
}

function everySecond(words: readonly string[]): string[] {
  return words.filter((_, index) => index % 2 === 0);
}

/** Where the scores of `ZADD` begin, behind its options. */
export function firstScore(words: readonly string[]): number {
  const at = words.findIndex((word, index) => index > 0 && !/^(NX|XX|GT|LT|CH|INCR)$/i.test(word));
  return at < 0 ? words.length : at;
}
