import { describe, expect, test } from 'vitest';
import { type Delivery, effect, effectKindByName } from '../../src/fuzz/index.js';
import { OwnDatabases } from '../../src/fuzz/play/effects/databases/ownDatabases.js';
import type { Subject } from '../../src/fuzz/play/execution.js';
import { LoadMeter } from '../../src/fuzz/play/loadMeter.js';
import { play } from '../../src/fuzz/play/play.js';
import { TrafficMeter } from '../../src/fuzz/play/trafficMeter.js';
import { createWatchdog } from '../../src/fuzz/play/watchdog.js';
import { apigw, timer } from '../../src/index.js';
import { deliveryRulesOf } from '../../src/kernel/delivery.js';
import { elapsedTime } from '../../src/runtime/realTime.js';
import { findUnshrunk } from './findUnshrunk.js';
import { onlyOracles } from './onlyOracles.js';

type Steps = Omit<Delivery<string>['steps'][number], 'event' | 'atMs' | 'instance'>;

/** Plays one event on a handler that stores it and then sends it, and tells what the world has got. */
async function played(step: Steps, handle = storing) {
  const got: string[] = [];
  const world = {
    put: effect('db.put', async (key: string) => void got.push(`put ${key}`)),
    send: effect('mail.send', async (to: string) => void got.push(`send ${to}`)),
  };
  const watchdog = createWatchdog();
  const subject: Subject<string, typeof world> = {
    create: () => (event) => handle(world, event),
    hasWorld: true,
    setup: () => world,
    rules: deliveryRulesOf<string>({ invocation: 'async' }),
    effectKindOf: undefined,
    memoryMb: 128,
    timeoutMs: 1000,
    env: {},
    directory: undefined,
    http: undefined,
    databases: (facts) => new OwnDatabases(facts),
    allowed: { net: [], run: [] },
    loads: new LoadMeter(),
    traffic: new TrafficMeter(),
    chance: { text: '', fromMs: 0, isReal: false, variation: 0 },
    watchdog,
    stopwatch: elapsedTime,
    onCall: undefined,
  };
  const execution = await play(subject, { steps: [{ event: 'a', atMs: 0, instance: 0, ...step }] });
  await watchdog.close();
  return {
    got,
    tries: execution.invocations.map(({ outcome, attempt }) => [attempt.instance, outcome.ok]),
    states: execution.invocations.flatMap(({ calls }) => calls.map(({ name, state }) => `${name} ${state}`)),
    delivered: execution.delivered.map(({ result }) => result),
  };
}

interface World {
  put(key: string): Promise<void>;
  send(to: string): Promise<void>;
}

async function storing({ put, send }: World, event: string): Promise<void> {
  await put(event);
  await send(event);
}

describe('a fault', () => {
  test('that refuses a call keeps it from the world, once: the retry succeeds', async () => {
    expect(await played({ fault: { call: 2, kind: 'refused' } })).toEqual({
      got: ['put a', 'put a', 'send a'],
      tries: [
        [0, false],
        [1, true],
      ],
      states: ['db.put done', 'mail.send refused', 'db.put done', 'mail.send done'],
      delivered: ['handled'],
    });
  });

  test('that loses the answer lets the call happen, and the handler hears that it failed', async () => {
    expect(await played({ fault: { call: 2, kind: 'lost-answer' } })).toEqual({
      got: ['put a', 'send a', 'put a', 'send a'],
      tries: [
        [0, false],
        [1, true],
      ],
      states: ['db.put done', 'mail.send done', 'db.put done', 'mail.send done'],
      delivered: ['handled'],
    });
  });

  test('is over for the next call of the same try', async () => {
    const stubborn = async ({ put }: World, event: string) => {
      await put(event).catch(() => put(`${event} again`));
    };
    const { got, tries } = await played({ fault: { call: 1, kind: 'refused' } }, stubborn);
    expect([got, tries]).toEqual([['put a again'], [[0, true]]]);
  });

  test('tries again on the instance that failed, where that is asked for', async () => {
    const { tries } = await played({ fault: { call: 1, kind: 'refused' }, retriedWarm: true });
    expect(tries).toEqual([
      [0, false],
      [0, true],
    ]);
  });
});

