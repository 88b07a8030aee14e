import { describe, expect, test } from 'vitest';
import { describeIssue } from '../../src/kernel/issue.js';
import { checkResponse } from '../../src/responses/index.js';
import { faithfulRule, returnRules } from '../../src/responses/returnRules.js';

const response = {
  isBase64Encoded: false,
  statusCode: 200,
  headers: { 'Content-Type': 'text/plain' },
  body: '',
};
const told = (fields: object) =>
  checkResponse('apigw-response', { ...response, ...fields }).map(describeIssue);

describe('a body that is no Base64 comes with a hint', () => {
  test.each([
    ['data:text/plain;base64,aGk=', 'drop what stands before the comma'],
    ['data:,aGk=', 'drop what stands before the comma'],
    ['see data:text/plain,aGk=', 'set isBase64Encoded to false for text'],
    ['hello world', 'set isBase64Encoded to false for text'],
    ['good to see you', 'set isBase64Encoded to false for text'],
    ['aGVs\nbG8=', 'drop the white space'],
    ['aGVsbG8h\r\naGVsbG8h', 'drop the white space'],
    [' aGVsbG8h', 'drop the white space'],
    ['a-_b', "encode with 'base64' rather than 'base64url'"],
    ['aG k=', 'drop the white space'],
    ['aGkx1', 'pad it with ='],
    ['{"a":1}', 'set isBase64Encoded to false for text'],
    ['a-b+', 'set isBase64Encoded to false for text'],
  ])('%s: %s', (body, hint) => {
    expect(told({ isBase64Encoded: true, body })).toEqual([
      `body: expected padded standard Base64, received ${JSON.stringify(body)} (a string); ${hint}`,
    ]);
  });
});

test.each([
  ['\u0001', 'U+0001'],
  ['a\u001b[0m', 'U+001B'],
  ['\ufffd', 'U+FFFD'],
  ['\u007f', 'U+007F'],
  ['\ud800', 'U+D800'],
])('a body with %j is told by its code %s', (body, code) => {
  expect(told({ body })).toEqual([
    `body: expected text, received a string with ${code}; return bytes.toString('base64') with isBase64Encoded: true`,
  ]);
});

test.each(['a\tb', 'a\nb', 'a\r\nb', 'a\fb', 'a\vb', '你', ''])('a body with %j is text', (body) => {
  expect(told({ body })).toEqual([]);
});

test.each([
  ['isBase64', 'isBase64Encoded'],
  ['base64Encoded', 'isBase64Encoded'],
  ['isBase64encoded', 'isBase64Encoded'],
  ['status', 'statusCode'],
  ['code', 'statusCode'],
  ['status_code', 'statusCode'],
  ['statuscode', 'statusCode'],
  ['StatusCode', 'statusCode'],
  ['header', 'headers'],
  ['Headers', 'headers'],
  ['Body', 'body'],
])('%s in the place of %s is told', (name, meant) => {
  const { [meant as keyof typeof response]: value, ...rest } = response;
  expect(checkResponse('apigw-response', { ...rest, [name]: value }).map(describeIssue)).toContain(
    `${name}: expected no such field, since it is ignored, received a value; write ${meant}`,
  );
});

test.each([
  ['multiValueHeaders', 'give the header a list of values in headers'],
  ['cookies', 'give Set-Cookie a list of values in headers'],
])('%s of another platform comes with a hint', (name, hint) => {
  expect(told({ [name]: {} })).toEqual([
    `${name}: expected no such field, since it is ignored, received a value; ${hint}`,
  ]);
});

test('every rule of any returned value says in a sentence what holds, and where that comes from', () => {
  for (const { holds, source } of [...returnRules, faithfulRule]) {
    expect(holds).toMatch(/^[A-Z].*\.$/);
    expect(source).not.toBe('');
  }
});

test('a symbol has no JSON', () => {
  expect(checkResponse('async-result', Symbol('done')).map(describeIssue)).toEqual([
    'expected a value that JSON can hold, received a symbol',
  ]);
});
