import { type ApigwEvent, apigw, ckafka, cos, deployed, invoke, timer } from '../../src/index.js';
import { type Events, keyOf, type Pair, type Put } from './outside.js';

type Timer = { readonly Message: string; readonly Time: string };

type Bill = { readonly cents: number; readonly people: number };

const partsOf = ({ cents, people }: Bill, more: (index: number) => number) =>
  Array.from({ length: people }, (_, index) => Math.floor(cents / people) + more(index));

/** For the oracles that look at what goes out. */
export const valuePairs: readonly Pair[] = [
  [
    'lost-value',
    timer,
    ({ put }) =>
      async ({ Message }: Timer) =>
        put('length', Number(Message)),
    ({ put }) =>
      async ({ Message }: Timer) =>
        put('length', Number.isFinite(Number(Message)) ? Number(Message) : 0),
  ],
  [
    'garbled-text',
    timer,
    ({ put }) =>
      async ({ Message }: Timer) =>
        put('start', Message.slice(0, 3)),
    ({ put }) =>
      async ({ Message }: Timer) =>
        put('start', Array.from(Message).slice(0, 3).join('')),
  ],
  [
    'broken-syntax',
    timer,
    ({ put }) =>
      async ({ Message }: Timer) =>
        put('note', `{"message":"${Message}"}`),
    ({ put }) =>
      async ({ Message }: Timer) =>
        put('note', JSON.stringify({ message: Message })),
  ],
  [
    'inexact-number',
    invoke,
    ({ put }) =>
      async (event: { readonly prices?: readonly unknown[] } | null) =>
        put('order', { total: sum(event?.prices, 1) }),
    ({ put }) =>
      async (event: { readonly prices?: readonly unknown[] } | null) =>
        put('order', { total: Math.round(sum(event?.prices, 100)) / 100 }),
  ],
  [
    'lost-remainder',
    invoke,
    () => async (event: Bill | null) => {
      if (event === null || !Number.isInteger(event.cents) || !Number.isInteger(event.people)) return [];
      return event.people > 1 && event.people < 20 ? partsOf(event, () => 0) : [];
    },
    () => async (event: Bill | null) => {
      if (event === null || !Number.isInteger(event.cents) || !Number.isInteger(event.people)) return [];
      const left = event.cents % event.people;
      return event.people > 1 && event.people < 20 ? partsOf(event, (index) => (index < left ? 1 : 0)) : [];
    },
  ],
  [
    'time-unit',
    cos,
    ({ put }) =>
      async ({ Records }: Put) => {
        for (const { event } of Records) await put('made', new Date(event.eventTime));
      },
    ({ put }) =>
      async ({ Records }: Put) => {
        for (const { event } of Records) await put('made', new Date(event.eventTime * 1000));
      },
  ],
  [
    'numbers-sorted-as-texts',
    ckafka,
    ({ put }) =>
      async ({ Records }: Events) =>
        put(
          'last',
          Records.map(({ Ckafka }) => Ckafka.offset)
            .sort()
            .at(-1),
        ),
    ({ put }) =>
      async ({ Records }: Events) =>
        put(
          'last',
          Records.map(({ Ckafka }) => Ckafka.offset)
            .sort((a, b) => a - b)
            .at(-1),
        ),
  ],
  [
    'mistaken-for-repeat',
    ckafka,
    ({ putIfAbsent }) =>
      async ({ Records }: Events) => {
        for (const { Ckafka } of Records) await putIfAbsent(`${Ckafka.offset}`, Ckafka.msgBody);
      },
    ({ putIfAbsent }) =>
      async ({ Records }: Events) => {
        for (const { Ckafka } of Records) await putIfAbsent(keyOf(Ckafka), Ckafka.msgBody);
      },
  ],
  [
    'other-deployment',
    deployed(apigw, { pathPrefix: '/demo' }),
    () => async (event: ApigwEvent) => page(event.path === '/' || event.path === '/users'),
    () => async (event: ApigwEvent) => {
      const path = event.path.slice('/demo'.length) || '/';
      return page(path === '/' || path === '/users');
    },
  ],
];

function page(isThere: boolean) {
  return {
    isBase64Encoded: false,
    statusCode: isThere ? 200 : 404,
    headers: { 'content-type': 'text/plain' },
    body: isThere ? 'hello' : 'no such page',
  };
}

function sum(prices: unknown, unit: number): number {
  if (!Array.isArray(prices)) return 0;
  return prices.reduce((total: number, price) => {
    const value = Number(price);
    return Number.isFinite(value) ? total + value * unit : total;
  }, 0);
}
