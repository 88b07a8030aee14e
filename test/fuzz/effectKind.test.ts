import { describe, expect, test } from 'vitest';
import { traceByName } from '../../src/fuzz/deprecated.js';
import {
  type EffectCall,
  effectKindByName,
  leftBy,
  leftDifference,
  maskOf,
  toEffectKind,
} from '../../src/fuzz/play/effects/effectKind.js';

const same = (text: string) => text;

describe('the kind of an effect follows from the verb of its name', () => {
  test.each(
    'get read list head find fetch query describe exist exists count has look lookup load select scan keys peek is search stat check'.split(
      ' ',
    ),
  )('%s leaves nothing', (verb) => {
    expect(effectKindByName(`db.${verb}`, ['a'])).toEqual({ kind: 'read' });
    expect(effectKindByName(`${verb}Orders`, ['a'])).toEqual({ kind: 'read' });
  });

  test.each(
    'put set delete remove del upsert save write replace store mark copy move rename unlink rm mkdir touch upload update patch'.split(
      ' ',
    ),
  )('%s leaves one value under its first argument', (verb) => {
    expect(effectKindByName(`db.${verb}`, ['a', 'b'])).toEqual({ kind: 'overwrite', key: 'db a' });
  });

  test.each([
    ['a command is told by its arguments too', 'shell.run', ['rm', ['-r']], 'shell ["rm",["-r"]]'],
    ['so it is under another name', 'shell.exec', ['rm', ['-f']], 'shell ["rm",["-f"]]'],
    ['a key that is no text is told by its JSON', 'db.put', [{ id: 1 }], 'db {"id":1}'],
    ['a name without a place stands for itself', 'save', ['a'], 'save a'],
    ['the place may have several parts', 'aws:s3/photos.putObject', ['k'], 'aws.s3.photos k'],
  ])('%s', (_what, name, args, key) => {
    expect(effectKindByName(name, args)).toEqual({ kind: 'overwrite', key });
  });

  test.each(['mail.send', 'db.insert', 'getaway', 'output', '', 'db.', '7.7'])(
    '%s leaves an entry',
    (name) => {
      expect(effectKindByName(name, ['a'])).toEqual({ kind: 'append' });
    },
  );
});

describe('an idempotency key', () => {
  test('is taken from any argument, or the headers in it, where it is a text', () => {
    const kindOf = (...args: unknown[]) => effectKindByName('orders.create', args);
    const once = { kind: 'once', key: 'orders.create k' };
    expect(kindOf('a', null, { client_request_token: 'k' })).toEqual(once);
    expect(kindOf({ headers: { other: 1 } }, { clientRequestToken: 'k' })).toEqual(once);
    expect(kindOf({ HEADERS: { 'deduplication-id': 'k' } })).toEqual(once);
    expect(kindOf({ idempotencyKey: 5 }, ['k'])).toEqual({ kind: 'append' });
    expect(kindOf({ body: { idempotencyKey: 'k' } })).toEqual({ kind: 'append' });
    expect(kindOf({ headers: 'k' }, { headers: {} })).toEqual({ kind: 'append' });
  });

  test('counts before what the verb says, and after a read', () => {
    expect(effectKindByName('db.put', ['a', { clientToken: 'k' }]).kind).toBe('once');
    expect(effectKindByName('db.get', ['a', { clientToken: 'k' }]).kind).toBe('read');
  });
});

test('the words of before mean the same', () => {
  expect(toEffectKind({ leaves: 'nothing' })).toEqual({ kind: 'read' });
  expect(toEffectKind({ leaves: 'entry' })).toEqual({ kind: 'append' });
  expect(toEffectKind({ leaves: 'value', key: 'a' })).toEqual({ kind: 'overwrite', key: 'a' });
  expect(toEffectKind({ leaves: 'once', key: 'a' })).toEqual({ kind: 'once', key: 'a' });
  expect(toEffectKind({ kind: 'read' })).toEqual({ kind: 'read' });
  expect(traceByName('db.get', [])).toEqual({ leaves: 'nothing' });
  expect(traceByName('mail.send', [])).toEqual({ leaves: 'entry' });
  expect(traceByName('db.put', ['a'])).toEqual({ leaves: 'value', key: 'db a' });
  expect(traceByName('mail.send', [{ dedupeId: 'k' }])).toEqual({ leaves: 'once', key: 'mail.send k' });
});

const call = (name: string, args: EffectCall['args'], change: Partial<EffectCall> = {}): EffectCall => ({
  name,
  args,
  effect: effectKindByName(name, args as unknown[]),
  invocation: 0,
  number: 1,
  state: 'done',
  late: false,
  ...change,
});