describe('an effect counts once', () => {
  test.each(['idempotencyKey', 'Idempotency-Key', 'dedupe_id', 'ClientToken', 'MessageDeduplicationId'])(
    'under its %s',
    (name) => {
      expect(effectKindByName('orders.create', [{ [name]: 'k1' }])).toEqual({
        kind: 'once',
        key: 'orders.create k1',
      });
      expect(effectKindByName('orders.create', [{ headers: { [name]: 'k1' } }]).kind).toBe('once');
    },
  );

  test.each(['idempotency-key', 'x-idempotency-key', 'X-Idempotency-Key'])(
    'of a request under its header %s',
    async (name) => {
      const post = (headers: Record<string, string>) => () => async (event: { Time: string }) => {
        const sent = Object.fromEntries(Object.keys(headers).map((header) => [header, event.Time]));
        await fetch('https://example.com/orders', { method: 'POST', headers: sent, body: event.Time });
      };
      const doubled = async (headers: Record<string, string>) => {
        const { failures } = await findUnshrunk(post(headers), {
          trigger: timer,
          runs: 5,
          oracles: onlyOracles('redelivery'),
        });
        return failures.filter(({ oracle }) => oracle === 'redelivery').map(({ what }) => what);
      };
      expect(await doubled({ [name]: '' })).toEqual([]);
      expect(await doubled({ 'x-request-id': '' })).toEqual(['POST']);
    },
  );
});

describe('a run proves little', () => {
  const resultOf = (handle: (event: { Time: string }) => unknown) =>
    findUnshrunk(() => async (event) => handle(event), {
      trigger: timer,
      runs: 10,
      learn: false,
      edges: true,
      oracles: onlyOracles('crash', 'never-settles'),
    });

  test('of a handler that failed on all events', async () => {
    const { weakness } = await resultOf(() => {
      throw new Error('not for me');
    });
    expect(weakness).toEqual([
      expect.stringMatching(/^The handler failed on (\d+) of \1 events \(mostly Error: not for me\)/),
    ]);
  });

  test('but not for that of one that fails on some', async () => {
    const { weakness } = await resultOf(async ({ Time }) => {
      if (/[0-4]Z$/.test(Time)) throw new Error('not this one');
      await fetch('https://example.com/time', { method: 'PUT', body: Time });
    });
    expect(weakness).toEqual([]);
  });

  test('of a handler without an effect, whose answer nobody reads', async () => {
    const { weakness } = await resultOf(({ Time }) => Time);
    expect(weakness).toEqual([expect.stringContaining('No effect of the handler was seen')]);
  });

  test('of one that answers every event alike, and not of one that does not', async () => {
    const answers = async (body: (event: { path: string }) => string) =>
      findUnshrunk(() => async (event) => ({ statusCode: 200, headers: {}, body: body(event) }), {
        trigger: apigw,
        runs: 10,
        learn: false,
        oracles: onlyOracles('crash'),
      });
    expect((await answers(() => 'ok')).weakness).toEqual([
      expect.stringContaining('came to the same answer'),
    ]);
    const other = await answers(({ path }) => path);
    expect(other.weakness).toEqual([]);
    expect(other.warnings).toEqual([expect.stringContaining('No outside call was seen')]);
  });

  test('when it was cut short', async () => {
    const { weakness } = await findUnshrunk(
      () => async (event) => ({ statusCode: 200, headers: {}, body: event.path }),
      { trigger: apigw, budgetMs: 0, learn: false },
    );
    expect(weakness).toEqual(['No case was tried.']);
  });
});
