import { randomUUID } from 'node:crypto';
import { Kafka, type Producer } from 'kafkajs';
import { createTransport, type Transporter } from 'nodemailer';
import { describe, expect, test } from 'vitest';

import { type CkafkaEvent, ckafka } from '../../src/index.js';
import { casesToTry } from '../nightly.js';
import { findUnshrunk } from './findUnshrunk.js';
import { onlyOracles } from './onlyOracles.js';

type Handle = (event: CkafkaEvent) => Promise<unknown>;

const keysOf = ({ Records }: CkafkaEvent) =>
  Records.map(({ Ckafka }) => `${Ckafka.topic}/${Ckafka.partition}/${Ckafka.offset}`);

const options = {
  trigger: ckafka,
  runs: casesToTry(1, 3),
  edges: false,
  learn: false,
  maxFailures: 1,
} as const;

async function found(handle: Handle, ...names: readonly string[]) {
  const { failures, warnings } = await findUnshrunk(
    () => async (event: CkafkaEvent) => void (await handle(event)),
    { ...options, oracles: onlyOracles('crash', ...names) },
  );
  expect(warnings).not.toContainEqual(expect.stringContaining('refused'));
  return failures.map(({ oracle, what }) => `${oracle}: ${what}`);
}

/** The calls of one event, by name and arguments. */
async function callsOf(handle: Handle): Promise<unknown[]> {
  const calls: unknown[] = [];
  await findUnshrunk(() => async (event: CkafkaEvent) => void (await handle(event)), {
    ...options,
    runs: 1,
    oracles: onlyOracles('property'),
    property: ({ execution }) => {
      calls.splice(0, calls.length, ...execution.calls.map(({ name, args }) => [name, args]));
    },
  });
  return calls;
}

type KafkaOptions = Partial<ConstructorParameters<typeof Kafka>[0]>;

/** A producer of servers under names that lead nowhere. */
async function withProducer(
  use: (producer: Producer) => Promise<unknown>,
  kafka: KafkaOptions = {},
  producing: Parameters<Kafka['producer']>[0] = {},
): Promise<void> {
  const client = new Kafka({ brokers: ['kafka.example.invalid:9092'], logLevel: 0, ...kafka });
  const producer = client.producer(producing);
  await producer.connect();
  await use(producer).finally(() => producer.disconnect());
}

const produced = (kafka?: KafkaOptions, producing?: Parameters<Kafka['producer']>[0]): Handle => {
  return (event) =>
    withProducer(
      (producer) => producer.send({ topic: 'orders', messages: keysOf(event).map((value) => ({ value })) }),
      kafka,
      producing,
    );
};

describe('kafkajs', () => {
  test('a message is one more each time that it is sent', async () => {
    expect(await found(produced(), 'redelivery')).toEqual(['redelivery: kafka produce orders']);
  });

  test('who reads a topic goes by the last message of a key', async () => {
    const keyed: Handle = (event) =>
      withProducer((producer) =>
        producer.send({ topic: 'orders', messages: keysOf(event).map((value) => ({ key: value, value })) }),
      );
    expect(await found(keyed, 'redelivery')).toEqual([]);
  });

  test('messages of one batch are those of two', async () => {
    expect(await found(produced(), 'split-batch', 'warm-cold', 'late-work', 'never-settles')).toEqual([]);
  });

  test('what a client that is kept does of itself is no late work', async () => {
    const factory = () => {
      const producer = new Kafka({ brokers: ['kafka.example.invalid:9092'], logLevel: 0 }).producer();
      const ready = producer.connect();
      return async (event: CkafkaEvent) => {
        await ready;
        await producer.send({ topic: 'orders', messages: keysOf(event).map((value) => ({ value })) });
      };
    };
    const { failures } = await findUnshrunk(factory, {
      ...options,
      oracles: onlyOracles('late-work', 'unhandled-rejection'),
    });
    expect(failures.map(({ what }) => what)).toEqual([]);
  });

  test('a failing command fails what waits for it', async () => {
    const handle: Handle = (event) => produced()(event).catch(() => undefined);
    expect(await found(handle, 'swallowed-failure')).toEqual([
      'swallowed-failure: kafka produce orders fails',
    ]);
    expect(await found(produced(), 'swallowed-failure')).toEqual([]);
  });

  test.each<readonly [string, KafkaOptions, Parameters<Kafka['producer']>[0]]>([
    ['the vendor', { brokers: ['ckafka-a1.ap-guangzhou.ckafka.tencentcloudmq.com:50000'] }, {}],
    ['a user with a password', { sasl: { mechanism: 'plain', username: 'u', password: 'p' } }, {}],
    ['TLS', { ssl: true }, {}],
    ['an idempotent producer', {}, { idempotent: true, maxInFlightRequests: 1 }],
  ])('%s is served', async (_, kafka, producing) => {
    expect(await found(produced(kafka, producing), 'redelivery')).toEqual([
      'redelivery: kafka produce orders',
    ]);
  });

  test('what a transaction sends that is given up is not there', async () => {
    const handle = (isGivenUp: boolean): Handle => {
      return (event) =>
        withProducer(
          async (producer) => {
            const transaction = await producer.transaction();
            await transaction.send({ topic: 'orders', messages: [{ value: keysOf(event).join() }] });
            await (isGivenUp ? transaction.abort() : transaction.commit());
          },
          {},
          { transactionalId: 'orders', maxInFlightRequests: 1, idempotent: true },
        );
    };
    expect(await found(handle(true), 'redelivery')).toEqual([]);
    expect(await found(handle(false), 'redelivery')).toEqual(['redelivery: kafka produce orders']);
  });

  test('keys, headers and packed messages are told', async () => {
    const handle: Handle = () =>
      withProducer((producer) =>
        producer.sendBatch({
          compression: 1,
          topicMessages: [
            { topic: 'a', messages: [{ key: 'k', value: '{"n":1}', headers: { from: 'me' } }] },
            { topic: 'b', messages: [{ value: Buffer.from([0xff]) }, { value: null }] },
          ],
        }),
      );
    expect(await callsOf(handle)).toEqual([
      ['kafka produce a', [[{ key: 'k', value: '{"n":1}', headers: { from: 'me' } }]]],
      ['kafka produce b', [[{ value: { base64: '/w==' } }, { value: null }]]],
    ]);
  });
});

