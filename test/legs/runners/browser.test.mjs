import { check, edgeCases, sample, triggers } from 'scf-fixtures';
import { payloadOf } from 'scf-fixtures/payload';
import { checkResponse } from 'scf-fixtures/responses';
import 'scf-fixtures/vitest';
import { expect, test } from 'vitest';

test('events, checks, matchers and payloads work without what Node alone has', () => {
  expect(typeof Buffer).toBe('undefined');
  for (const trigger of triggers) {
    expect(check(trigger, sample(trigger))).toEqual([]);
    expect(edgeCases(trigger).length).toBeGreaterThan(0);
    expect(sample(trigger)).toBeEventOf(trigger.name);
  }
  expect({ isBase64Encoded: false, statusCode: 200, headers: {}, body: '' }).toBeValidApigwResponse();
  expect({ id: 1 }).toMatchContract({ type: 'object', required: ['id'] });
  expect(checkResponse('apigw-response', { statusCode: 1 }).length).toBeGreaterThan(0);
  expect(payloadOf({ const: 3 })({ below: () => 1 })).toBe(3);
});
