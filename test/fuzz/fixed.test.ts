import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryOf, fuzzReport, malformedOf } from '../../src/fuzz/index.js';
import { apigw, ckafka, cos, functionUrl, timer, type triggers } from '../../src/index.js';
import { withOverrides } from '../../src/kernel/overrides.js';
import { payloadOf } from '../../src/payload/index.js';
import { casesToTry } from '../nightly.js';

const withPayload = [timer, apigw, functionUrl, ckafka];
const payload = payloadOf({
  type: 'object',
  properties: { job: { type: 'string' }, n: { type: 'integer' } },
  required: ['job', 'n'],
  additionalProperties: false,
});

/** Looks for words in what it gets, so that they are drawn. */
const curious = () => async (event: object) => {
  const text = JSON.stringify(event);
  if (text.includes('refund') || text.includes('order.created')) await fetch('https://example.com/');
  const { Message, body, Records } = event as Record<string, string>;
  for (const part of [Message, body, ...(Records ?? [])]) {
    const { job } = JSON.parse(typeof part === 'string' ? part : '{}');
    if (job === 'refund') return job;
  }
  return null;
};

async function seenBy(options: object, trigger: (typeof triggers)[number]): Promise<object[]> {
  const seen: object[] = [];
  const handler = () => {
    const handle = curious();
    return async (event: object) => {
      seen.push(structuredClone(event));
      return handle(event);
    };
  };
  await fuzzReport<object, Record<never, never>, undefined, object>(handler, {
    trigger: trigger as never,
    runs: casesToTry(3, 8),
    store: false,
    // What oracles change on purpose is not what is asked about here.
    oracles: { property: true },
    ...options,
  });
  return seen;
}

describe('overrides stay under fuzzing', () => {
  test.each([
    [timer, { Message: 'nightly', TriggerName: 'backup' }],
    [ckafka, { Records: { Ckafka: { topic: 'orders' } } }],
    [cos, { Records: { cos: { cosBucket: { name: 'photos' } } } }],
  ] as const)('of $name', async (trigger, overrides) => {
    const events = await seenBy({ overrides }, trigger as never);
    expect(events.length).toBeGreaterThan(100);
    const others = events.filter(
      (event) => JSON.stringify(withOverrides(event, overrides)) !== JSON.stringify(event),
    );
    expect(others).toEqual([]);
  });
});

describe('a payload stays under fuzzing', () => {
  test.each(withPayload.map((trigger) => [trigger.name, trigger] as const))('of %s', (_name, trigger) => {
    const drawn = fc.sample(arbitraryOf(trigger as never, { payload } as never), { seed: 1, numRuns: 150 });
    const strange = drawn.filter((event) => !hasOnly(trigger.name, event));
    expect(strange.slice(0, 2)).toEqual([]);
  });

  test('and one that says not what it accepts', async () => {
    const events = (await seenBy({ payload: () => ({ job: 'fixed' }) }, timer as never)) as {
      Message: string;
    }[];
    expect(new Set(events.map(({ Message }) => Message))).toEqual(new Set(['{"job":"fixed"}']));
  });
});

/** True where the data of the user is as the schema says, as far as a test can tell without the product's own words. */
function hasOnly(name: string, event: unknown): boolean {
  if (name === 'timer') return isPayload((event as { Message: string }).Message);
  if (name === 'apigw' || name === 'function-url') {
    const { body } = event as { body?: string };
    return body === undefined || isPayload(body) || isPayload(Buffer.from(body, 'base64').toString());
  }
  return (event as { Records: { Ckafka: { msgBody: string } }[] }).Records.every(({ Ckafka }) =>
    isPayload(Ckafka.msgBody),
  );
}

function isPayload(text: string): boolean {
  try {
    const { job, n, ...others } = JSON.parse(text);
    return typeof job === 'string' && Number.isInteger(n) && Object.keys(others).length === 0;
  } catch {
    return false;
  }
}

test('malformed events hold what is fixed', () => {
  const overrides = { TriggerName: 'backup' };
  const drawn = fc.sample(malformedOf(timer, { overrides }), { seed: 1, numRuns: 200 });
  const objects = drawn.map(({ event }) => event).filter((event) => event !== null);
  expect(objects.length).toBeGreaterThan(100);
  expect(new Set(objects.map((event) => (event as { TriggerName: string }).TriggerName))).toEqual(
    new Set(['backup']),
  );
});
