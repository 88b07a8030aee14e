import { describe, expect, test } from 'vitest';
import { effect, type FuzzOptions } from '../../src/fuzz/index.js';
import type { Case, Oracle, Trial } from '../../src/fuzz/oracles/oracle.js';
import { planOf } from '../../src/fuzz/planOf.js';
import type { HandlerFactory } from '../../src/fuzz/play/execution.js';
import { createWatchdog } from '../../src/fuzz/play/watchdog.js';
import type { CaseOfRun } from '../../src/fuzz/search/cases.js';
import { type StoredCase, search } from '../../src/fuzz/search/search.js';
import { type TimerEvent, timer } from '../../src/index.js';

const eventOf = (Message: string): TimerEvent => ({
  Type: 'Timer',
  TriggerName: 'job',
  Time: '2026-01-02T03:04:05Z',
  Message,
});

interface World {
  put(key: string): Promise<void>;
}

/** An oracle that notes what it is asked, and finds what it is told to. */
function oracleOf(
  name: string,
  find: (
    message: string,
    trial: Trial<TimerEvent>,
  ) => string | undefined | Promise<string | undefined> = () => undefined,
  change: Partial<Oracle> = {},
): Oracle & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    name,
    holds: 'It holds.',
    domain: 'Here.',
    isRelation: false,
    applies: () => true,
    async judge(trial) {
      const own = trial as unknown as Trial<TimerEvent>;
      asked.push(own.case.event.Message);
      const what = await find(own.case.event.Message, own);
      return what === undefined ? undefined : { what, detail: what, execution: await trial.base() };
    },
    ...change,
    asked,
  };
}

/** Searches the cases of some runs, none of which shrinks. */
async function searched(
  oracles: readonly Oracle[],
  runs: readonly (readonly { readonly case: Case<TimerEvent>; readonly isThorough?: boolean }[])[],
  given: {
    readonly handler?: HandlerFactory<TimerEvent, World>;
    readonly options?: Partial<FuzzOptions<TimerEvent, Record<never, never>, World>>;
    readonly stored?: readonly StoredCase<TimerEvent>[];
    readonly plan?: object;
  } = {},
) {
  const watchdog = createWatchdog();
  const setup = () => ({ put: effect('db.put', async (_key: string) => undefined) });
  const options = { trigger: timer, setup, learn: false, runs: Math.max(1, runs.length), ...given.options };
  const plan = planOf(given.handler ?? (() => async () => 1), options, watchdog);
  const shrinkable = (value: Case<TimerEvent>) => ({ value, shrinks: () => [] });
  const ofRun = (run: number): CaseOfRun<TimerEvent>[] =>
    (runs[run] ?? []).map(({ case: value, isThorough = true }) => ({
      shrinkable: shrinkable(value),
      isThorough,
    }));
  const cases = { ofRun, from: shrinkable };
  try {
    return await search({ ...plan, oracles, casesOf: () => cases, ...given.plan }, given.stored);
  } finally {
    await watchdog.close();
  }
}

const messages = (...texts: readonly string[]) => texts.map((text) => ({ case: { event: eventOf(text) } }));

