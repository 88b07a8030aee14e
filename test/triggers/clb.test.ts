import { describe, expect, test } from 'vitest';
import {
  type ClbEvent,
  clb,
  edgeCases,
  jsonBytes,
  kindOf,
  type Overrides,
  sample,
  samples,
} from '../../src/index.js';
import { checked as checkedBy, drawnClean } from './checking.js';

const checked = (event: unknown) => checkedBy(clb, event);
const drawn = (overrides: Overrides<ClbEvent>) => drawnClean(clb, overrides);

const edgeNamed = (name: string) => {
  const found = edgeCases(clb).find((edge) => edge.name === name);
  if (found === undefined) throw new Error(`no edge case ${name}`);
  return found;
};

describe('sample', () => {
  test('passes text on and encodes everything else', () => {
    const forms = new Map<string, string>();
    for (const { headers, isBase64Encoded, payload } of samples(clb, { count: 400 })) {
      forms.set(`${headers['Content-type']?.split(';')[0]}`, `${typeof payload} ${isBase64Encoded}`);
    }
    expect(Object.fromEntries([...forms].sort())).toEqual({
      'application/json': 'object false',
      'application/x-www-form-urlencoded': 'string true',
      'image/png': 'string true',
      'multipart/form-data': 'string true',
      'text/plain': 'string false',
      'text/xml': 'string false',
    });
  });

  test('spells headers as the documents do, and has those of the configuration together or not at all', () => {
    for (const { headers } of samples(clb, { count: 200 })) {
      const names = Object.keys(headers);
      expect(names).toEqual(
        expect.arrayContaining(['Content-type', 'Host', 'User-Agent', 'X-Real-IP', 'X-Stgw-Time']),
      );
      expect(headers['X-Stgw-Time']).toMatch(/^\d{10}\.\d{3}$/);
      expect(headers['X-Forwarded-For']?.split(', ')[0]).toBe(headers['X-Real-IP']);
      const configured = ['X-Method', 'X-Real-Port', 'X-Uri', 'X-Vip', 'X-Vport'].filter(
        (name) => name in headers,
      );
      expect([0, 5]).toContain(configured.length);
    }
  });

  test('lets what depends on an override follow', () => {
    expect(drawn({ payload: { a: 1 } }).headers['Content-type']).toBe('application/json');
    expect(drawn({ payload: 'hello' })).toMatchObject({ isBase64Encoded: 'false' });
    expect(drawn({ payload: 'aGk=', isBase64Encoded: 'true' }).headers['Content-type']).toBe(
      'application/octet-stream',
    );
    expect(drawn({ isBase64Encoded: 'true' }).payload).toBeTypeOf('string');
    expect(drawn({ headers: { 'Content-type': 'image/gif' } }).isBase64Encoded).toBe('true');
    expect(drawn({ headers: { 'Content-type': 'application/xml' } }).isBase64Encoded).toBe('false');
    expect(drawn({ headers: { 'X-Real-IP': '192.0.2.1' } }).headers['X-Forwarded-For']).toMatch(
      /^192\.0\.2\.1/,
    );
  });

  test('puts a payload into the payload', () => {
    for (const { payload } of samples(clb, { count: 30, payload: (draw) => ({ n: draw.integer(1, 6) }) })) {
      expect(payload).toEqual({ n: expect.any(Number) });
    }
  });
});

test('notices a payload that is not encoded as its type demands', () => {
  const event = drawn({ payload: { a: 1 } });
  expect(checked({ ...event, isBase64Encoded: 'true' })).toMatchInlineSnapshot(`
    [
      "error clb/encoding-of-type isBase64Encoded: expected "false" for a body of application/json, received "true" (a string)",
      "error clb/base64-payload payload: expected Base64, since isBase64Encoded is "true", received an object",
    ]
  `);
  const picture = drawn({ headers: { 'Content-type': 'image/gif' } });
  expect(checked({ ...picture, isBase64Encoded: 'false' })).toMatchInlineSnapshot(`
    [
      "error clb/encoding-of-type isBase64Encoded: expected "true" for a body of image/gif, received "false" (a string)",
    ]
  `);
  expect(
    checked({ ...event, isBase64Encoded: false, headers: { ...event.headers, 'X-Stgw-Time': '5' } }),
  ).toMatchInlineSnapshot(`
    [
      "warning clb/flag-as-text isBase64Encoded: expected "true" or "false", received false (a boolean)",
      "error clb/stgw-time headers["X-Stgw-Time"]: expected seconds with three decimals, received "5" (a string)",
    ]
  `);
});

test('keeps an id above 2^53 in the text of its edge case, and loses it in the object', () => {
  const { event, text } = edgeNamed('ids-above-2-53');
  expect(text).toContain('{"orderId":9007199254740993}');
  expect(event.payload).toEqual({ orderId: 9007199254740992 });
});

test('decodes bytes of every value', () => {
  expect(clb.decode(edgeNamed('all-256-bytes').event)).toEqual([
    { path: ['payload'], encoding: 'Base64', value: Uint8Array.from({ length: 256 }, (_, byte) => byte) },
  ]);
});

test('is told from other kinds', () => {
  const event = sample(clb);
  expect(kindOf(event)).toBe('clb');
  expect(kindOf({ headers: event.headers })).toBe('clb');
});

test('reaches every size', () => {
  for (const index of [0, 1, 2, 3, 4, 5, 6, 7]) {
    const bytes = jsonBytes(sample(clb, { index }));
    for (let extra = 0; extra < 20; extra++) {
      const event = sample(clb, { index, sizeBytes: bytes + extra });
      expect([jsonBytes(event), checked(event)]).toEqual([bytes + extra, []]);
    }
  }
});
