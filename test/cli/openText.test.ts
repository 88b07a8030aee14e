import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { openText } from '../../cli/secrets/openText.js';

const base64 = (text: string | Uint8Array) => Buffer.from(text).toString('base64');

describe('a text is opened', () => {
  test.each([
    ['an object', '{"a":1}', { a: 1 }],
    ['a list', '[1,2]', [1, 2]],
    ['a quoted text', '"a"', 'a'],
    ['JSON after white space', ' \n{"a":1}', { a: 1 }],
    ['Base64 of text', base64('hello there'), 'hello there'],
    ['Base64 of eight letters', 'aGVsbG8=', 'hello'],
    ['Base64 of text with lines and tabs', base64('a\tb\r\nc d e'), 'a\tb\r\nc d e'],
    ['Base64 of Chinese', base64('你好，世界'), '你好，世界'],
    ['Base64 of gzip', base64(gzipSync('hello there')), 'hello there'],
    ['a number of 15 digits with spaces around', '{ "a": 123456789012345 }', { a: 123456789012345 }],
    ['a long number that stays as it is', '{"a":"1234567890123456"}', { a: '1234567890123456' }],
  ])('as %s', (_what, text, inside) => {
    expect(openText(text)?.inside).toEqual(inside);
  });

  test.each([
    ['plain text', 'hello there'],
    ['a number, which JSON also is', '1234567'],
    ['JSON that is cut off', '{"a":1'],
    ['a number of 20 digits, which would be rounded', '{"a":12345678901234567890}'],
    ['Base64 of four letters', 'aGk='],
    ['Base64 without its padding', 'aGVsbG8gdGhlcmU'],
    ['Base64 with bits that are lost', 'aGVsbG9='],
    ['Base64 of a control character', base64('hello \u0001 there')],
    ['Base64 of bytes that are no UTF-8', base64(Uint8Array.of(0x68, 0x69, 0xff, 0xfe, 0x68, 0x69))],
    ['Base64 of gzip that is cut off', base64(gzipSync('hello there').subarray(0, 18))],
    ['Base64 of gzip of bytes that are no UTF-8', base64(gzipSync(Uint8Array.of(0xff, 0xfe, 0xfd)))],
  ])('unless it is %s', (_what, text) => {
    expect(openText(text)).toBeUndefined();
  });
});

test.each([
  ['JSON', '{"a":1}', { a: 2 }, '{"a":2}'],
  ['Base64', base64('hello there'), 'good bye', base64('good bye')],
])('%s is closed around something else', (_what, text, inside, closed) => {
  expect(openText(text)?.close(inside)).toBe(closed);
});

test('gzip is closed around something else, the same in every second', () => {
  const closed = openText(base64(gzipSync('hello there')))?.close('good bye') ?? '';
  const bytes = Buffer.from(closed, 'base64');
  expect(gunzipSync(bytes).toString()).toBe('good bye');
  expect(bytes.readUInt32LE(4)).toBe(0);
});
