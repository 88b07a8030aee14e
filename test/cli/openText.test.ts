import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { openText } from '../../cli/secrets/openText.js';
import { rewriteJson } from '../../cli/secrets/rewriteJson.js';

const base64 = (text: string | Uint8Array) => Buffer.from(text).toString('base64');
const inLines = (text: string, width: number, eol: string) =>
  (text.match(new RegExp(`.{1,${width}}`, 'g')) ?? []).join(eol);
const long = 'a text that takes more than one line of Base64, and then some';

describe('a text is opened', () => {
  test.each([
    ['Base64 of text', base64('hello there'), 'hello there'],
    ['Base64 of eight letters', 'aGVsbG8=', 'hello'],
    ['Base64 without its padding', 'aGVsbG8gdGhlcmU', 'hello there'],
    ['Base64url', Buffer.from('subjects?>>?').toString('base64url'), 'subjects?>>?'],
    ['Base64url with padding', 'Pz8_Pz8-Pg==', '?????>>'],
    ['Base64 in lines', inLines(base64(long), 20, '\n'), long],
    ['Base64 in lines that end as on Windows', `${inLines(base64(long), 64, '\r\n')}\r\n`, long],
    ['Base64 of text with lines and tabs', base64('a\tb\r\nc d e'), 'a\tb\r\nc d e'],
    ['Base64 of Chinese', base64('你好，世界'), '你好，世界'],
    ['Base64 of gzip', base64(gzipSync('hello there')), 'hello there'],
  ])('as %s, and closed again as it was', (_what, text, inside) => {
    const opened = openText(text);
    expect(opened).toMatchObject({ inside, isText: true });
    if (!text.startsWith('H4sI')) expect(opened?.close(inside)).toBe(text);
  });

  test.each([
    ['a control character', 'hello \u0001 there', 'hello \u0001 there'],
    ['bytes that are no UTF-8', Uint8Array.of(0x68, 0x69, 0xff, 0xfe, 0x68, 0x69), 'hi\xff\xfehi'],
  ])('as bytes, where its Base64 holds %s', (_what, bytes, inside) => {
    const opened = openText(base64(bytes));
    expect(opened).toMatchObject({ inside, isText: false });
    expect(opened?.close(inside)).toBe(base64(bytes));
  });

  test.each([
    ['plain text', 'hello there'],
    ['JSON', '{"a":1}'],
    ['Base64 of four letters', 'aGk='],
    ['Base64 with bits that are lost', 'aGVsbG9='],
    ['Base64 of two alphabets', 'Pz8_Pz8+Pg=='],
    ['Base64 in lines of many lengths', `${inLines(base64(long), 20, '\n')}\nYWJj\nZGVm`],
    ['Base64 of gzip that is cut off', base64(gzipSync('hello there').subarray(0, 18))],
    ['Base64 of gzip of bytes that are no UTF-8', base64(gzipSync(Uint8Array.of(0xff, 0xfe, 0xfd)))],
  ])('unless it is %s', (_what, text) => {
    expect(openText(text)).toBeUndefined();
  });
});

test('Base64 is closed around something else', () => {
  expect(openText(base64('hello there'))?.close('good bye')).toBe(base64('good bye'));
});

test('gzip is closed around something else, the same in every second', () => {
  const closed = openText(base64(gzipSync('hello there')))?.close('good bye') ?? '';
  const bytes = Buffer.from(closed, 'base64');
  expect(gunzipSync(bytes).toString()).toBe('good bye');
  expect(bytes.readUInt32LE(4)).toBe(0);
});

describe('the parts of a JSON text', () => {
  const places: string[] = [];
  const changes = {
    isSecretName: (name: string) => name === 'secret',
    name: (name: string) => name.replace('old', 'new'),
    text: (text: string, { name, inSecret }: { name: string; inSecret: boolean }) => {
      places.push(`${name}${inSecret ? '!' : ''}: ${text}`);
      return text.replace('dog', 'cat');
    },
    number: (digits: string) => digits.replace('7', '8'),
  };
  const rewritten = (text: string) => {
    places.length = 0;
    return rewriteJson(text, changes);
  };

  test.each([
    ['a text', '"dog"', '"cat"'],
    ['a text after white space', ' \n"dog" ', ' \n"cat" '],
    ['a number', '[7,17,1.7e7]', '[8,18,1.8e7]'],
    ['a number of 20 digits', '{ "a": 12345678901234567890 }', '{ "a": 12345688901234567890 }'],
    ['a name', '{"old":"old dog"}', '{"new":"old cat"}'],
    ['escapes', '{"a":"\\u0064og \\" \\\\","b":"\\\\"}', '{"a":"cat \\" \\\\","b":"\\\\"}'],
    ['all but white space', '{\t"a" :\r\n[ true,null , "dog"] }', '{\t"a" :\r\n[ true,null , "cat"] }'],
    ['equal names', '{"a":"dog","a":"dog"}', '{"a":"cat","a":"cat"}'],
  ])('change in place: %s', (_what, text, changed) => {
    expect(rewritten(text)).toBe(changed);
  });

  test('stand below the names that are told', () => {
    rewritten('{"a":["1",["2"]],"secret":{"b":"3","c":[{"d":"4"}]},"e":{"Key":"token","Value":"5"},"f":"6"}');
    expect(places).toEqual(['a: 1', 'a: 2', 'b!: 3', 'd!: 4', 'Key: token', 'token: 5', 'f: 6']);
  });

  test('are found however deep they stand', () => {
    const deep = (inner: string) => `${'['.repeat(50_000)}${inner}${']'.repeat(50_000)}`;
    expect(rewritten(deep('"dog"'))).toBe(deep('"cat"'));
  });

  test.each([
    ['plain text', 'hello'],
    ['a number, which JSON also is', '1234567'],
    ['JSON that is cut off', '{"a":1'],
    ['two values', '{} {}'],
  ])('are none of %s', (_what, text) => {
    expect(rewritten(text)).toBeUndefined();
  });
});
