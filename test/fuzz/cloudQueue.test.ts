import { createHmac, randomInt } from 'node:crypto';
import { expect, test } from 'vitest';

import { type CkafkaEvent, ckafka } from '../../src/index.js';
import { casesToTry } from '../nightly.js';
import { findUnshrunk } from './findUnshrunk.js';
import { onlyOracles } from './onlyOracles.js';

const legacy = 'https://cmq-queue-gz.api.qcloud.com/v2/index.php';
const tdmq = 'http://gz.mqadapter.cmq.tencentyun.com/v2/index.php';

interface QueueAnswer {
  readonly code: number;
  readonly message: string;
  readonly msgId?: string;
  readonly msgList?: readonly { readonly msgId: string }[];
}

/** A request as the vendor's SDKs sign it, which is another each time. */
async function asked(
  method: 'GET' | 'POST',
  endpoint: string,
  parameters: Readonly<Record<string, string>>,
): Promise<QueueAnswer> {
  const all = {
    ...parameters,
    Nonce: String(randomInt(1_000_000)),
    Timestamp: String(Math.floor(Date.now() / 1000)),
    SecretId: 'AKID',
  };
  const Signature = createHmac('sha1', 'key').update(JSON.stringify(all)).digest('base64');
  const form = new URLSearchParams({ ...all, Signature });
  const response = await (method === 'GET'
    ? fetch(`${endpoint}?${form}`)
    : fetch(endpoint, { method, body: form }));
  const answer = (await response.json()) as QueueAnswer;
  if (answer.code !== 0) throw new Error(`${answer.code} ${answer.message}`);
  return answer;
}

const found = async (handle: (event: CkafkaEvent) => Promise<unknown>, ...names: readonly string[]) => {
  const { failures, warnings } = await findUnshrunk(
    () => async (event: CkafkaEvent) => void (await handle(event)),
    {
      trigger: ckafka,
      runs: casesToTry(1, 3),
      edges: false,
      learn: false,
      oracles: onlyOracles('crash', ...names),
    },
  );
  expect(warnings).toEqual([]);
  return failures.map(({ oracle, what }) => `${oracle}: ${what}`);
};

const keyOf = ({ Records: [first] }: CkafkaEvent) => `${first?.Ckafka.topic}/${first?.Ckafka.offset}`;

test.each([
  ['GET', legacy],
  ['POST', legacy],
  ['POST', tdmq],
  ['POST', 'https://cmq-gz.public.tencenttdmq.com/v2/index.php'],
] as const)(
  'a message that is sent by %s to %s is one more each time, and has an id',
  async (method, endpoint) => {
    const ids: unknown[] = [];
    const send = async (event: CkafkaEvent): Promise<void> => {
      const { msgId } = await asked(method, endpoint, {
        Action: 'SendMessage',
        queueName: 'orders',
        msgBody: keyOf(event),
      });
      ids.push(msgId?.trim());
    };
    expect(await found(send, 'redelivery', 'warm-cold', 'retry-after-fault')).toEqual([
      `redelivery: ${method}`,
    ]);
    expect(new Set(ids)).toEqual(new Set(['123345346']));
  },
);

test('each message of a batch and of a topic has an id', async () => {
  const seen: unknown[] = [];
  await found(async () => {
    const { msgList } = await asked('POST', tdmq, {
      Action: 'BatchSendMessage',
      queueName: 'orders',
      'msgBody.1': 'a',
      'msgBody.2': 'b',
    });
    const { msgId } = await asked('POST', tdmq, { Action: 'PublishMessage', topicName: 't', msgBody: 'a' });
    seen.push(
      msgList?.map((one) => one.msgId),
      msgId,
    );
  });
  expect(seen.slice(0, 2)).toEqual([['123345346', '123345347'], '123345346']);
});

test('a queue has no message, and says so with its own code', async () => {
  const said: string[] = [];
  const receive = () =>
    asked('POST', legacy, { Action: 'ReceiveMessage', queueName: 'orders' }).catch((error: Error) => {
      said.push(error.message);
    });
  expect(await found(receive, 'redelivery')).toEqual([]);
  expect(said[0]).toBe('7000 (10200)no message');
});

test('what is deleted twice is deleted', async () => {
  const remove = () =>
    asked('POST', legacy, { Action: 'DeleteMessage', queueName: 'orders', receiptHandle: '7' });
  expect(await found(remove, 'redelivery')).toEqual([]);
});