describe('what calls leave', () => {
  test('are the last values by key, the first under an idempotency key, and all entries in the order of their texts', () => {
    const left = leftBy(
      [
        call('db.put', ['b', 1]),
        call('db.put', ['a', 1]),
        call('db.put', ['b', 2]),
        call('db.get', ['b']),
        call('mail.send', ['li']),
        call('mail.send', ['an']),
        call('pay', [{ clientToken: 'k' }, 1]),
        call('pay', [{ clientToken: 'k' }, 2]),
        call('db.put', ['c', 1], { state: 'refused' }),
        call('mail.send', ['wu'], { state: 'failed' }),
      ],
      same,
    );
    expect(left.entries).toEqual(['mail.send ["an"]', 'mail.send ["li"]']);
    expect(Object.entries(left.values)).toEqual([
      ['db a', 'db.put ["a",1]'],
      ['db b', 'db.put ["b",2]'],
      ['pay k', 'pay [{"clientToken":"k"},1]'],
    ]);
  });

  test('are compared as often as they are there', () => {
    const of = (...names: string[]) =>
      leftBy(
        names.map((name) => call('mail.send', [name])),
        same,
      );
    expect(leftDifference(of('a', 'a', 'a', 'b'), of('a', 'c'))).toEqual({
      onlyA: ['mail.send ["a"]', 'mail.send ["a"]', 'mail.send ["b"]'],
      onlyB: ['mail.send ["c"]'],
    });
    expect(leftDifference(of('a', 'b'), of('b', 'a'))).toEqual({ onlyA: [], onlyB: [] });
  });

  test('are masked in keys and values', () => {
    const mask = maskOf('');
    const at = (time: string) => leftBy([call('db.put', [time, { at: time }])], mask);
    expect(at('2026-01-02T03:04:05Z')).toEqual(at('2026-02-03T04:05:06.789+08:00'));
    expect(at('2026-01-02T03:04:05Z').values).toEqual({ 'db <time>': 'db.put ["<time>",{"at":"<time>"}]' });
  });
});

describe('a mask', () => {
  const uuid = 'f81d4fae-7dec-11d0-a765-00a0c91e6bf6';
  test.each([
    ['a random id', `id ${uuid}.`, 'id <uuid>.'],
    ['an id in upper case', uuid.toUpperCase(), '<uuid>'],
    ['no shorter id', uuid.slice(1), uuid.slice(1)],
    ['a time of HTTP', 'at Tue, 06 Jan 2026 07:08:09 GMT', 'at <time>'],
    ['one in lower case', 'tue, 06 jan 2026 07:08:09 gmt', '<time>'],
    ['an ISO time', '2026-01-06T07:08:09Z', '<time>'],
    ['one with a fraction', '2026-01-06T07:08:09.123Z', '<time>'],
    ['one with an offset', '2026-01-06 07:08:09+0800', '<time>'],
    ['one with neither', '2026-01-06 07:08:09', '<time>'],
    ['no date', '2026-01-06', '2026-01-06'],
    ['milliseconds', '[1767683289000]', '[<time>]'],
    ['seconds', '[1767683289]', '[<time>]'],
    ['no number of other length', '17676832890 176768328', '17676832890 176768328'],
    ['no number of another century', '2067683289 2067683289000', '2067683289 2067683289000'],
    [
      'how long something took',
      '"x-response-time":"12.5ms" in 7 ms',
      '"x-response-time":"<duration>ms" in <duration> ms',
    ],
    ['what a header of that name says', '"X-Process-Time":"0.0031"', '"X-Process-Time":"<duration>"'],
    ['the same of a server', '"server-timing":"db;dur=53.2"', '"server-timing":"db;dur=<duration>"'],
    ['no other number', '"x-total":"12", 12 mm, 3 s', '"x-total":"12", 12 mm, 3 s'],
    ['each of several', '1767683289 and 1767683290', '<time> and <time>'],
  ])('hides %s', (_what, text, masked) => {
    expect(maskOf('{}')(text)).toBe(masked);
  });

  test.each([
    ['an id', uuid],
    ['a duration', '500ms'],
    ['a time of HTTP', 'Tue, 06 Jan 2026 07:08:09 GMT'],
    ['an ISO time', '2026-01-06T07:08:09.123Z'],
    ['milliseconds', '1767683289000'],
    ['seconds', '1767683289'],
  ])('leaves %s that an event brought', (_what, text) => {
    expect(maskOf(`{"a":"${text}"}`)(`so ${text}`)).toBe(`so ${text}`);
  });

  test('leaves milliseconds of a second that an event brought, and fractions of one', () => {
    const mask = maskOf('1767683289 2026-01-06T07:08:09');
    expect(mask('1767683289123 2026-01-06T07:08:09.5Z')).toBe('1767683289123 2026-01-06T07:08:09.5Z');
  });

  test('asks about the instant of each time', () => {
    const asked: number[] = [];
    const mask = maskOf('', (ms) => {
      asked.push(ms);
      return ms === 1_767_683_289_000;
    });
    const texts = [
      'Tue, 06 Jan 2026 07:08:09 GMT',
      '2026-01-06T07:08:09Z',
      '1767683289000',
      '1767683289',
      '2026-01-06T07:08:10Z',
      '1767683290',
    ];
    expect(texts.map(mask)).toEqual(['<time>', '<time>', '<time>', '<time>', ...texts.slice(4)]);
    expect(new Set(asked)).toEqual(new Set([1_767_683_289_000, 1_767_683_290_000]));
    expect(maskOf('', () => false)(uuid)).toBe('<uuid>');
  });
});
