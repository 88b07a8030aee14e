import { gunzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryOf, lifeOf, malformedOf } from '../../src/fuzz/index.js';
import {
  apigw,
  type ClsEvent,
  check,
  ckafka,
  clb,
  cls,
  cos,
  describeIssue,
  drawWebsocketLife,
  invoke,
  jsonBytes,
  timer,
  triggers,
} from '../../src/index.js';
import { payloadOf } from '../../src/payload/index.js';
import { casesToTry, isNightly, rowsToTry } from '../nightly.js';
import { shrunk } from './shrunk.js';

describe.each(triggers.map((trigger) => [trigger.name, trigger] as const))('%s', (_name, trigger) => {
  test('shrinks to valid events that never grow', () => {
    const arbitrary = arbitraryOf(trigger);
    for (const seed of isNightly ? [1, 2, 3] : [1]) {
      const sizes = fc.sample(arbitrary, { seed, numRuns: casesToTry(15, 30) }).map(jsonBytes);
      const wanted = sizes.sort((a, b) => a - b)[sizes.length >> 1] as number;
      const { failing, last } = shrunk(arbitrary, (event) => jsonBytes(event) >= wanted, { seed });
      const brokenByFirst = new Set(check(trigger, failing[0]).map((issue) => issue.rule));
      for (const [index, event] of failing.slice(1).entries()) {
        expect(jsonBytes(event)).toBeLessThanOrEqual(jsonBytes(failing[index]));
        const news = check(trigger, event).filter((issue) => !brokenByFirst.has(issue.rule));
        expect(news.map(describeIssue)).toEqual([]);
      }
      expect(jsonBytes(last)).toBeGreaterThanOrEqual(wanted);
    }
  });

  test.skipIf(trigger.contract.accepts(null))(
    'spoils events so that a check or the decoder notices (needs a contract that refuses null)',
    () => {
      for (const { name, event } of fc.sample(malformedOf(trigger), {
        seed: 1,
        numRuns: casesToTry(40, 100),
      })) {
        const issues = check(trigger, event);
        const problems =
          issues.length > 0 || !trigger.contract.accepts(event)
            ? issues.length
            : trigger.decode(event).filter((part) => part.problem !== undefined).length;
        if (problems === 0) expect.unreachable(name);
      }
    },
  );
});

function linesOf(event: ClsEvent): string[] {
  const data = JSON.parse(gunzipSync(Buffer.from(event.clslogs.data, 'base64')).toString());
  return data.records.map((record: { content: string }) => record.content);
}

const isJson = (text: string) => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe('a batch of 10,000 records with one that fails', () => {
  const ways = [
    ['drawn as a list', 0],
    ['of a fixed length', 1],
  ] as const;
  test.each(rowsToTry(ways, 1))('%s comes down to that record', (_how, fixed) => {
    const big = arbitraryOf(ckafka, fixed === 1 ? { records: 10_000, edges: false } : { edges: false });
    const isPoison = (value: { readonly msgBody: string }) => value.msgBody.endsWith('7}');
    const found = fc
      .sample(big, { seed: 1, numRuns: fixed === 1 ? 1 : 3000 })
      .findIndex((event) => event.Records.length >= 5_000);
    expect(found).toBeGreaterThanOrEqual(0);
    const poisoned = (event: {
      readonly Records: readonly { readonly Ckafka: { readonly msgBody: string } }[];
    }) => event.Records.some(({ Ckafka }) => isPoison(Ckafka));
    const { calls, last } = shrunk(big, poisoned, { seed: 1 });
    expect(calls).toBeLessThanOrEqual(150);
    expect(last.Records.length).toBe(1);
    expect(jsonBytes(last)).toBeLessThan(120);
  });
});

describe('encoded parts', () => {
  test('shrink inside the JSON of a message body', () => {
    const { last } = shrunk(
      arbitraryOf(ckafka),
      (event) => event.Records.some(({ Ckafka }) => Ckafka.msgBody !== '' && !isJson(Ckafka.msgBody)),
      { seed: 4 },
    );
    expect(last.Records.length).toBe(1);
    expect(last.Records[0]?.Ckafka.msgBody.length).toBe(1);
  });

  test('shrink inside gzip', () => {
    const recordsOf = (event: unknown) =>
      (cls.contract.accepts(event) ? cls.decode(event) : []).flatMap(({ value }) =>
        typeof value === 'object' && value !== null && 'records' in value && Array.isArray(value.records)
          ? value.records
          : [],
      );
    const { last } = shrunk(arbitraryOf(cls), (event) => recordsOf(event).length >= 3, { seed: 1 });
    expect(recordsOf(last).length).toBe(3);
    expect(check(cls, last, { strict: true })).toEqual([]);
  });

  test('shrink inside Base64', () => {
    const { last } = shrunk(arbitraryOf(clb), (event) => event.isBase64Encoded === 'true', { seed: 1 });
    expect(last.payload).toBe('');
  });
});

test('a failure by length is found to the character', () => {
  const { last, calls } = shrunk(arbitraryOf(timer), ({ Message }) => Message.length >= 1234, { seed: 1 });
  expect(last.Message.length).toBe(1234);
  expect(calls).toBeLessThanOrEqual(40);
});

