import { describe, expect, test } from 'vitest';
import { eventMatchers, matchers } from '../../src/matchers/index.js';
import { kindOf, triggerNamed } from '../../src/registry.js';

const all = { ...matchers, ...eventMatchers({ kindOf, triggerNamed }) };

const response = {
  isBase64Encoded: false,
  statusCode: 302,
  headers: { 'Content-Type': 'application/json', Location: '/login', 'Set-Cookie': 'a=1' },
  body: '{"id":1}',
};
const reply = { errNo: 0, errMsg: 'ok', websocket: { action: 'connecting', secConnectionID: 'abc==' } };
const event = { Type: 'Timer', TriggerName: 'daily', Time: '2026-01-01T00:00:00Z', Message: '' };

/** What a diff does with a matcher inside toEqual. */
interface PrintedMatcher {
  asymmetricMatch(received: unknown): boolean;
  toAsymmetricMatcher(): string;
}

const pushed = {
  record: {
    subject: 'gateway',
    pushes: [{ connectionId: 'abc==', data: 'hello', late: false }],
    refused: [],
    connections: [{ id: 'abc==', state: 'closed', closedBy: 'function', reason: undefined }],
    settled: async () => {},
  },
};
const untouched = { record: { ...pushed.record, pushes: [], connections: [] } };

/** For each matcher that need not wait its arguments, a value that passes and one that fails. */
const cases: Record<
  Exclude<keyof typeof all, 'toHavePushedNothing' | 'toBeValidWebResponse'>,
  { args: unknown[]; passing: unknown; failing: unknown }
> = {
  toBeValidApigwResponse: { args: [], passing: response, failing: { statusCode: '302' } },
  toBeValidClbResponse: { args: [], passing: response, failing: null },
  toBeValidFunctionUrlResponse: { args: [], passing: 'any JSON', failing: { statusCode: 5 } },
  toBeValidResponse: { args: ['async-result'], passing: 3, failing: { id: 5n } },
  toBeValidWebsocketReply: { args: [], passing: reply, failing: {} },
  toAcceptWebsocket: { args: [], passing: reply, failing: { errNo: 1, errMsg: 'full' } },
  toBeEventOf: { args: ['timer'], passing: event, failing: { ...event, Message: 5 } },
  toBeValidScfEvent: { args: [], passing: event, failing: { Type: 'Timer' } },
  toHaveStatus: { args: [302], passing: response, failing: { statusCode: 200 } },
  toHaveHeader: {
    args: ['location', '/login'],
    passing: response,
    failing: { statusCode: 200, headers: {} },
  },
  toSetCookie: { args: ['a', '1'], passing: response, failing: { statusCode: 200, headers: {} } },
  toRedirectTo: { args: [/log/], passing: response, failing: { statusCode: 302, headers: {} } },
  toHaveJsonBody: { args: [{ id: 1 }], passing: response, failing: { statusCode: 200, body: '{}' } },
  toHaveTextBody: { args: ['{"id":1}'], passing: response, failing: { statusCode: 200, body: '{}' } },
  toHaveBodyBytes: {
    args: [Buffer.from('{"id":1}')],
    passing: response,
    failing: { statusCode: 200, body: '{}' },
  },
  toHavePushed: { args: ['abc==', 'hello'], passing: pushed, failing: untouched },
  toHavePushedTimes: { args: [1], passing: pushed, failing: untouched },
  toHavePushedInOrder: { args: ['abc==', [/^h/]], passing: pushed, failing: untouched },
  toHaveClosed: { args: ['abc=='], passing: pushed, failing: untouched },
  toHaveConnected: { args: ['abc=='], passing: pushed, failing: untouched },
  toFitInvocation: { args: ['async'], passing: event, failing: 'a'.repeat(131_071) },
  toMatchContract: { args: [{ required: ['Type'], type: 'object' }], passing: event, failing: {} },
};

/** What stands in the parentheses of expect, where it is no response. */
const subjects: Readonly<Record<string, string>> = {
  toBeValidWebsocketReply: 'reply',
  toAcceptWebsocket: 'reply',
  toBeEventOf: 'event',
  toBeValidScfEvent: 'event',
  toFitInvocation: 'event',
  toHavePushed: 'gateway',
  toHavePushedTimes: 'gateway',
  toHavePushedInOrder: 'gateway',
  toHaveClosed: 'gateway',
  toHaveConnected: 'gateway',
  toMatchContract: 'value',
};

describe.each(Object.entries(cases))('%s', (name, { args, passing, failing }) => {
  const call = (assertion: object) => Reflect.apply(Reflect.get(assertion, name), assertion, args);

  test('passes and fails', () => {
    call(expect(passing));
    expect(() => call(expect(failing))).toThrow(`.${name}(`);
  });

  test('passes and fails negated', () => {
    call(expect(failing).not);
    expect(() => call(expect(passing).not)).toThrow(`.not.${name}(`);
  });

  test('passes and fails behind resolves', async () => {
    await call(expect(Promise.resolve(passing)).resolves);
    await expect(call(expect(Promise.resolve(failing)).resolves)).rejects.toThrow(`.${name}(`);
    await call(expect(Promise.resolve(failing)).resolves.not);
  });

  test('passes and fails inside toEqual, negated too', () => {
    expect({ id: 1, inner: [passing] }).toEqual({ id: 1, inner: [call(expect)] });
    expect({ id: 1, inner: [failing] }).not.toEqual({ id: 1, inner: [call(expect)] });
    expect({ inner: failing }).toEqual({ inner: call(expect.not) });
    expect({ inner: passing }).not.toEqual({ inner: call(expect.not) });
  });

  test('says in a diff what it failed by', () => {
    const matcher: PrintedMatcher = Reflect.get(expect, name)(...args);
    expect(matcher.asymmetricMatch(failing)).toBe(false);
    expect(matcher.toAsymmetricMatcher()).toMatch(/\): .*expected .*, received /);
    expect(matcher.asymmetricMatch(passing)).toBe(true);
    expect(matcher.toAsymmetricMatcher()).toMatch(/\)$/);
  });

  test('tells a Promise and a function what to write, in the words of its subject', () => {
    const subject = subjects[name] ?? 'response';
    expect(() => call(expect(Promise.resolve(passing)))).toThrow(
      `Cannot use ${name}: received a Promise. Await it: \`expect(await ${subject}).${name}(…)\` or \`await expect(${subject}).resolves.${name}(…)\`.`,
    );
    expect(() => call(expect(() => passing))).toThrow(
      `Cannot use ${name}: received a function, not what it returns. Call it: \`expect(await handler(event, context)).${name}(…)\`.`,
    );
    expect(() => call(expect(failing))).toThrow(new RegExp(`^expect\\(${subject}\\)\\.${name}\\(`));
  });

  test('says in a diff that it passes where it should not', () => {
    const inverse: PrintedMatcher = Reflect.get(expect.not, name)(...args);
    expect(inverse.asymmetricMatch(passing)).toBe(false);
    expect(inverse.toAsymmetricMatcher()).toMatch(/\): it passes$/);
  });
});
