import { Redis } from 'ioredis';
import { createClient } from 'redis';
import { describe, expect, test } from 'vitest';
import { findFailures } from '../../src/fuzz/index.js';
import { type CkafkaEvent, ckafka } from '../../src/index.js';
import { onlyOracles } from './onlyOracles.js';

/** The database is used under a name that leads nowhere. */
const host = 'db.example.invalid';

type Handle = (event: CkafkaEvent) => unknown;

const options = {
  trigger: ckafka,
  runs: 2,
  edges: false,
  learn: false,
  maxFailures: 1,
  oracles: onlyOracles('crash', 'redelivery'),
} as const;

const fuzzed = (handle: Handle) =>
  findFailures(() => async (event: CkafkaEvent) => void (await handle(event)), options);

const keysOf = ({ Records }: CkafkaEvent) =>
  Records.map(({ Ckafka }) => `${Ckafka.topic}/${Ckafka.partition}/${Ckafka.offset}`);

async function withIoredis(use: (redis: Redis) => Promise<unknown>): Promise<void> {
  const redis = new Redis({ host, lazyConnect: true, maxRetriesPerRequest: 1 });
  await redis.connect();
  await use(redis).finally(() => redis.disconnect());
}

const nodeRedis = () => createClient({ url: `redis://${host}:6379` }).on('error', () => undefined);

async function withNodeRedis(use: (redis: ReturnType<typeof nodeRedis>) => Promise<unknown>): Promise<void> {
  const redis = nodeRedis();
  await redis.connect();
  await use(redis).finally(() => redis.destroy());
}

/** A client, a handler that does twice what comes twice, the call that tells, and one that does it once. */
type Pair = readonly [client: string, broken: Handle, what: string, mended: Handle];

const pairs: readonly Pair[] = [
  [
    'ioredis',
    (event) => withIoredis(async (redis) => Promise.all(keysOf(event).map(() => redis.incr('orders')))),
    'redis INCR',
    (event) =>
      withIoredis(async (redis) => {
        for (const key of keysOf(event)) {
          if ((await redis.set(`seen:${key}`, '1', 'EX', 86_400, 'NX')) !== null)
            await redis.rpush('orders', key);
          await redis.hset('last', 'key', key);
        }
      }),
  ],
  [
    'redis',
    (event) => withNodeRedis((redis) => redis.multi().rPush('orders', keysOf(event)).exec()),
    'redis RPUSH',
    (event) =>
      withNodeRedis(async (redis) => {
        for (const key of keysOf(event)) {
          if ((await redis.get(key)) === null) await redis.incr('orders');
          await redis.set(key, 'done');
        }
      }),
  ],
];

describe.each(pairs)('%s', (_client, broken, what, mended) => {
  test('names the call that a redelivery repeats', async () => {
    const { failures, warnings } = await fuzzed(broken);
    expect(failures.map((failure) => [failure.oracle, failure.what])).toEqual([['redelivery', what]]);
    expect(warnings).not.toContainEqual(expect.stringContaining('refused'));
  });

  test('is silent where what comes twice is done once', async () => {
    const { failures, warnings } = await fuzzed(mended);
    expect(failures).toEqual([]);
    expect(warnings).not.toContainEqual(expect.stringContaining('refused'));
  });
});

test('a client that is made while the handler is loaded works for what is handled later, and its commands can fail', async () => {
  const { failures, warnings } = await findFailures(
    () => {
      const redis = new Redis({ host });
      return async (event: CkafkaEvent) => {
        for (const key of keysOf(event)) await redis.set(key, 'done').catch(() => undefined);
      };
    },
    { ...options, oracles: onlyOracles('redelivery', 'swallowed-failure') },
  );
  expect(failures.map(({ what }) => what)).toEqual(['redis SET fails']);
  expect(warnings).not.toContainEqual(expect.stringContaining('refused'));
});
