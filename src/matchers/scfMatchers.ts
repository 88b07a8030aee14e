import type { CheckOptions } from '../kernel/check.js';
import type { Invocation, Trigger } from '../kernel/trigger.js';
import type { ResponseContract, ResponseKind } from '../responses/index.js';
import type { TextExpectation } from './expectedValue.js';
import type { ConnectionTarget, PushExpectation } from './pushFinding.js';
import type { Schema } from './schemaProblems.js';
import type { WebResponseOptions } from './toBeValidWebResponse.js';
import type { ResponseOptions } from './validResponse.js';

/**
 * The matchers as methods of an assertion; `R` is what they return. Every one throws a Misuse when it receives a
 * Promise or a function, or an argument of the wrong type.
 */
export interface ScfMatchers<R> {
  /**
   * Passes when API Gateway, integration response on, accepts what the function returned.
   *
   * @example
   * expect({ isBase64Encoded: false, statusCode: 204, headers: {} }).toBeValidApigwResponse();
   */
  toBeValidApigwResponse(options?: ResponseOptions): R;

  /**
   * Passes when a Cloud Load Balancer accepts what the function returned.
   *
   * @example
   * expect('hello').not.toBeValidClbResponse();
   */
  toBeValidClbResponse(options?: ResponseOptions): R;

  /**
   * Passes when what the function returned is an HTTP response, or any JSON without statusCode.
   *
   * @example
   * expect({ ok: true }).toBeValidFunctionUrlResponse();
   */
  toBeValidFunctionUrlResponse(options?: ResponseOptions): R;

  /**
   * Passes when the reader of that kind of response accepts the value.
   *
   * @example
   * expect({ done: 3 }).toBeValidResponse('async-result');
   */
  toBeValidResponse(kind: ResponseKind | ResponseContract, options?: ResponseOptions): R;

  /**
   * Passes for the Response of a web function, asked over HTTP, that the platform passes on: headers of 4 KB and a body of
   * 6 MB at most, which comes to its end, and nothing of the role's keys in it. It reads a copy of the body.
   *
   * @example
   * await expect(new Response('hello')).toBeValidWebResponse();
   */
  toBeValidWebResponse(options?: WebResponseOptions): Promise<void>;

  /**
   * Passes for a reply to a WebSocket handshake, accepting or refusing. With the event that it answers, the reply
   * must echo its id and choose only what it offers.
   *
   * @example
   * expect({ errNo: 101, errMsg: 'not found request context' }).toBeValidWebsocketReply();
   */
  toBeValidWebsocketReply(connectEvent?: unknown): R;

  /**
   * Passes for a valid reply that accepts the connection.
   *
   * @example
   * expect({ errNo: 1, errMsg: 'full' }).not.toAcceptWebsocket();
   */
  toAcceptWebsocket(connectEvent?: unknown): R;

  /**
   * Passes for a valid event of a kind; `strict` fails on warnings and on unknown fields too.
   *
   * @example
   * expect({ Type: 'Timer', TriggerName: 'daily', Time: '2026-01-01T00:00:00Z', Message: '' }).toBeEventOf('timer');
   */
  toBeEventOf(kind: string | Trigger, options?: CheckOptions): R;

  /**
   * Passes for a valid event of whichever kind it looks like.
   *
   * @example
   * expect({ Type: 'Timer' }).not.toBeValidScfEvent();
   */
  toBeValidScfEvent(options?: CheckOptions): R;

  /**
   * Passes for the TriggerDesc of a trigger of that Type, as CreateTrigger takes it; warnings do not fail it.
   *
   * @example
   * expect('{"maxMsgNum":100,"offset":"latest","retry":10000}').toBeValidTriggerDesc('ckafka');
   */
  toBeValidTriggerDesc(type: string): R;

  /**
   * Passes for a response with that status.
   *
   * @example
   * expect({ statusCode: 200, headers: {}, body: '' }).toHaveStatus(200);
   */
  toHaveStatus(code: number): R;

  /**
   * Passes for a response with that header, its name in any case. A list must equal all its values in order; a
   * string, a pattern or an asymmetric matcher must fit one of them.
   *
   * @example
   * expect({ statusCode: 200, headers: { 'content-type': 'text/html' } }).toHaveHeader('Content-Type', /html/);
   */
  toHaveHeader(name: string, value?: TextExpectation | readonly TextExpectation[]): R;

