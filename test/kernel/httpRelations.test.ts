import { describe, expect, test } from 'vitest';
import {
  addressWithPort,
  bodyEncodedOtherwise,
  headersIn,
  headersOtherwise,
  oneMoreProxy,
  reversed,
} from '../../src/domain/http/relations.js';
import { base64Of } from '../../src/kernel/base64.js';

type Event = { readonly headers: Readonly<Record<string, string>>; readonly path: string };
const event = (headers: Readonly<Record<string, string>>): Event => ({ headers, path: '/a' });

test.each([
  ['title-case', { 'x-real-ip': '1', host: 'h', 'X-b': '2' }, { 'X-Real-Ip': '1', Host: 'h', 'X-B': '2' }],
  ['lower-case', { 'X-Real-IP': '1', host: 'h' }, { 'x-real-ip': '1', host: 'h' }],
  ['title-case', { Host: 'h', 'X-B': '2' }, undefined],
  ['lower-case', { host: 'h' }, undefined],
  ['lower-case', {}, undefined],
] as const)('headers in %s', (casing, headers, changed) => {
  const { name, because, followUp } = headersIn<Event>(casing, 'the documents say so');
  expect([name, because]).toEqual([`headers-${casing}`, 'the documents say so']);
  expect(followUp(event(headers))).toEqual(changed && { headers: changed, path: '/a' });
});

test.each([
  ["headers['x-token']", { 'x-token': '1', Host: 'h' }],
  ['const { "x-token": token } = headers', { 'x-token': '1', Host: 'h' }],
  ["headers['X-Token']", { 'X-Token': '1', Host: 'h' }],
  ["headers['x-token-2'] + token(x-token)", { 'X-Token': '1', Host: 'h' }],
  ['const { host } = event.headers', { 'X-Token': '1', host: 'h' }],
  ['event.headers.host', { 'X-Token': '1', host: 'h' }],
  ['event.headers.hostname', { 'X-Token': '1', Host: 'h' }],
])('a name that the code reads as it arrives stays: %s', (code, changed) => {
  const { followUp } = headersIn<Event>('title-case', 'the documents say so');
  expect(followUp(event({ 'x-token': '1', host: 'h' }), code)?.headers).toEqual(changed);
  expect(headersIn<Event>('lower-case', '').followUp(event({ 'X-Token': '1' }), code)?.headers).toEqual({
    'x-token': '1',
  });
});

test('fields come in the reverse order, where there are two', () => {
  const { name, because, followUp } = reversed<{ q?: Readonly<Record<string, number>>; a: number }>('q');
  expect([name, because]).toEqual(['q-in-another-order', 'the names in q have no order']);
  const changed = followUp({ q: { x: 1, y: 2, z: 3 }, a: 5 });
  expect(changed).toEqual({ q: { x: 1, y: 2, z: 3 }, a: 5 });
  expect(Object.keys(changed?.q ?? {})).toEqual(['z', 'y', 'x']);
  expect([followUp({ q: { x: 1 }, a: 5 }), followUp({ a: 5 })]).toEqual([undefined, undefined]);
});

test.each([
  ['a text', { body: 'é', isBase64Encoded: false }, { body: base64Of('é'), isBase64Encoded: true }],
  ['one that says nothing', { body: 'a' }, { body: base64Of('a'), isBase64Encoded: true }],
  ['Base64', { body: base64Of('é'), isBase64Encoded: true }, { body: 'é', isBase64Encoded: false }],
  [
    'Base64 that says so in a text',
    { body: base64Of('a'), isBase64Encoded: 'true' as const },
    { body: 'a', isBase64Encoded: false },
  ],
  [
    'a byte order mark',
    { body: base64Of('\ufeffa'), isBase64Encoded: true },
    { body: '\ufeffa', isBase64Encoded: false },
  ],
  ['no body', { isBase64Encoded: true }, undefined],
  ['no Base64', { body: '!!!!', isBase64Encoded: true }, undefined],
  ['bytes that are no text', { body: base64Of(Buffer.from([0xff, 0xfe])), isBase64Encoded: true }, undefined],
])('a body is encoded otherwise: %s', (_what, given, changed) => {
  const { name, followUp } = bodyEncodedOtherwise();
  expect(name).toBe('body-base64');
  expect(followUp(given)).toEqual(changed);
});

const relations = [...headersOtherwise<Event>(), oneMoreProxy<Event>(), addressWithPort<Event>('x-real-ip')];

