import { expect } from 'vitest';
import { timer } from '../../src/index.js';
import { matchers, toHaveStatus, type Verdict } from '../../src/matchers/index.js';

/** Compiled by tsc, never run: what a test of a user may write, and what may not. */
export async function types(response: unknown, event: unknown, gateway: unknown): Promise<void> {
  expect(response).toHaveStatus(200);
  expect(response).not.toHaveStatus(200);
  await (expect(Promise.resolve(response)).resolves.toHaveStatus(200) satisfies Promise<void>);
  await (expect(Promise.resolve(response)).resolves.not.toBeValidApigwResponse() satisfies Promise<void>);
  await (expect(Promise.reject(response)).rejects.toHaveStatus(500) satisfies Promise<void>);

  expect(response).toBeValidApigwResponse({ strict: true, refusalBody: 'documented' });
  expect(response).toBeValidClbResponse({ lenient: true });
  expect(response).toBeValidFunctionUrlResponse();
  expect(response).toBeValidResponse('async-result', { requestId: 'c6af9ac6-7b61-11e6-9a41-93e8deadbeef' });
  expect(response).toBeValidWebsocketReply(event);
  expect(response).toAcceptWebsocket(event);
  expect(event).toBeEventOf('timer');
  expect(event).toBeEventOf(timer, { strict: true });
  expect(event).toBeValidScfEvent();
  expect(event).toFitInvocation('async');
  expect(response).toHaveHeader('Set-Cookie', ['a=1', /^b=/, expect.stringContaining('c')]);
  expect(response).toSetCookie('a', /1/);
  expect(response).toRedirectTo('/login');
  expect(response).toHaveJsonBody({ id: expect.any(Number) });
  expect(response).toHaveTextBody(/hello/);
  expect(response).toHaveBodyBytes(Buffer.from('hi'));
  expect(event).toMatchContract(timer.contract);
  expect(event).toMatchContract({ type: 'object', required: ['id'] });

  await (expect(response).toBeValidWebResponse({ keys: ['key'], strict: true }) satisfies Promise<void>);

  expect(gateway).toHavePushed();
  expect(gateway).toHavePushed('abc==', 'hello');
  expect(gateway).toHavePushed({ id: 'abc==' }, { type: expect.any(String) });
  expect(gateway).toHavePushed(undefined, Uint8Array.of(0));
  expect(gateway).toHavePushed(expect.stringContaining('a'));
  expect(gateway).toHavePushedTimes(2);
  expect(gateway).not.toHavePushedTimes('abc==', 2);
  expect(gateway).toHavePushedInOrder(['a', /b/, Buffer.from('c'), { d: 1 }]);
  expect(gateway).toHavePushedInOrder('abc==', []);
  await (expect(gateway).toHavePushedNothing() satisfies Promise<void>);
  await (expect(gateway).not.toHavePushedNothing('abc==') satisfies Promise<void>);
  expect(gateway).toHaveClosed('abc==');
  expect(gateway).toHaveConnected();

  expect({ event, response }).toEqual({
    event: expect.toBeEventOf('timer'),
    response: expect.toBeValidApigwResponse(),
  });
  expect({ response }).toMatchObject({ response: expect.not.toHaveStatus(500) });
  expect([response]).toEqual<{ statusCode: number }[]>([expect.toHaveStatus(200)]);
  expect.soft(response).toHaveStatus(200);
  await expect.poll(() => response).toHaveStatus(200);

  toHaveStatus(response, 200) satisfies Verdict;
  expect.extend(matchers);

  // @ts-expect-error a status is a number
  expect(response).toHaveStatus('200');
  // @ts-expect-error a header has a name
  expect(response).toHaveHeader();
  // @ts-expect-error there are two ways of invocation
  expect(event).toFitInvocation('synchronous');
  // @ts-expect-error there is no such kind of response
  expect(response).toBeValidResponse('apigw');
  // @ts-expect-error text has its own matcher
  expect(response).toHaveBodyBytes('hi');
  // @ts-expect-error the asymmetric form takes the same arguments
  expect(response).toEqual(expect.toHaveStatus('200'));
  // @ts-expect-error a connection is an id or a client
  expect(gateway).toHaveClosed(7);
  // @ts-expect-error the count comes last
  expect(gateway).toHavePushedTimes(1, 'abc==');
  // @ts-expect-error there is no such option
  expect(response).toBeValidApigwResponse({ strictly: true });
}
