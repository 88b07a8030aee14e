// What a matcher costs beside the check it makes: npm run bench -- matchers.
import { apigw, check, kindOf, sample, triggerNamed } from '../../dist/index.js';
import { eventMatchers, toBeValidApigwResponse } from '../../dist/matchers.js';
import { checkResponse } from '../../dist/responses.js';
import { ratioOf } from './measure.mjs';

export const title = 'Matchers';

export async function rows() {
  const right = {
    isBase64Encoded: false,
    statusCode: 200,
    headers: { 'Content-Type': 'application/json' },
    body: '{"ok":true}',
  };
  const wrong = { ...right, statusCode: '200' };
  const event = sample(apigw);
  const { toBeEventOf } = eventMatchers({ triggerNamed, kindOf });
  const passes = (matcher, ...args) => {
    if (!matcher(...args).pass) throw new Error('the matcher refuses what is right');
  };
  passes(toBeValidApigwResponse, right);
  passes(toBeEventOf, event, apigw.name);
  const row = (what, matcher, checked) => ({
    what: `${what} / the check it makes`,
    measured: ratioOf(matcher, checked, { calls: 2000 }),
    good: 2,
    goal: 1.2,
  });
  return [
    row(
      'toBeValidApigwResponse of a right response',
      () => toBeValidApigwResponse(right),
      () => checkResponse('apigw-response', right),
    ),
    row(
      'toBeValidApigwResponse of a wrong one',
      () => toBeValidApigwResponse(wrong),
      () => checkResponse('apigw-response', wrong),
    ),
    row(
      'toBeEventOf of a right event',
      () => toBeEventOf(event, apigw.name),
      () => check(apigw, event),
    ),
  ];
}