interface MailOptions {
  readonly port: number;
  readonly secure?: boolean;
  readonly pool?: true;
}

async function withMail(
  use: (mail: Transporter) => Promise<unknown>,
  mail: MailOptions = { port: 587 },
): Promise<void> {
  const transport = createTransport({
    host: 'smtp.example.invalid',
    auth: { user: 'u', pass: 'p' },
    ...mail,
  });
  await use(transport).finally(() => transport.close());
}

const letter = (event: CkafkaEvent) => ({
  from: 'shop@example.com',
  to: 'li@example.com',
  subject: '你好',
  text: `paid: ${keysOf(event).join()}`,
});

const sent = (mail?: MailOptions): Handle => {
  return (event) => withMail((transport) => transport.sendMail(letter(event)), mail);
};

describe('nodemailer', () => {
  test.each<readonly [string, MailOptions]>([
    ['587', { port: 587 }],
    ['465', { port: 465, secure: true }],
    ['25', { port: 25 }],
    ['a pool', { port: 465, secure: true, pool: true }],
  ])('a mail is one more each time that it is sent, by port %s', async (_, mail) => {
    expect(await found(sent(mail), 'redelivery')).toEqual(['redelivery: smtp MAIL']);
  });

  test.each<readonly [string, (event: CkafkaEvent) => string, readonly string[]]>([
    ['of its own', (event) => `<${keysOf(event).join('-')}@shop.example.com>`, []],
    ['made anew', () => `<${randomUUID()}@shop.example.com>`, ['redelivery: smtp MAIL']],
  ])('a mail that is sent again under an id %s', async (_, idOf, told) => {
    const handle: Handle = (event) =>
      withMail((transport) => transport.sendMail({ ...letter(event), messageId: idOf(event) }));
    expect(await found(handle, 'redelivery')).toEqual(told);
  });

  test('a mail is the same mail each time', async () => {
    const html: Handle = (event) =>
      withMail((transport) =>
        transport.sendMail({
          ...letter(event),
          html: '<p>paid</p>',
          attachments: [{ filename: 'a.txt', content: 'a' }],
        }),
      );
    expect(
      await found(html, 'warm-cold', 'concurrency', 'late-work', 'never-settles', 'retry-after-fault'),
    ).toEqual([]);
    expect(await found(html, 'redelivery')).toEqual(['redelivery: smtp MAIL']);
  });

  test('a failing mail fails what waits for it', async () => {
    const handle: Handle = (event) => sent()(event).catch(() => undefined);
    expect((await found(handle, 'swallowed-failure')).join()).toContain('smtp MAIL li@example.com fails');
    expect(await found(sent(), 'swallowed-failure')).toEqual([]);
  });

  test('who is written to, and what, is told', async () => {
    const handle: Handle = () =>
      withMail((transport) =>
        transport.sendMail({
          from: '店 <shop@example.com>',
          to: ['li@example.com', 'wu@example.com'],
          subject: '你好',
          text: '.dot\n\n已付款',
        }),
      );
    expect(await callsOf(handle)).toEqual([
      [
        'smtp MAIL li@example.com,wu@example.com',
        [
          {
            from: 'shop@example.com',
            to: ['li@example.com', 'wu@example.com'],
            subject: '你好',
            headers: { from: '店 <shop@example.com>', to: 'li@example.com, wu@example.com' },
            body: '.dot\n\n已付款',
          },
        ],
      ],
    ]);
  });
});
