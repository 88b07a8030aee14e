import { expect, test } from 'vitest';
import { apigw, cos, invoke, type Trigger, timer } from '../../src/index.js';
import { casesToTry, isNightly } from '../nightly.js';
import { judgedAlone, saidOf } from './judgedAlone.js';
import { type Make, ok, type Put } from './outside.js';

type Timer = { readonly Message: string; readonly Time: string };

/** One way in which an oracle is broken: what it says of it, and a handler that looks alike and does not break it. */
type Branch = readonly [
  oracle: string,
  way: string,
  trigger: Trigger,
  broken: Make,
  said: RegExp,
  mended: Make,
];

const nextTurn = () => new Promise((turn) => setImmediate(turn));

const branches: readonly Branch[] = [
  [
    'redelivery',
    'on a cold instance, whose memory knows nothing of the first time',
    timer,
    ({ insert }) => {
      const seen = new Set<string>();
      return async ({ Time }: Timer) => {
        if (seen.has(Time)) return;
        seen.add(Time);
        await insert(Time);
      };
    },
    /^db\.insert$/,
    ({ putIfAbsent, insert }) =>
      async ({ Time }: Timer) => {
        if (await putIfAbsent(Time, 1)) await insert(Time);
      },
  ],
  [
    'redelivery',
    'on a warm instance, whose memory counts',
    timer,
    ({ put }) => {
      let calls = 0;
      return async ({ Time }: Timer) => put(`${Time} ${++calls}`, 1);
    },
    /^db\.put$/,
    ({ put }) =>
      async ({ Time }: Timer) =>
        put(`${Time} 1`, 1),
  ],
  [
    'redelivery',
    'that fails the second time',
    timer,
    ({ putIfAbsent }) =>
      async ({ Time }: Timer) => {
        if (!(await putIfAbsent(Time, 1))) throw new Error('known already');
      },
    /^second fails$/,
    ({ putIfAbsent }) =>
      async ({ Time }: Timer) =>
        putIfAbsent(Time, 1),
  ],
  [
    'warm-cold',
    'after an outside call that failed',
    timer,
    ({ insert }) => {
      let isOpen = true;
      return async ({ Time }: Timer) => {
        if (!isOpen) return;
        isOpen = false;
        await insert(Time);
        isOpen = true;
      };
    },
    /^db\.insert$/,
    ({ insert }) => {
      let isOpen = true;
      return async ({ Time }: Timer) => {
        if (!isOpen) return;
        isOpen = false;
        await insert(Time).finally(() => {
          isOpen = true;
        });
      };
    },
  ],
  [
    'warm-cold',
    'in the answer, unless that is another one every time',
    apigw,
    () => {
      let calls = 0;
      return async () => ({ ...ok, body: `${++calls}` });
    },
    /^answer$/,
    () => async () => ({ ...ok, body: `${Math.random()}` }),
  ],
  [
    'late-work',
    'of a slow call',
    timer,
    ({ put }) =>
      async ({ Time }: Timer) => {
        const written = put(Time, 1);
        for (let turn = 0; turn < 4; turn++) await nextTurn();
        void written;
      },
    /^call db\.put$/,
    ({ put }) =>
      async ({ Time }: Timer) => {
        const written = put(Time, 1);
        for (let turn = 0; turn < 4; turn++) await nextTurn();
        await written;
      },
  ],
  [
    'secret-leak',
    'in the answer',
    apigw,
    () => async () => ({ ...ok, body: JSON.stringify(process.env) }),
    /^answer$/,
    () => async () => ({ ...ok, body: JSON.stringify(Object.keys(process.env)) }),
  ],
  [
    'secret-leak',
    'in an error that the caller gets',
    apigw,
    () => async () => Promise.reject(new Error(`no access with ${process.env.TENCENTCLOUD_SECRETKEY}`)),
    /^answer$/,
    () => async () => Promise.reject(new Error('no access')),
  ],
  [
    'path-and-shell',
    'in a command',
    cos,
    ({ run }) =>
      async ({ Records }: Put) => {
        for (const record of Records) await run(`convert ${record.cos.cosObject.key}`);
      },
    /^shell run$/,
    ({ run }) =>
      async ({ Records }: Put) => {
        for (const record of Records) await run('convert', [record.cos.cosObject.key]);
      },
  ],
  [
    'path-and-shell',
    'in a path',
    cos,
    ({ write }) =>
      async ({ Records }: Put) => {
        for (const record of Records) await write(`/tmp/../${record.cos.cosObject.key}`, '');
      },
    /^path files\.write$/,
    ({ write }) =>
      async ({ Records }: Put) => {
        for (const record of Records) await write(`/tmp/${record.cos.cosObject.key.length}`, '');
      },
  ],
  [
    'inexact-number',
    'by a cent that is cut off',
    invoke,
    ({ put }) =>
      async (event: { readonly price?: unknown } | null) =>
        put('cents', { price: Math.floor(Number(event?.price) * 100) }),
    /^cent db\.put, argument 2/,
    ({ put }) =>
      async (event: { readonly price?: unknown } | null) =>
        put('cents', { price: Math.round(Number(event?.price) * 100) }),
  ],
  [
    'inexact-number',
    'by the digits of an id',
    timer,
    ({ put }) =>
      async ({ Message }: Timer) => {
        if (Message.startsWith('{')) await put('order', { id: JSON.parse(Message).orderId });
      },
    /^rounded db\.put, argument 2/,
    ({ put }) =>
      async ({ Message }: Timer) => {
        if (Message.startsWith('{')) await put('order', { id: /"orderId":(\d+)/.exec(Message)?.[1] });
      },
  ],
  [
    'garbled-text',
    'of UTF-8 that is read as Latin-1',
    timer,
    ({ put }) =>
      async ({ Message }: Timer) =>
        put('message', Buffer.from(Message).toString('latin1')),
    /^misread db\.put, argument 2$/,
    ({ put }) =>
      async ({ Message }: Timer) =>
        put('message', Buffer.from(Message).toString()),
  ],
];

test.each(branches)('%s is told %s', async (oracle, _way, trigger, broken, said, mended) => {
  const found = async (
    factory: Make,
    options: { readonly runs: number; readonly learn: boolean; readonly edges: boolean },
  ) =>
    (await judgedAlone(oracle, { trigger, ...options }, factory))
      .filter(({ what }) => said.test(what))
      .map(saidOf);
  const [first, ...more] = await found(broken, { runs: casesToTry(12, 30), learn: true, edges: true });
  expect([first, more.length]).toMatchSnapshot();
  expect(await found(mended, { runs: casesToTry(4, 30), learn: isNightly, edges: isNightly })).toEqual([]);
});
