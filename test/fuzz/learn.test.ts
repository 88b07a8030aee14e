import { expect, test } from 'vitest';

import {
  type ApigwEvent,
  apigw,
  type CkafkaEvent,
  type CosEvent,
  ckafka,
  cos,
  type EventbridgeEvent,
  eventbridge,
  type InvokeEvent,
  invoke,
  type TimerEvent,
  type Trigger,
  timer,
  type WebsocketDataEvent,
  websocketData,
} from '../../src/index.js';
import { findUnshrunk } from './findUnshrunk.js';
import { onlyOracles } from './onlyOracles.js';

/** Everything that a handler is given in a fuzz. */
async function given<Event>(
  trigger: Trigger<Event>,
  handle: (event: Event) => unknown,
  runs = 30,
): Promise<Event[]> {
  const events: Event[] = [];
  const create = () => async (event: Event) => {
    events.push(event);
    return handle(event) ?? null;
  };
  // Each case is played once, and judged by what needs no other delivery.
  const options = {
    trigger,
    runs,
    learn: true,
    http: false as const,
    source: String(handle),
    maxFailures: 100,
  };
  await findUnshrunk(create, { ...options, oracles: onlyOracles('never-settles') });
  return events;
}

test('gives commands that the code names', async () => {
  const events = await given<WebsocketDataEvent>(websocketData, ({ websocket }) =>
    websocket.data.startsWith('/name ') ? 'named' : 'said',
  );
  expect(events.some(({ websocket }) => /^\/name \S/.test(websocket.data))).toBe(true);
});

test('gives numbers where numbers are read, and ids above 2^53', async () => {
  const events = await given<CkafkaEvent>(ckafka, ({ Records }) => {
    for (const { Ckafka } of Records) {
      try {
        const { orderId, amount } = JSON.parse(Ckafka.msgBody);
        if (amount * 2 > 10) return orderId;
      } catch {}
    }
    return 0;
  });
  const bodies = events.flatMap(({ Records }) => Records.map(({ Ckafka }) => Ckafka.msgBody));
  expect(bodies.some((body) => /"amount":\d/.test(body))).toBe(true);
  expect(bodies.some((body) => body.includes('"orderId":9007199254740993'))).toBe(true);
});

test('gives options that are merged by the names of their defaults', async () => {
  const events = await given<TimerEvent>(timer, ({ Message }) => {
    const defaults = { limit: 100 };
    try {
      return { ...defaults, ...JSON.parse(Message) }.limit;
    } catch {
      return defaults.limit;
    }
  });
  expect(events.some(({ Message }) => Message.includes('"limit":'))).toBe(true);
});

test('gives lists of sums of money for the name of one', async () => {
  const events = await given<InvokeEvent>(invoke, (event) =>
    ((event as { prices?: number[] } | null)?.prices ?? []).reduce((sum, price) => sum + Number(price), 0),
  );
  const isSum = (event: InvokeEvent) => {
    const prices: unknown = Object(event).prices;
    return Array.isArray(prices) && prices.length > 1 && prices.every((price) => typeof price === 'number');
  };
  expect(events.some(isSum)).toBe(true);
});

test('gives fields that are read only once others are there', async () => {
  const events = await given<InvokeEvent>(invoke, (event) => {
    const { items } = Object(event) as { items?: { price: number; count: number }[] };
    if (!Array.isArray(items)) throw new Error('items');
    for (const item of items) {
      if (typeof item.price !== 'number') throw new Error('price');
      if (!Number.isInteger(item.count)) throw new Error('count');
    }
    return items.length;
  });
  const isOrder = (event: InvokeEvent) => {
    const items: unknown = Object(event).items;
    const isItem = ({ price, count }: { price?: unknown; count?: unknown }) =>
      typeof price === 'number' && Number.isInteger(count);
    return Array.isArray(items) && items.length > 1 && items.every((item) => isItem(Object(item)));
  };
  expect(events.filter(isOrder).length).toBeGreaterThan(5);
});

test('gives several parameters of a query that are looked at together', async () => {
  const handle = ({ queryString }: ApigwEvent) => {
    const { city, nights } = queryString;
    const isRight = typeof city === 'string' && /^\d+$/.test(String(nights));
    return { isBase64Encoded: false, statusCode: isRight ? 200 : 400, headers: {}, body: '' };
  };
  const events = await given<ApigwEvent>(apigw, handle);
  expect(events.filter((event) => handle(event).statusCode === 200).length).toBeGreaterThan(5);
});

test('gives headers that the code looks up without their case, with values that it knows', async () => {
  const answers = ({ headers }: ApigwEvent) => {
    const found = Object.entries(headers).find(([name]) => name.toLowerCase() === 'accept');
    return {
      isBase64Encoded: false,
      statusCode: 200,
      headers: {},
      body: found?.[1] === 'text/csv' ? 'id' : '{}',
    };
  };
  const events = await given<ApigwEvent>(apigw, answers, 60);
  expect(events.some(({ headers }) => headers.accept === 'text/csv')).toBe(true);
});

test('gives names of files that have to do with the code, wherever they stand in the event', async () => {
  const events = await given<CosEvent>(cos, ({ Records }) =>
    Records.filter(({ cos: { cosObject } }) => cosObject.key.includes('.jpg')).map(() => 'picture'),
  );
  const records = events.flatMap(({ Records }) => Records.map((record) => record.cos.cosObject));
  const odd = records.filter(({ key }) => /\.jpg\./.test(key));
  expect(odd.length).toBeGreaterThan(0);
  for (const { key, url } of odd) expect(decodeURIComponent(url)).toContain(key.split('/').at(-1));
});

test('puts no field into the data of a source that does not send it', async () => {
  const events = await given<EventbridgeEvent>(eventbridge, ({ data }) => Number(Object(data).offset) + 1);
  const withOffset = events.filter(({ data }) => Object.hasOwn(Object(data), 'offset'));
  expect(new Set(withOffset.map(({ source }) => source))).toEqual(new Set(['ckafka.cloud.tencent']));
});
