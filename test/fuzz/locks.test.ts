import { Redis } from 'ioredis';
import { expect, test } from 'vitest';
import { cmq, type Trigger, timer } from '../../src/index.js';
import { findUnshrunk } from './findUnshrunk.js';
import { onlyOracles } from './onlyOracles.js';

type Work = (redis: Redis, event: unknown) => Promise<unknown>;

const withRedis = (work: Work) => async (event: unknown) => {
  const redis = new Redis({ host: 'db.example.invalid', lazyConnect: true, maxRetriesPerRequest: 1 });
  await redis.connect();
  return work(redis, event).finally(() => redis.disconnect());
};

const put = (event: unknown) =>
  fetch(`https://jobs.example.com/${encodeURIComponent(JSON.stringify(event))}`, { method: 'PUT' });

/** Does its work while it has a lock, which is given back whatever happens. */
const locked: Work = async (redis, event) => {
  if ((await redis.set('lock', '1', 'EX', 86_400, 'NX')) === null) return 'busy';
  try {
    await put(event);
  } finally {
    await redis.del('lock');
  }
  return 'done';
};

const withoutExpiry: Work = async (redis, event) => {
  if ((await redis.set('lock', '1', 'NX')) === null) return 'busy';
  try {
    await put(event);
  } finally {
    await redis.del('lock');
  }
  return 'done';
};

const givenBackAtLast: Work = async (redis, event) => {
  if ((await redis.set('lock', '1', 'EX', 86_400, 'NX')) === null) return 'busy';
  await put(event);
  await redis.del('lock');
  return 'done';
};

const unlocked = "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end";

/** Gives the lock back by a script, and does not mind when that fails. */
const givenBackByScript: Work = async (redis, event) => {
  if ((await redis.set('lock', 'token', 'PX', 60_000, 'NX')) === null) return 'busy';
  await put(event);
  await redis.eval(unlocked, 1, 'lock', 'token').catch(() => undefined);
  return 'done';
};

/** Counts how often somebody asks, and goes on where that cannot be counted. */
const limited =
  ({ expires }: { readonly expires: boolean }): Work =>
  async (redis, event) => {
    try {
      await redis.incr('hits');
      if (expires) await redis.expire('hits', 60);
    } catch {}
    await put(event);
  };

test.each<readonly [what: string, work: Work, told: readonly string[]]>([
  ['a lock that expires anyway', givenBackByScript, []],
  ['a counter that expires by itself', limited({ expires: true }), []],
  ['a counter that stays', limited({ expires: false }), ['swallowed-failure']],
])('that a failure is swallowed is told but of what passes by itself: %s', async (_what, work, told) => {
  const { failures } = await findUnshrunk(() => withRedis(work), {
    trigger: timer,
    runs: 1,
    edges: false,
    learn: false,
    oracles: onlyOracles('swallowed-failure'),
  });
  expect(failures.map(({ oracle }) => oracle)).toEqual(told);
});

test.each<readonly [what: string, trigger: Trigger, work: Work, told: readonly string[]]>([
  ['of a timer expires by itself', timer as Trigger, locked, []],
  ['of a timer stays for ever', timer as Trigger, withoutExpiry, ['retry-after-fault', 'concurrency']],
  ['stays when the work fails', timer as Trigger, givenBackAtLast, ['retry-after-fault']],
  ['makes one message be left out for another', cmq as Trigger, locked, ['concurrency']],
])('a lock %s', async (_what, trigger, work, told) => {
  const { failures } = await findUnshrunk(() => withRedis(work), {
    trigger: trigger as Trigger<never, Record<never, never>>,
    runs: 2,
    edges: false,
    learn: false,
    maxFailures: 5,
    oracles: onlyOracles('retry-after-fault', 'concurrency'),
  });
  expect(failures.map(({ oracle }) => oracle)).toEqual(told);
});