test('a failure by the number of records is found to the record', () => {
  const { failing, last, callsBefore } = shrunk(
    arbitraryOf(ckafka, { edges: false }),
    ({ Records }) => Records.length >= 34,
    { seed: 1 },
  );
  expect(last.Records.length).toBe(34);
  expect(callsBefore[failing.findIndex(({ Records }) => Records.length === 34)]).toBeLessThanOrEqual(40);
});

test('an example of the user shrinks', () => {
  const example = {
    Type: 'Timer',
    TriggerName: 'own',
    Time: '2026-01-01T00:00:00Z',
    Message: '{"a":[1,2,3],"b":"x"}',
  };
  const { last } = shrunk(
    arbitraryOf(timer, { examples: [example as never], edges: false }),
    ({ Message }) => Message.includes('"a"'),
    { seed: 1 },
  );
  expect(last.Message).toBe('{"a":[]}');
});

test('a value that was not drawn shrinks when it is given to fast-check', () => {
  let last: unknown;
  fc.check(
    fc.property(arbitraryOf(cos), (event) => {
      if (event.Records.length > 1) last = event;
      return event.Records.length <= 1;
    }),
    {
      examples: [
        [{ Records: Array(9).fill(fc.sample(arbitraryOf(cos), { seed: 1, numRuns: 1 })[0]?.Records[0]) }],
      ],
      numRuns: 1,
    },
  );
  expect(last).toMatchObject({ Records: { length: 2 } });
});

test('what the user fixed stays fixed', () => {
  const named = arbitraryOf(timer, { overrides: { TriggerName: 'nightly' }, edges: false });
  const { failing } = shrunk(named, ({ Message }) => Message !== '', { seed: 1 });
  expect(new Set(failing.map(({ TriggerName }) => TriggerName))).toEqual(new Set(['nightly']));
});

test('a payload that is drawn from choices shrinks with the event', () => {
  const payload = (draw: {
    list: <T>(min: number, max: number, item: () => T) => T[];
    below(n: number): number;
  }) => ({
    items: draw.list(0, 20, () => draw.below(1000)),
  });
  const { last } = shrunk(
    arbitraryOf(apigw, { payload, edges: false }),
    ({ body }) => body?.startsWith('{"items":[') === true && body.length > 13,
    { seed: 1 },
  );
  expect(last.body).toMatch(/^\{"items":\[\d+(,\d+)*\]\}$/);
  expect(last.body?.length).toBe(14);
});

test('a payload of a schema shrinks inside, as far as the schema allows', () => {
  const schema = { type: 'object', required: ['id'], properties: { id: { type: 'string', minLength: 5 } } };
  const { last } = shrunk(
    arbitraryOf(ckafka, { payload: payloadOf(schema), edges: false }),
    ({ Records }) => Records.length >= 2,
    { seed: 1 },
  );
  const bodies = last.Records.map(({ Ckafka }) => JSON.parse(Ckafka.msgBody));
  expect(bodies).toEqual([{ id: 'aaaaa' }, { id: 'aaaaa' }]);
});

test('a payload of a schema shrinks in gzip and where it is the whole event, too', () => {
  const item = {
    type: 'object',
    required: ['cents'],
    properties: { cents: { type: 'integer', minimum: 100 } },
  };
  const payload = payloadOf({
    type: 'object',
    required: ['items'],
    properties: { items: { type: 'array', items: item } },
  });
  const isDear = (items: readonly { cents: number }[]) => items.some(({ cents }) => cents >= 700);
  const called = shrunk(
    arbitraryOf(invoke, { payload, edges: false }),
    (event) => isDear((event as unknown as { items: { cents: number }[] }).items),
    { seed: 3 },
  );
  expect(called.last).toEqual({ items: [{ cents: 700 }] });
  const logged = shrunk(
    arbitraryOf(cls, { payload, edges: false }),
    (event) => linesOf(event).some((line) => isDear(JSON.parse(line).items)),
    { seed: 3 },
  );
  // A lower number that gzip packs worse would be a larger event.
  expect(linesOf(logged.last).map((line) => line.replace(/\d+/, '700'))).toEqual([
    '{"items":[{"cents":700}]}',
  ]);
});

test('a payload that does not say what else it may be is dropped or kept as a whole', () => {
  const payload = () => ({ id: 'order-1' });
  const { last } = shrunk(
    arbitraryOf(ckafka, { payload, edges: false }),
    ({ Records }) => Records.length >= 2,
    { seed: 1 },
  );
  for (const { Ckafka } of last.Records) expect(JSON.parse(Ckafka.msgBody)).toEqual({ id: 'order-1' });
});

test('names the edge case that it does not know', () => {
  expect(() => arbitraryOf(timer, { edges: ['leap-dya'] })).toThrowErrorMatchingInlineSnapshot(
    `[Misuse: Cannot draw the edge case "leap-dya" of timer: there is none. Did you mean "leap-day"?]`,
  );
});

test('the lives of connections shrink to those of one id', () => {
  const { last } = shrunk(lifeOf(drawWebsocketLife), ({ messages }) => messages.length >= 2, { seed: 1 });
  expect(last.messages.length).toBe(2);
  const ids = [last.connect, ...last.messages, last.close].map((event) => event.websocket.secConnectionID);
  expect(new Set(ids).size).toBe(1);
});
