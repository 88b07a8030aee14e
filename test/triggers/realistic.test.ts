import { faker } from '@faker-js/faker/locale/en';
import { describe, expect, test } from 'vitest';
import { ckafka, cls, decode, decodeCls, samples, timer, triggers } from '../../src/index.js';
import { jsonInside } from '../../src/kernel/json.js';
import { textsIn } from '../../src/kernel/mapLeaves.js';

/** Words of faker's filler that English and programs have, too. */
const english = ['audio', 'video', 'error'];

/** What faker fills pages with. */
const fillers = new Set(
  (faker.definitions.lorem.word as readonly string[]).filter(
    (word) => word.length >= 5 && !english.includes(word),
  ),
);

describe.each(triggers.map((trigger) => [trigger.name, trigger] as const))('%s', (_name, trigger) => {
  test('holds no filler Latin, neither in the event nor in what is packed in it', () => {
    for (const event of samples(trigger, { count: 200 })) {
      const texts = [event, ...decode(trigger, event).map(({ value }) => value)].flatMap((part) =>
        textsIn(part),
      );
      const words = texts.flatMap((text) => text.toLowerCase().split(/[^a-z]+/));
      expect(words.filter((word) => fillers.has(word))).toEqual([]);
    }
  });
});

test('the fifty timer events of the first command are those of jobs: some set nothing, some a word, most arguments', () => {
  const messages = [...samples(timer, { count: 50 })].map(({ Message }) => Message);
  const empty = messages.filter((message) => message === '');
  const json = messages.filter((message) => jsonInside(message) !== undefined);
  const words = messages.filter((message) => message !== '' && jsonInside(message) === undefined);
  for (const sort of [empty, json, words]) expect(sort.length).toBeGreaterThanOrEqual(5);
  expect(empty.length + json.length + words.length).toBe(50);
  expect(json.length).toBeGreaterThan(words.length);
});

test('a timer carries what its job takes, whenever it fires', () => {
  const byName = new Map<string, Set<string>>();
  for (const { TriggerName, Message } of samples(timer, { count: 500 }))
    byName.set(TriggerName, (byName.get(TriggerName) ?? new Set()).add(Message));
  for (const [name, messages] of byName) expect([name, messages.size <= 2]).toEqual([name, true]);
  expect([...(byName.get('poll-payments') ?? [])].sort()).toEqual([
    '{"channel":"alipay"}',
    '{"channel":"wechat"}',
  ]);
});

test('the messages of a CKafka topic are what its name says, and a key is whom they are about', () => {
  const forms: Readonly<Record<string, RegExp>> = {
    orders: /^\{"orderId":/,
    'orders.created': /^\{"orderId":/,
    'page-views': /^\{"user":"u\d+","action":/,
    'device-events': /^\{"device":"d-\d+","celsius":/,
    device_events: /^\{"device":"d-\d+","celsius":/,
    'payments.settled': /^\{"paymentId":"p-\d+","orderId":/,
    app_log: /^(INFO|WARN|ERROR) [a-z]/,
  };
  const seen = new Set<string>();
  for (const { Records } of samples(ckafka, { count: 200 })) {
    for (const { Ckafka } of Records) {
      seen.add(Ckafka.topic);
      expect([Ckafka.topic, Ckafka.msgBody]).toEqual([
        Ckafka.topic,
        expect.stringMatching(forms[Ckafka.topic] ?? /^$/),
      ]);
      if (/^(u|d-|p-)\d/.test(Ckafka.msgKey)) expect(Ckafka.msgBody).toContain(`"${Ckafka.msgKey}"`);
    }
  }
  expect([...seen].sort()).toEqual(Object.keys(forms).sort());
});

test('the lines of a log topic are those of its programs', () => {
  const lines = new Map<string, string[]>();
  for (const event of samples(cls, { count: 200 })) {
    const { topic_name, records } = decodeCls(event);
    lines.set(topic_name, [...(lines.get(topic_name) ?? []), ...records.map(({ content }) => content)]);
  }
  const all = (name: string, form: RegExp) => lines.get(name)?.filter((line) => !form.test(line));
  expect(all('nginx-access', /^(\{"method":"(GET|POST)","path":"\/|[\d.]+ - - "(GET|POST) \/)/)).toEqual([]);
  expect(all('app-log', /^(\{"level":"|(INFO|WARN|ERROR) \[\w+\] )/)).toEqual([]);
  expect(all('audit', /^\{"user":"/)).toEqual([]);
});
