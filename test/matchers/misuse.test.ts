import '../../src/matchers/vitest.js';
import { expect, test } from 'vitest';
import { Misuse } from '../../src/kernel/misuse.js';
import { eventMatchers, matchers } from '../../src/matchers/index.js';
import { kindOf, triggerNamed } from '../../src/registry.js';
import { checkResponse, responseNamed } from '../../src/responses/index.js';
import { messageOf } from './messageOf.js';

const all = { ...matchers, ...eventMatchers({ kindOf, triggerNamed }) };
const response = { statusCode: 200, headers: {}, body: '' };

test.each(Object.keys(all))('%s asks to await a Promise and to call a function, negated too', (name) => {
  for (const [received, code] of [
    [Promise.resolve(response), 'NOT_AWAITED'],
    [() => response, 'NOT_CALLED'],
  ]) {
    for (const assertion of [expect(received), expect(received).not]) {
      const call = () => Reflect.apply(Reflect.get(assertion, name), assertion, []);
      expect(call).toThrow(Misuse);
      expect(call).toThrow(expect.objectContaining({ code }));
    }
  }
});

test('a Promise is answered with what to write', () => {
  expect(messageOf(() => expect(Promise.resolve(response)).toHaveStatus(200))).toMatchInlineSnapshot(
    `"Cannot use toHaveStatus: received a Promise. Await it: \`expect(await response).toHaveStatus(…)\` or \`await expect(response).resolves.toHaveStatus(…)\`."`,
  );
  expect(messageOf(() => expect(async () => response).toHaveStatus(200))).toMatchInlineSnapshot(
    `"Cannot use toHaveStatus: received a function, not what it returns. Call it: \`expect(await handler(event, context)).toHaveStatus(…)\`."`,
  );
});

test('a text in place of an object is answered with what to write', () => {
  expect(messageOf(() => expect('{"statusCode":200}').toHaveStatus(200))).toMatchInlineSnapshot(
    `"Cannot use toHaveStatus: received "{\\"statusCode\\":200}" (a string), not a response. Parse it: \`expect(JSON.parse(text)).toHaveStatus(…)\`."`,
  );
  expect(messageOf(() => expect('{"statusCode":200}').not.toHaveHeader('a'))).toMatchInlineSnapshot(
    `"Cannot use toHaveHeader: received "{\\"statusCode\\":200}" (a string), not a response. Parse it: \`expect(JSON.parse(text)).toHaveHeader(…)\`."`,
  );
  expect(messageOf(() => expect('{"Type":"Timer"}').toBeEventOf('timer'))).toMatchInlineSnapshot(
    `"Cannot use toBeEventOf: received "{\\"Type\\":\\"Timer\\"}" (a string), not an event. Parse it: \`expect(JSON.parse(text)).toBeEventOf(…)\`."`,
  );
  expect(messageOf(() => expect('{"Type":"Timer"}').toBeValidScfEvent())).toMatchInlineSnapshot(
    `"Cannot use toBeValidScfEvent: received "{\\"Type\\":\\"Timer\\"}" (a string), not an event. Parse it: \`expect(JSON.parse(text)).toBeValidScfEvent(…)\`."`,
  );
});

test('the body of a fetched Response is answered with what to write', () => {
  expect(messageOf(() => expect(new Response('{}')).toHaveJsonBody())).toMatchInlineSnapshot(
    `"Cannot use toHaveJsonBody: received fetch's Response, whose body is not read yet. Read it: \`expect(await response.json()).toEqual(…)\`."`,
  );
});