/** What a relation makes of one header; undefined where it leaves it. */
test.each<readonly [name: string, header: string, value: string, changed: string | undefined]>([
  ['media-type-with-charset', 'Content-Type', 'application/json', 'application/json; charset=utf-8'],
  [
    'media-type-with-charset',
    'content-type',
    'application/problem+json',
    'application/problem+json; charset=utf-8',
  ],
  ['media-type-with-charset', 'content-type', 'TEXT/XML', 'TEXT/XML; charset=utf-8'],
  [
    'media-type-with-charset',
    'content-type',
    'application/x-www-form-urlencoded',
    'application/x-www-form-urlencoded; charset=utf-8',
  ],
  ['media-type-with-charset', 'content-type', 'application/json; charset=gbk', undefined],
  ['media-type-with-charset', 'content-type', 'image/png', undefined],
  ['media-type-with-charset', 'content-type', ' text/xml', undefined],
  ['media-type-with-charset', 'x-content-type', 'text/xml', undefined],
  ['accept-with-weights', 'accept', 'text/html', 'text/html;q=1.0, application/x-example;q=0.1'],
  ['accept-with-weights', 'accept', '*/*', undefined],
  ['accept-with-weights', 'accept', 'text/html, text/xml', undefined],
  ['method-override-in-lower-case', 'X-HTTP-Method-Override', 'DELETE', 'delete'],
  ['method-override-in-lower-case', 'x-http-method-override', 'Delete', undefined],
  ['method-override-in-lower-case', 'x-http-method-override', 'DELETE ', undefined],
  ['weak-etag', 'if-none-match', '"a"', 'W/"a"'],
  ['weak-etag', 'if-none-match', 'W/"a"', undefined],
  ['etag-in-a-list', 'If-None-Match', '"a"', '"another", "a"'],
  ['one-more-proxy', 'X-Forwarded-For', '192.0.2.1', '192.0.2.1, 198.51.100.7'],
  ['address-with-port', 'x-real-ip', '192.0.2.1', '192.0.2.1:50123'],
  ['address-with-port', 'x-real-ip', '2001:db8::1', '[2001:db8::1]:50123'],
  ['address-with-port', 'x-real-ip', '2001:DB8::1', '[2001:DB8::1]:50123'],
  ['address-with-port', 'x-real-ip', '[2001:DB8::1]', '2001:DB8::1'],
  ['address-with-port', 'x-real-ip', '[2001:db8::1]:443', '2001:db8::1'],
  ['address-with-port', 'x-real-ip', '192.0.2.1:80', undefined],
  ['address-with-port', 'x-real-ip', 'unknown', undefined],
  ['address-with-port', 'x-real-ip', 'for=2001:db8::1', undefined],
  ['address-with-port', 'x-real-ip', '2001:db8::1, 192.0.2.1', undefined],
  ['address-with-port', 'x-real-ip', 'x[2001:db8::1]', undefined],
  ['address-with-port', 'x-real-ip', '[2001:db8::1]:x', undefined],
  ['address-with-port', 'x-real-ip', '', undefined],
])('%s of %s: %j', (name, header, value, changed) => {
  const { followUp } = relations.find((relation) => relation.name === name) ?? expect.unreachable(name);
  const followed = followUp(event({ a: 'b', [header]: value }));
  expect(followed).toEqual(changed === undefined ? undefined : event({ a: 'b', [header]: changed }));
  expect(followUp(event({ a: 'b' }))).toBeUndefined();
});

test('passed-on addresses compare values alone, and every relation has its reason', () => {
  expect(relations.filter(({ compare }) => compare === 'values').map(({ name }) => name)).toEqual([
    'one-more-proxy',
  ]);
  for (const { because } of relations) expect(because.length).toBeGreaterThan(20);
});

describe('a client that has the answer already', () => {
  const known = relations.find(({ name }) => name === 'weak-etag')?.baseline;
  test.each<
    readonly [
      what: string,
      headers: Readonly<Record<string, string>>,
      answer: unknown,
      sent: object | undefined,
    ]
  >([
    ['says so', { host: 'h' }, { headers: { ETag: '"a"' } }, { host: 'h', 'if-none-match': '"a"' }],
    [
      'in the case of the others',
      { Host: 'h' },
      { headers: { etag: 'W/"a"' } },
      { Host: 'h', 'If-None-Match': 'W/"a"' },
    ],
    ['not without a tag', { host: 'h' }, { headers: {} }, undefined],
    ['not with a tag that is none', { host: 'h' }, { headers: { etag: 'a' } }, undefined],
    ['not with two', { host: 'h' }, { headers: { etag: '"a" "b"' } }, undefined],
    ['not with half a one', { host: 'h' }, { headers: { etag: 'x"a"' } }, undefined],
    ['not without headers', { host: 'h' }, { headers: 'none' }, undefined],
    ['not without an answer', { host: 'h' }, null, undefined],
    ['not by a list', { host: 'h' }, undefined, undefined],
  ])('%s', (_what, headers, answer, sent) => {
    expect(known?.(event(headers), answer)).toEqual(sent && { headers: sent, path: '/a' });
  });
});
