import { apigw, sample, triggers } from 'scf-fixtures';
import 'scf-fixtures/vitest';
import { expect, test } from 'vitest';

const good = {
  statusCode: 200,
  headers: { 'Content-Type': 'application/json' },
  body: '{}',
  isBase64Encoded: false,
};

test('matchers pass', async () => {
  expect(good).toBeValidApigwResponse();
  expect(good).toHaveStatus(200);
  expect(good).toHaveHeader('content-type', 'application/json');
  await expect(Promise.resolve(good)).resolves.toHaveStatus(200);
  expect({ nested: good }).toEqual({ nested: expect.toBeValidApigwResponse() });
  expect(sample(apigw)).toBeEventOf('apigw');
});

test('matchers fail with the reason', () => {
  expect(() => expect({ ...good, statusCode: '200' }).toBeValidApigwResponse()).toThrow(
    /statusCode: expected an integer/,
  );
  expect(() =>
    expect({ nested: { ...good, statusCode: 99 } }).toEqual({ nested: expect.toBeValidApigwResponse() }),
  ).toThrow();
  expect(triggers.length).toBeGreaterThan(10);
});