test('a wrong argument is answered with what to write', () => {
  const wrong = (name: keyof typeof all, received: unknown, ...args: unknown[]) =>
    messageOf(() => Reflect.apply(all[name], undefined, [received, ...args]));
  expect(wrong('toHaveStatus', response, '200')).toMatchInlineSnapshot(
    `"Cannot use toHaveStatus: the expected status is "200" (a string). Pass a number: \`toHaveStatus(200)\`."`,
  );
  expect(wrong('toHaveHeader', response, { a: 1 })).toMatchInlineSnapshot(
    `"Cannot use toHaveHeader: the header's name is an object. Pass a text: \`toHaveHeader('name')\`."`,
  );
  expect(wrong('toHaveBodyBytes', response, 'text')).toMatchInlineSnapshot(
    `"Cannot use toHaveBodyBytes: the expected bytes are "text" (a string). Pass a Uint8Array or Buffer, or use toHaveTextBody for text."`,
  );
  expect(wrong('toFitInvocation', response, 'synchronous')).toMatchInlineSnapshot(
    `"Cannot use toFitInvocation: the invocation is "synchronous" (a string). Pass 'sync' or 'async'."`,
  );
  expect(wrong('toMatchContract', response, 'timer')).toMatchInlineSnapshot(
    `"Cannot use toMatchContract: the contract is "timer" (a string). Pass a Standard Schema object or a JSON Schema."`,
  );
  expect(wrong('toMatchContract', response, { type: 'objekt' })).toMatchInlineSnapshot(
    `"Cannot use toMatchContract: the JSON Schema does not compile: schema is invalid: data/type must be equal to one of the allowed values, data/type must be array, data/type must match a schema in anyOf. Mend the schema."`,
  );
  expect(wrong('toBeEventOf', response, 'tiemr')).toMatchInlineSnapshot(
    `"Cannot find the kind "tiemr": did you mean "timer"?"`,
  );
  expect(wrong('toBeEventOf', response, 5)).toMatchInlineSnapshot(
    `"Cannot use toBeEventOf: the kind is 5 (a number). Pass the name of a kind or a trigger."`,
  );
  expect(
    wrong('toBeValidWebsocketReply', { errNo: 0 }, { websocket: { action: 'closing' } }),
  ).toMatchInlineSnapshot(
    `"Cannot use toBeValidWebsocketReply: received an object for the connect event. Pass the event that the function got, whose websocket.action is "connecting"."`,
  );
  expect(wrong('toBeValidResponse', response, 'apigw')).toMatchInlineSnapshot(
    `"Cannot judge a response: "apigw" is no kind of response. Take one of apigw-response, apigw-passthrough, clb-response, function-url-response, websocket-reply, websocket-result, async-result."`,
  );
  expect(wrong('toSetCookie', response, 5)).toMatchInlineSnapshot(
    `"Cannot use toSetCookie: the cookie's name is 5 (a number). Pass a text: \`toSetCookie('name')\`."`,
  );
  expect(wrong('toRedirectTo', response, undefined)).toMatchInlineSnapshot(
    `"Cannot use toRedirectTo: the expected text is nothing. Pass a string, a RegExp or an asymmetric matcher."`,
  );
  expect(wrong('toHaveTextBody', response, 5)).toMatchInlineSnapshot(
    `"Cannot use toHaveTextBody: the expected text is 5 (a number). Pass a string, a RegExp or an asymmetric matcher."`,
  );
});

test('a schema that validates asynchronously is answered with what to write', () => {
  const schema = {
    '~standard': { version: 1, vendor: 'example', validate: async () => ({ value: 1 }) },
  } as const;
  expect(messageOf(() => expect(1).toMatchContract(schema))).toMatchInlineSnapshot(
    `"Cannot use toMatchContract: the schema of example validates asynchronously. Await it yourself: \`expect(await schema['~standard'].validate(value)).not.toHaveProperty('issues')\`."`,
  );
});

test('the check of responses itself asks to await a Promise and to name a known kind', () => {
  expect(messageOf(() => checkResponse('apigw-response', Promise.resolve(response)))).toMatchInlineSnapshot(
    `"Cannot judge a returned value: received a Promise. Await it first: \`await handler(event, context)\`."`,
  );
  expect(messageOf(() => checkResponse('apigw-response', async () => response))).toMatchInlineSnapshot(
    `"Cannot judge a returned value: received a function, without a name. Call it and await its result: \`await handler(event, context)\`."`,
  );
  expect(messageOf(() => Reflect.apply(responseNamed, undefined, ['apigw']))).toMatchInlineSnapshot(
    `"Cannot judge a response: "apigw" is no kind of response. Take one of apigw-response, apigw-passthrough, clb-response, function-url-response, websocket-reply, websocket-result, async-result."`,
  );
});

test('the stack of a misuse begins at the test', () => {
  const stackOf = (call: () => void): string | undefined => {
    try {
      call();
    } catch (error) {
      if (error instanceof Error) return error.stack?.split('\n').find((line) => line.includes('.ts:'));
    }
    return undefined;
  };
  expect(stackOf(() => expect(Promise.resolve(response)).toHaveStatus(200))).toContain('misuse.test.ts');
});