describe('an oracle is asked', () => {
  test('of every case, once for each run, and counted', async () => {
    const [a, b] = [oracleOf('a'), oracleOf('b')];
    const result = await searched([a, b], [messages('x', 'y'), messages('z')]);
    expect([a.asked, b.asked]).toEqual([
      ['x', 'y', 'z'],
      ['x', 'y', 'z'],
    ]);
    expect(result).toMatchObject({
      runs: 2,
      asked: { a: 3, b: 3 },
      failures: [],
      trigger: 'timer',
      seed: 42,
    });
  });

  test('as a relation of cases that are delivered in every way, up to 40,000 bytes and 80 calls', async () => {
    const relation = oracleOf('relation', undefined, { isRelation: true });
    const plain = oracleOf('plain');
    const bytes = JSON.stringify(eventOf('')).length;
    const [fits, large] = [40_000, 40_001].map((size) => 'x'.repeat(size - bytes));
    const calling: HandlerFactory<TimerEvent, World> =
      ({ put }) =>
      async ({ Message }) => {
        for (let call = 0; call < Number(Message); call++) await put('a');
      };
    const run = [
      ...messages(fits ?? '', large ?? '', '80', '81'),
      { case: { event: eventOf('once') }, isThorough: false },
    ];
    const looking = oracleOf('looking', undefined, { isRelation: true, looksFirst: true });
    await searched([relation, looking, plain], [run], { handler: calling });
    expect(relation.asked).toEqual([fits, '80']);
    // One that looks at the answer first is asked of cases that are delivered once, too.
    expect(looking.asked).toEqual([fits, '80', 'once']);
    expect(plain.asked).toEqual([fits, large, '80', '81', 'once']);
  });

  test('up to as many bytes as it takes', async () => {
    const bytes = JSON.stringify(eventOf('ab')).length;
    const small = oracleOf('small', undefined, { maxBytes: bytes });
    await searched([small], [messages('ab', 'abc')]);
    expect(small.asked).toEqual(['ab']);
  });

  test('of drawn deliveries only where it can judge them', async () => {
    const [judging, other] = [oracleOf('judging', undefined, { judgesDeliveries: true }), oracleOf('other')];
    const event = eventOf('x');
    const delivery = { steps: [{ event, atMs: 0, instance: 0 }] };
    const result = await searched([judging, other], [[{ case: { event, delivery } }]]);
    expect([judging.asked, other.asked]).toEqual([['x'], []]);
    expect(result.asked).toEqual({ judging: 1 });
  });

  test('no more once a conclusive one has found something', async () => {
    for (const isConclusive of [true, false]) {
      const after = oracleOf('after');
      const { failures } = await searched(
        [oracleOf('first', () => 'x', { isConclusive }), after],
        [messages('a')],
      );
      expect(failures.map(({ oracle }) => oracle)).toEqual(['first']);
      expect(after.asked).toEqual(isConclusive ? [] : ['a']);
    }
  });

  test('again where the run had a case that is answered as few are, if it judges what is remembered', async () => {
    const plays = async (_message: string, trial: Trial<TimerEvent>) => {
      await trial.base();
      return undefined;
    };
    const [ofMemory, other] = [oracleOf('memory', plays, { judgesMemory: true }), oracleOf('other')];
    const handler: HandlerFactory<TimerEvent, World> =
      () =>
      async ({ Message }) =>
        Message.length;
    await searched([ofMemory, other], [messages('a', 'b', 'ccc')], { handler });
    expect([ofMemory.asked, other.asked]).toEqual([
      ['a', 'b', 'ccc', 'a'],
      ['a', 'b', 'ccc'],
    ]);
  });

  test('of no further case of a run in which one takes all the time that it may', async () => {
    const asked: string[] = [];
    const timed = oracleOf('timed', undefined, {
      async judge(trial) {
        const base = await trial.base();
        asked.push((trial.case.event as TimerEvent).Message);
        const invocations = base.invocations.map((one) => ({
          ...one,
          outcome: { ...one.outcome, statusCode: 433 } as never,
        }));
        return { what: 'x', detail: 'x', execution: { ...base, invocations } };
      },
    });
    await searched([timed], [messages('a', 'b'), messages('c', 'd')]);
    expect([...new Set(asked)]).toEqual(['a', 'c']);
  });

  test('of no case whose event cannot be opened', async () => {
    const plain = oracleOf('plain');
    const broken = {
      ...timer,
      decode: (event: TimerEvent) => [
        { path: [], encoding: 'JSON', value: 1, ...(event.Message === 'x' ? { problem: 'cut' } : {}) },
      ],
    };
    await searched([plain], [messages('x', 'y')], {
      options: { trigger: broken as unknown as typeof timer },
    });
    expect(plain.asked).toEqual(['y']);
  });
});

describe('what an oracle finds', () => {
  test('is told once for each what, of the smallest case, with the first run', async () => {
    const oracle = oracleOf('a', (message) =>
      message.startsWith('b') ? 'bad' : message === 'c' ? 'other' : undefined,
    );
    const { failures, verdict, weakness } = await searched(
      [oracle],
      [messages('a'), messages('bbb'), messages('b', 'c')],
    );
    expect(failures.map(({ what, run, case: { event } }) => [what, run, event.Message])).toEqual([
      ['bad', 1, 'b'],
      ['other', 2, 'c'],
    ]);
    expect([verdict, weakness]).toEqual(['broken', []]);
  });

  test('by a relation counts when it comes again, and where playing again leaves the same', async () => {
    const relation = (find: (message: string) => string | undefined) =>
      oracleOf('a', find, { isRelation: true });
    let times = 0;
    const foundOnce = await searched([relation(() => (times++ === 0 ? 'bad' : undefined))], [messages('x')]);
    let numbers = 0;
    const foundOtherwise = await searched([relation(() => `bad ${numbers++}`)], [messages('x')]);
    const foundTwice = await searched([relation(() => 'bad')], [messages('x')]);
    expect([foundOnce, foundOtherwise, foundTwice].map(({ failures }) => failures.length)).toEqual([0, 0, 1]);
    let calls = 0;
    const byChance: HandlerFactory<TimerEvent, World> =
      ({ put }) =>
      async () =>
        put(`${calls++}`);
    expect(
      (await searched([relation(() => 'bad')], [messages('x')], { handler: byChance })).failures,
    ).toEqual([]);
    expect(
      (await searched([oracleOf('a', () => 'bad')], [messages('x')], { handler: byChance })).failures,
    ).toHaveLength(1);
  });

  test('ends the search at as many as are asked for', async () => {
    const oracle = oracleOf('a', (message) => message);
    const { failures, runs } = await searched(
      [oracle],
      [messages('a'), messages('b', 'c', 'd'), messages('e')],
      { options: { maxFailures: 2 } },
    );
    expect([failures.map(({ what }) => what), runs, oracle.asked.slice(0, 2)]).toEqual([
      ['a', 'b'],
      2,
      ['a', 'b'],
    ]);
    expect(new Set(oracle.asked)).toEqual(new Set(['a', 'b']));
  });
});

