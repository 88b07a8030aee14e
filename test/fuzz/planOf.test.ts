import { describe, expect, test } from 'vitest';
import { type FuzzOptions, oracles } from '../../src/fuzz/index.js';
import { planOf } from '../../src/fuzz/planOf.js';
import { createWatchdog } from '../../src/fuzz/play/watchdog.js';
import { apigw, type TimerEvent, type Trigger, timer } from '../../src/index.js';

type Options = FuzzOptions<TimerEvent, Record<never, never>, unknown>;

/** The plan for a handler that does nothing. */
function planFor(options: Partial<Options> = {}) {
  return planOf<TimerEvent, Record<never, never>, unknown>(
    () => async () => 1,
    { trigger: timer, ...options },
    createWatchdog(),
  );
}

describe('the plan of a fuzz', () => {
  test('has its defaults', async () => {
    const { setting, ...plan } = planFor();
    const { subject } = setting;
    expect(plan).toMatchObject({
      seed: 42,
      runs: 100,
      shard: { index: 1, of: 1 },
      maxFailures: 5,
      budgetMs: Number.POSITIVE_INFINITY,
    });
    expect(setting.timeZones).toEqual([
      'UTC',
      'Asia/Shanghai',
      'America/New_York',
      'Pacific/Kiritimati',
      'Pacific/Pago_Pago',
    ]);
    expect(setting.canary).toMatch(/^scf-fixtures-canary-[\da-f]{12}$/);
    expect(subject).toMatchObject({
      timeoutMs: 3000,
      env: { TENCENTCLOUD_SECRETKEY: setting.canary, TENCENTCLOUD_SESSIONTOKEN: setting.canary },
      allowed: { net: [], run: [] },
    });
    expect(await subject.http?.()(new Request('https://example.com'))).toBeInstanceOf(Response);
    expect([subject.effectKindOf, setting.kept, setting.reference, setting.property]).toEqual(
      Array(4).fill(undefined),
    );
    expect(plan.learning?.payloadAt).toBe('Message');
    expect(plan.learning?.code).toBe('() => async () => 1');
  });

  test('takes what is given, also in the names of before', async () => {
    const { setting, ...plan } = planFor({
      seed: 'a',
      runs: 7,
      shard: { index: 2, of: 3 },
      mostFailures: 9,
      budgetMs: 5,
      learn: false,
      timeoutMs: 100,
      env: { A: '1', TENCENTCLOUD_SECRETKEY: 'mine' },
      allow: ['db:1'],
      allowRun: ['convert'],
      timeZones: ['UTC'],
      directory: '/data',
      http: false,
      traceOf: () => ({ leaves: 'value', key: 'k' }),
    });
    const { canary, directory, subject, timeZones } = setting;
    expect(plan).toMatchObject({
      seed: 'a',
      runs: 7,
      shard: { index: 2, of: 3 },
      maxFailures: 9,
      budgetMs: 5,
    });
    expect(plan.learning).toBeUndefined();
    expect(planFor({ maxFailures: 2, mostFailures: 9 }).maxFailures).toBe(2);
    expect([directory, timeZones, subject.directory, subject.http]).toEqual([
      '/data',
      ['UTC'],
      '/data',
      undefined,
    ]);
    expect(subject.env).toEqual({
      A: '1',
      TENCENTCLOUD_SECRETKEY: 'mine',
      TENCENTCLOUD_SESSIONTOKEN: canary,
    });
    expect(subject.allowed).toEqual({ net: ['db:1'], run: ['convert'] });
    expect(subject.effectKindOf?.('a', [])).toEqual({ kind: 'overwrite', key: 'k' });
    const own = () => new Response('own');
    const answer = planFor({ http: own }).setting.subject.http?.();
    expect(await (await answer?.(new Request('https://example.com')))?.text()).toBe('own');
    const kindOf = () => ({ kind: 'read' }) as const;
    expect(planFor({ effectKindOf: kindOf }).setting.subject.effectKindOf?.('put', [])).toEqual({
      kind: 'read',
    });
  });

  test.each([0, -1, 1.5, Number.NaN, 2 ** 53])('refuses %d runs', (runs) => {
    expect(() => planFor({ runs })).toThrow(
      `Cannot try ${runs} cases: the number of runs must be a whole number from 1.`,
    );
    expect(planFor({ runs: 1 }).runs).toBe(1);
  });

  test('refuses drawn deliveries that nobody judges', () => {
    const message =
      'Cannot play drawn deliveries: nothing says what must hold for them. Give a property or a reference, or leave out deliveries.';
    expect(() => planFor({ deliveries: true })).toThrow(message);
    expect(() => planFor({ deliveries: {} })).toThrow(message);
    expect(planFor({ deliveries: false }).runs).toBe(100);
    expect(planFor({ deliveries: true, property: () => true }).setting.property).toBeDefined();
    expect(planFor({ deliveries: true, reference: () => async () => 1 }).setting.reference).toBeDefined();
    expect(() => planFor({ reuse: true, setup: () => 1 })).toThrow(
      expect.objectContaining({ code: 'REUSE_WITH_SETUP' }),
    );
    expect(planFor({ setup: () => 1 }).setting.kept).toBeUndefined();
  });

  test('asks the oracles that have something to say, in their order', () => {
    const namesFor = (options: Partial<Options>) => planFor(options).oracles.map(({ name }) => name);
    const codeProblems = [{ text: 'No.', loadError: { name: 'Error', message: 'no', isError: true } }];
    const unloadable: Partial<Options> = { runtime: 'Nodejs18.15', codeProblems };
    const all = namesFor({ property: () => true, reference: () => async () => 1, ...unloadable });
    const applying = oracles.filter(({ applies }) => applies(planFor().setting.subject.rules as never));
    expect(all).toEqual(applying.map(({ name }) => name));
    const given = oracles.filter(({ needs }) => needs !== undefined).map(({ name }) => name);
    expect(namesFor({})).toEqual(all.filter((name) => !given.includes(name)));
    expect(namesFor({ codeProblems })).toEqual(namesFor({}));
    expect(planFor({ codeProblems }).notes).toEqual(['No.']);
    expect(planFor(unloadable).notes).toEqual([]);
    expect(namesFor({ property: () => true })).toContain('property');
    const ofMemory = oracles.filter(({ judgesMemory }) => judgesMemory === true).map(({ name }) => name);
    expect(ofMemory).not.toEqual([]);
    expect(namesFor({ reuse: true })).toEqual(namesFor({}).filter((name) => !ofMemory.includes(name)));
    expect(namesFor({ oracles: { crash: false, 'late-work': { off: 'known' }, redelivery: true } })).toEqual(
      namesFor({}).filter((name) => name !== 'crash' && name !== 'late-work'),
    );
    expect(() => planFor({ oracles: { 'nothing-like-it-at-all': false } })).toThrow(
      `Cannot switch the oracle "nothing-like-it-at-all": there is none. There are ${oracles.map(({ name }) => name).join(', ')}.`,
    );
  });

  test('makes a handler of a file once, and anew when it is asked to', async () => {
    let made = 0;
    const create = () => {
      made++;
      return async () => made;
    };
    const plan = planOf<TimerEvent, Record<never, never>, unknown>(
      create,
      { trigger: timer, source: 'code' },
      createWatchdog(),
    );
    const { kept, subject } = plan.setting;
    expect(plan.learning?.code).toBe('code');
    const handlers = [1, 2].map(() => kept?.subject.create(undefined, 0));
    expect([handlers[0] === handlers[1], made]).toEqual([true, 1]);
    kept?.renew();
    expect([kept?.subject.create(undefined, 0) === handlers[0], made]).toEqual([false, 2]);
    const cold = [1, 2].map(() => subject.create(undefined, 0));
    expect([cold[0] === cold[1], made]).toEqual([false, 4]);
  });

  test('asks a property of every invocation that succeeds', async () => {
    const asked: unknown[] = [];
    const problemOf = async (property: NonNullable<Options['property']>) =>
      planFor({ property }).setting.property?.({
        world: 'world',
        invocations: [
          { attempt: { event: 'a' }, outcome: { ok: false } },
          { attempt: { event: 'b' }, outcome: { ok: true, result: 1 } },
          { attempt: { event: 'c' }, outcome: { ok: true, result: 2 } },
        ],
      } as never);
    const seen = ({ event, result, world }: { event: unknown; result: unknown; world: unknown }) =>
      void asked.push([event, result, world]);
    expect(await problemOf(seen)).toBeUndefined();
    expect(asked).toEqual([
      ['b', 1, 'world'],
      ['c', 2, 'world'],
    ]);
    expect(await problemOf(({ result }) => result !== 2)).toBe('The property does not hold.');
    expect(await problemOf(async ({ result }) => result !== 1)).toBe('The property does not hold.');
    expect(await problemOf(() => 0)).toBeUndefined();
    expect(await problemOf(() => Promise.reject(new Error('no stock')))).toBe('no stock');
    expect(
      await problemOf(() => {
        throw 'a text';
      }),
    ).toBe('a text');
  });

  test('watches the handler read the same events for the same trigger, some of them with data of its own', () => {
    const { learning } = planFor();
    const other = planFor({ seed: 'other' }).learning;
    const payload = () => ({ mine: 1 });
    for (let round = 0; round < 4; round++) {
      expect(learning?.eventOf(round, undefined)).toEqual(other?.eventOf(round, undefined));
      expect(learning?.eventOf(round, payload).Message).toBe('{"mine":1}');
    }
    expect(learning?.eventOf(0, undefined)).not.toEqual(learning?.eventOf(1, undefined));
    const own = planFor({ payload: () => ({ theirs: 2 }) }).learning;
    expect(own?.eventOf(0, payload).Message).toBe('{"theirs":2}');
    const { learning: ofHttp } = planOf(
      () => async () => 1,
      { trigger: apigw as unknown as Trigger<never> } as never,
      createWatchdog(),
    );
    expect(ofHttp?.payloadAt).toBe('body');
  });
});
