import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type FuzzFailure, findFailures, fuzzHandler, fuzzReport } from '../../src/fuzz/index.js';
import { type ApigwEvent, apigw, ckafka, type TimerEvent, timer } from '../../src/index.js';

const ok = { isBase64Encoded: false, statusCode: 200, headers: {} };

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'scf-fuzz-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

const parses = () => async (event: TimerEvent) => JSON.parse(event.Message);

test('throws a report that tells what was found and how to see it again', async () => {
  const failure = await fuzzHandler(parses, {
    trigger: timer,
    store: false,
    runs: 20,
    maxFailures: 1,
  }).catch((error: FuzzFailure) => error);
  expect(
    (failure as FuzzFailure).message.replace(
      / \(.*(fuzzHandler.test.ts):.*\)| \/.*(fuzzHandler.test.ts):\S+/g,
      ' ($1$2)',
    ),
  ).toMatchInlineSnapshot(`
    "The handler breaks: a failure in 1 case of timer (seed 42).

    1. crash: A valid event makes no error that the language or its own library throws.
      The handler ends with SyntaxError: Unexpected end of JSON input
          at JSON.parse (<anonymous>)
          at (fuzzHandler.test.ts)
    What happened:
      00:00:00  the event to instance 0 (cold): SyntaxError: Unexpected end of JSON input
      00:01:00  the event, try 2 to instance 1 (cold): SyntaxError: Unexpected end of JSON input
      00:02:00  the event, try 3 to instance 2 (cold): SyntaxError: Unexpected end of JSON input
    The event:
      {"Type":"Timer","TriggerName":"EveryMinute","Time":"2024-01-01T00:00:00Z","Message":""}
    How to mend it: node_modules/scf-fixtures/docs/findings.md#crash
    Replay: seed 42, case 0
    Next: node_modules/scf-fixtures/docs/findings.md#crash tells how to mend the first. Run it again."
  `);
});

test('returns the report of a handler that holds', async () => {
  const report = await fuzzHandler(() => async (event: ApigwEvent) => ({ ...ok, body: event.path }), {
    trigger: apigw,
    store: false,
    runs: 3,
  });
  expect([report.verdict, report.failures, report.weakness]).toEqual(['nothing-found', [], []]);
  expect(report.warnings.join()).toContain('No outside call was seen');
  expect(report.asked).toMatchObject({ crash: expect.any(Number), 'warm-cold': expect.any(Number) });
  expect(report.asked).not.toHaveProperty('redelivery');
  expect(report.asked).not.toHaveProperty('property');
});

test('throws when nothing was found because next to nothing was tried, unless that is allowed', async () => {
  const options = { trigger: timer, store: false, runs: 2 } as const;
  const idle = () => async (event: TimerEvent) => event.TriggerName;
  const failure = await fuzzHandler(idle, options).catch((error: FuzzFailure) => error);
  expect((failure as FuzzFailure).message).toMatch(
    /^Nothing was found in 2 cases of timer, and that proves little\. No effect of the handler was seen/,
  );
  expect((await fuzzHandler(idle, { ...options, allowWeak: true })).verdict).toBe('proves-little');
});

test('makes the handler once when it may be reused', async () => {
  let made = 0;
  const create = () => {
    made++;
    return async (event: TimerEvent) => event.TriggerName;
  };
  await fuzzHandler(create, { trigger: timer, store: false, runs: 2, reuse: true, allowWeak: true });
  expect(made).toBe(1);
});

test('stops within a case when the time is over', async () => {
  let calls = 0;
  const slow = () => async () => {
    calls++;
    await new Promise((turn) => setTimeout(turn, 20));
  };
  const { runs } = await fuzzHandler(slow, { trigger: ckafka, store: false, budgetMs: 400, allowWeak: true });
  expect(runs).toBe(1);
  // 20 in that time, and what the oracle that is asked at its end still plays.
  expect(calls).toBeLessThan(40);
});