  /**
   * Passes for a response that sets that cookie; the value is compared without attributes.
   *
   * @example
   * expect({ statusCode: 200, headers: { 'Set-Cookie': ['a=1; Path=/', 'b=2'] } }).toSetCookie('b', '2');
   */
  toSetCookie(name: string, value?: TextExpectation): R;

  /**
   * Passes for a 301, 302, 303, 307 or 308 with that Location.
   *
   * @example
   * expect({ statusCode: 302, headers: { Location: '/login' } }).toRedirectTo('/login');
   */
  toRedirectTo(location: TextExpectation): R;

  /**
   * Passes for a response whose body is JSON; with an argument, JSON that has at least that. Takes a Standard
   * Schema, or a JSON Schema with `$schema`, as well.
   *
   * @example
   * expect({ statusCode: 200, headers: {}, body: '{"id":1,"name":"a"}' }).toHaveJsonBody({ id: 1 });
   */
  toHaveJsonBody(expected?: unknown): R;

  /**
   * Passes for a response whose whole body is that text, Base64 decoded.
   *
   * @example
   * expect({ statusCode: 200, headers: {}, body: 'aGk=', isBase64Encoded: true }).toHaveTextBody('hi');
   */
  toHaveTextBody(expected: TextExpectation): R;

  /**
   * Passes for a response whose body has exactly those bytes, Base64 decoded.
   *
   * @example
   * expect({ statusCode: 200, headers: {}, body: 'AP8=', isBase64Encoded: true }).toHaveBodyBytes(Uint8Array.of(0, 255));
   */
  toHaveBodyBytes(expected: Uint8Array): R;

  /**
   * Passes for an event whose JSON is small enough: 6 MB where the caller waits, 128 KB where it does not.
   *
   * @example
   * expect({ text: 'a'.repeat(200_000) }).not.toFitInvocation('async');
   */
  toFitInvocation(invocation: Invocation): R;

  /**
   * Passes for a value that fulfils a Standard Schema (a trigger's contract is one) or a JSON Schema.
   *
   * @example
   * expect({ id: 1 }).toMatchContract({ type: 'object', properties: { id: { type: 'integer' } } });
   */
  toMatchContract(contract: Schema): R;

  /**
   * Passes for a fake gateway when a message reached that client before the function answered; without arguments any message
   * to any client. A string is compared with a text message, a Uint8Array with a binary one, an object with at least what its
   * JSON has. On a client the id is left out.
   *
   * @example
   * expect(fakeGateway({ connections: ['abc=='] })).not.toHavePushed('abc==', 'hello');
   */
  toHavePushed(target?: ConnectionTarget, data?: PushExpectation): R;
  toHavePushed(data: PushExpectation): R;

  /**
   * Passes when so many messages reached clients, or that client, before the function answered.
   *
   * @example
   * expect(fakeGateway()).toHavePushedTimes(0);
   */
  toHavePushedTimes(count: number): R;
  toHavePushedTimes(target: ConnectionTarget, count: number): R;

  /**
   * Passes when exactly these messages reached clients, or that client, in this order.
   *
   * @example
   * expect(fakeGateway({ connections: ['abc=='] })).toHavePushedInOrder('abc==', []);
   */
  toHavePushedInOrder(list: readonly PushExpectation[]): R;
  toHavePushedInOrder(target: ConnectionTarget, list: readonly PushExpectation[]): R;

  /**
   * Passes when no message reached clients, or that client, and none will: it waits for what the functions that the gateway
   * called have left running. Of a function that the test invokes itself, await `settled(outcome)` first.
   *
   * @example
   * await expect(fakeGateway()).toHavePushedNothing();
   */
  toHavePushedNothing(target?: ConnectionTarget): Promise<void>;

  /**
   * Passes when a function closed that connection, or any.
   *
   * @example
   * expect(fakeGateway({ connections: ['abc=='] })).not.toHaveClosed('abc==');
   */
  toHaveClosed(target?: ConnectionTarget): R;

  /**
   * Passes when that connection, or any, was accepted; it may have ended since.
   *
   * @example
   * expect(await fakeGateway().connect()).toHaveConnected();
   */
  toHaveConnected(target?: ConnectionTarget): R;
}
