import { expect, test } from 'vitest';

const response = { isBase64Encoded: false, statusCode: '200', headers: {}, body: { id: 1 } };

test('names the rules inside toEqual', () => {
  expect({ id: 7, response }).toEqual({ id: 7, response: expect.toBeValidApigwResponse() });
});

test('names the rules with the expect of a test context', ({ expect: local }) => {
  local({ id: 7, response }).toMatchObject({ response: local.toBeValidClbResponse() });
});

test('names what differs in a list', () => {
  expect([{ statusCode: 404 }]).toEqual([expect.toHaveStatus(200)]);
});

test('says that a negated one passes', () => {
  expect({ event: { Type: 'Timer' } }).toEqual({ event: expect.not.toHaveHeader('X-Id', /a/) });
  expect({ answer: { statusCode: 200 } }).toEqual({ answer: expect.not.toHaveStatus(200) });
});

test('takes what cannot be judged for a mismatch', () => {
  expect({ response: Promise.resolve(response) }).toEqual({ response: expect.toHaveStatus(200) });
});

test('prints one that passes without a reason', () => {
  expect({ id: 1, answer: { statusCode: 200 } }).toEqual({ id: 2, answer: expect.toHaveStatus(200) });
});

test('points at the line of a misuse', () => {
  expect(Promise.resolve(response)).toHaveStatus(200);
});