describe('a search', () => {
  test('takes every so-many-th run of a shard', async () => {
    const runs = Array.from({ length: 7 }, (_, run) => messages(`${run}`));
    for (const [index, taken] of [
      ['0', '3', '6'],
      ['1', '4'],
      ['2', '5'],
    ].entries()) {
      const oracle = oracleOf('a');
      const result = await searched([oracle], runs, { options: { shard: { index: index + 1, of: 3 } } });
      expect([oracle.asked, result.runs]).toEqual([taken, taken.length]);
    }
  });

  test('tries stored cases first, ten times where they pass, with their own oracle, whatever the time', async () => {
    const stored = (oracle: string) => ({ oracle, case: { event: eventOf('old') } });
    const oracle = oracleOf('a');
    const other = oracleOf('other');
    await searched([oracle, other], [messages('new')], { stored: [stored('a'), stored('of-before')] });
    expect([oracle.asked, other.asked]).toEqual([[...Array(10).fill('old'), 'new'], ['new']]);
    let tries = 0;
    const race = oracleOf('a', (message) => (message === 'old' && ++tries >= 3 ? 'bad' : undefined));
    const result = await searched([race], [messages('new')], {
      stored: [stored('a')],
      options: { budgetMs: 0 },
    });
    expect(result.failures).toMatchObject([
      { oracle: 'a', what: 'bad', run: -1, case: { event: { Message: 'old' } } },
    ]);
    expect([result.runs, race.asked.slice(0, 3)]).toEqual([0, ['old', 'old', 'old']]);
  });

  test('counts the invocations of its handler', async () => {
    let calls = 0;
    const handler: HandlerFactory<TimerEvent, World> = () => async () => ++calls;
    const plays = oracleOf('a', async (_message, trial) => {
      await trial.play({ steps: [0, 1].map((at) => ({ event: trial.case.event, atMs: at, instance: at })) });
      await trial.base();
      await trial.base();
      return undefined;
    });
    const { invocations } = await searched([plays], [messages('x', 'y')], { handler });
    expect([invocations, calls]).toEqual([6, 6]);
  });

  test('says that it proves little where it does, and warns of a handler that takes long to load', async () => {
    const quick = await searched([oracleOf('a')], [messages('x')]);
    expect([quick.verdict, quick.warnings]).toEqual(['proves-little', []]);
    const put: HandlerFactory<TimerEvent, World> =
      ({ put: store }) =>
      async ({ Message }) =>
        store(Message);
    expect((await searched([oracleOf('a')], [messages('x')], { handler: put })).weakness).toEqual([
      'No case was tried.',
    ]);
    const seen = oracleOf('a', (_message, trial) => void trial.base());
    expect((await searched([seen], [messages('x')], { handler: put })).verdict).toBe('nothing-found');
    const slow: HandlerFactory<TimerEvent, World> = () => {
      const start = process.cpuUsage();
      let sum = 0;
      while (process.cpuUsage(start).user < 60_000)
        for (let step = 0; step < 1_000_000; step++) sum += step % 7;
      return async () => sum;
    };
    const thorough: boolean[] = [];
    const playing = oracleOf('a', async (_message, trial) => {
      thorough.push(trial.isThorough);
      await trial.base();
      return undefined;
    });
    const result = await searched([playing], Array(6).fill(messages('x')), { handler: slow });
    expect(result.warnings[0]).toMatch(
      /^Loading the handler takes \d+ ms of processor time, so that only one of (2|5|10|25|100) runs had a case that was delivered in every way\. Load less at the top of the module, or take more --runs\.$/,
    );
    expect(thorough.slice(0, 2)).toEqual([true, false]);
    expect(thorough).toHaveLength(6);
  });
});
