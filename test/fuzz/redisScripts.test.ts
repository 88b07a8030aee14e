import { Redis } from 'ioredis';
import { expect, test } from 'vitest';

import { redisEffectKind } from '../../src/fuzz/play/effects/databases/redisEffectKind.js';
import { type CkafkaEvent, ckafka } from '../../src/index.js';
import { casesToTry } from '../nightly.js';
import { findUnshrunk } from './findUnshrunk.js';
import { onlyOracles } from './onlyOracles.js';

const once =
  "if redis.call('set', KEYS[1], ARGV[1], 'NX') then redis.call('incr', 'count') return 1 end return 0";
const counting = "return redis.call('incr', KEYS[1])";

async function found(lua: string) {
  const handler = () => {
    const redis = new Redis({ host: 'db.example.invalid', maxRetriesPerRequest: 1 });
    redis.on('error', () => undefined);
    redis.defineCommand('take', { numberOfKeys: 1, lua });
    return async ({ Records }: CkafkaEvent) => {
      for (const { Ckafka } of Records)
        await Reflect.apply(Reflect.get(redis, 'take'), redis, [`${Ckafka.topic}/${Ckafka.offset}`, '1']);
    };
  };
  const { failures } = await findUnshrunk(handler, {
    trigger: ckafka,
    runs: casesToTry(1, 2),
    edges: false,
    learn: false,
    maxFailures: 1,
    oracles: onlyOracles('crash', 'redelivery', 'warm-cold', 'retry-after-fault'),
  });
  return failures.map(({ oracle, what }) => `${oracle}: ${what}`);
}

test('a script is the same by its text and by its sum, and one that decides is done once', async () => {
  expect(await found(once)).toEqual([]);
});

test('a script that only counts counts each time', async () => {
  expect(await found(counting)).toEqual(['redelivery: redis EVAL']);
});

test.each([
  ["return redis.call('get', KEYS[1])", 'read'],
  [counting, 'append'],
  [once, 'overwrite'],
  ["redis.call('hset', KEYS[1], 'a', ARGV[1])", 'overwrite'],
  ['return 1', 'overwrite'],
])('%s leaves what is %s', (text, kind) => {
  expect(redisEffectKind('EVAL', [text, '1', 'k']).kind).toBe(kind);
});