test('reuses no handler that has a world of its own', async () => {
  const create = () => async () => null;
  await expect(
    fuzzHandler(create, { trigger: timer, store: false, reuse: true, setup: () => ({}) }),
  ).rejects.toThrow(
    'Cannot reuse a handler that is made with a world of its own: every case has a new one. Leave out reuse or setup.',
  );
});

test('finds the same again for the same seed', async () => {
  const find = async () => {
    const { failures } = await findFailures(parses, { trigger: timer, runs: 20, seed: 'a', maxFailures: 1 });
    return failures.map(({ oracle, what, run, case: found }) => ({ oracle, what, run, found }));
  };
  expect(await find()).toEqual(await find());
});

test('keeps a failure, tries it first, and drops it once it passes', async () => {
  const cwd = folder();
  const options = { trigger: timer, cwd, name: 'nightly', runs: 20, maxFailures: 1 };
  const found = await fuzzReport(parses, options);
  expect(found.storedAt.every((path) => path !== undefined)).toBe(true);

  const again = await fuzzReport(parses, { ...options, runs: 1, seed: 'another', edges: false });
  expect(again.failures[0]).toMatchObject({ oracle: 'crash', run: -1 });

  const passes = await fuzzReport(() => async () => null, { ...options, runs: 1 });
  expect(passes.dropped.length).toBe(1);
  const [only] = readdirSync(join(cwd, '.scf-fixtures', 'failures'));
  expect(readdirSync(join(cwd, '.scf-fixtures', 'failures', String(only)))).toEqual([]);
});

test('writes nothing when nothing was found', async () => {
  const cwd = folder();
  await fuzzReport(() => async () => null, { trigger: timer, cwd, runs: 1 });
  expect(existsSync(join(cwd, '.scf-fixtures'))).toBe(false);
});

test('asks the property of the user', async () => {
  const { failures } = await findFailures(() => async (event: TimerEvent) => event.Message.length, {
    trigger: timer,
    property: ({ result }) => Number(result) < 100,
    maxFailures: 1,
  });
  expect(failures.map(({ oracle }) => oracle)).toEqual(['property']);
  expect(failures[0]?.case.event.Message.length).toBe(100);
});

test('compares with a handler that is right', async () => {
  const first = () => async (event: { Records: readonly unknown[] }) => event.Records.slice(0, 1).length;
  const all = () => async (event: { Records: readonly unknown[] }) => event.Records.length;
  const { failures } = await findFailures(first, { trigger: ckafka, reference: all, maxFailures: 1 });
  expect(failures[0]).toMatchObject({ oracle: 'reference', what: 'answer' });
  expect(failures[0]?.case.event.Records.length).toBe(2);
});

test('sees HTTP requests, keeps them here, and lets them fail', async () => {
  const asked: string[] = [];
  const { failures } = await findFailures(
    () => async () => {
      await fetch('https://api.example.com/orders', { method: 'POST', body: '{}' }).catch(() => undefined);
      return { isBase64Encoded: false, statusCode: 200, headers: {}, body: '' };
    },
    {
      trigger: apigw,
      runs: 5,
      maxFailures: 1,
      http: (request) => {
        asked.push(new URL(request.url).host);
        return Response.json({ ok: true });
      },
    },
  );
  expect(new Set(asked)).toEqual(new Set(['api.example.com']));
  expect(failures[0]).toMatchObject({
    oracle: 'swallowed-failure',
    what: 'POST https://api.example.com/orders fails',
  });
});

test('names the oracle that it does not know', async () => {
  await expect(findFailures(parses, { trigger: timer, oracles: { redelivry: false } })).rejects.toThrow(
    'Cannot switch the oracle "redelivry": there is none. Did you mean "redelivery"?',
  );
});

test('gives a handler time that waits for another process without a pause', async () => {
  // Longer than a handler may compute, and over after two times.
  let waits = 2;
  const waiting = () => async (event: TimerEvent) => {
    if (waits-- > 0) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1300);
    return event.TriggerName;
  };
  const { failures } = await findFailures(waiting, { trigger: timer, runs: 2 });
  expect(failures).toEqual([]);
  expect(waits).toBeLessThan(0);
});
