import { describe, expect, test } from 'vitest';
import { invoke, type Outcome, type ScfContext, type ScfRuntime } from '../../src/runtime/index.js';

type Callback = (error?: unknown, result?: unknown) => void;
type Handler = (event: never, context: ScfContext, callback: Callback) => unknown;

/** What a case expects: the result and how it was answered, or the status and the text of the caller's stackTrace. */
type Expected =
  | { readonly result: unknown; readonly by: string }
  | { readonly status: number; readonly trace?: string | RegExp; readonly by?: string };

interface Case {
  readonly name: string;
  readonly handler: Handler;
  readonly runtime?: ScfRuntime;
  readonly expected: Expected;
}

const later = (run: () => void): void => void setTimeout(run, 1);
const cyclic: Record<string, unknown> = {};
cyclic.self = cyclic;
class Money {
  constructor(readonly cents: number) {}
  toJSON(): string {
    return `${this.cents / 100} CNY`;
  }
}
const thenable = (value: unknown) => ({
  // biome-ignore lint/suspicious/noThenProperty: the runtime follows anything with a then
  then: (resolve: (value: unknown) => void) => resolve(value),
});
const notError = (text: string): string => `${text}(callback err is not instance of Error)`;

/** Each odd result, and what the JSON that travels makes of it. */
const oddResults: readonly (readonly [name: string, value: unknown, received: unknown])[] = [
  ['undefined', undefined, null],
  ['null', null, null],
  ['0', 0, 0],
  ['an empty text', '', ''],
  ['false', false, false],
  ['NaN', Number.NaN, null],
  ['Infinity', Number.POSITIVE_INFINITY, null],
  ['-0', -0, 0],
  ['an integer above 2^53', 2 ** 53 + 2, 9007199254740994],
  ['a Date', new Date(0), '1970-01-01T00:00:00.000Z'],
  ['a Map', new Map([['a', 1]]), {}],
  ['a Buffer', Buffer.from('hi'), { type: 'Buffer', data: [104, 105] }],
  ['a value with toJSON', new Money(150), '1.5 CNY'],
  ['an object with undefined and a function', { a: undefined, b: () => 1, c: 1 }, { c: 1 }],
  ['an array with a hole', [1, undefined, 3], [1, null, 3]],
  ['a lone surrogate', '\ud800', '\ud800'],
  ['an Error', new Error('as a result'), {}],
  ['a function', () => 1, null],
  ['a symbol', Symbol('s'), null],
];

/** Each odd thing to throw, and the caller's stackTrace. */
const oddErrors: readonly (readonly [name: string, value: unknown, trace: string | RegExp])[] = [
  ['an Error', new Error('no stock'), /^Error: no stock\n\s+at /],
  ['a subclass', new TypeError('no type'), /^TypeError: no type\n/],
  ['a text', 'just text', notError('just text')],
  ['a number', 42, notError('42')],
  ['an object', { code: 1 }, notError('[object Object]')],
  ['an object that cannot be text', Object.create(null), notError('[object Object]')],
  ['a symbol', Symbol('s'), notError('Symbol(s)')],
];

const fromResults = oddResults.flatMap(([name, value, received]): Case[] => [
  {
    name: `async, returns ${name}`,
    handler: async () => value,
    expected: { result: received, by: 'promise' },
  },
  {
    name: `callback with ${name}`,
    handler: (_event, _context, callback) => callback(null, value),
    expected: { result: received, by: 'callback' },
  },
]);

const fromErrors = oddErrors.flatMap(([name, value, trace]): Case[] => [
  {
    name: `async, throws ${name}`,
    handler: async () => {
      throw value;
    },
    expected: { status: 430, trace, by: 'promise' },
  },
  {
    name: `callback with the error ${name}`,
    handler: (_event, _context, callback) => callback(value),
    expected: { status: 430, trace, by: 'callback' },
  },
  {
    name: `plain, throws ${name}`,
    handler: () => {
      throw value;
    },
    expected: { status: 430, trace, by: 'throw' },
  },
]);

const styles: readonly Case[] = [
  {
    name: 'async, throws undefined',
    handler: () => Promise.reject(undefined),
    expected: { status: 430, trace: notError('undefined') },
  },
  {
    name: 'callback with the falsy error false',
    handler: (_e, _c, callback) => callback(false),
    expected: { status: 430, trace: notError('false') },
  },
  {
    name: 'callback with the falsy error ""',
    handler: (_e, _c, callback) => callback(''),
    expected: { status: 430, trace: notError('') },
  },
  {
    name: 'callback with undefined and no result',
    handler: (_e, _c, callback) => callback(),
    expected: { result: null, by: 'callback' },
  },
  {
    name: 'callback later',
    handler: (_e, _c, callback) => later(() => callback(null, 'later')),
    expected: { result: 'later', by: 'callback' },
  },
  {
    name: 'callback twice: the second is ignored',
    handler: (_e, _c, callback) => {
      callback(null, 1);
      callback(null, 2);
    },
    expected: { result: 1, by: 'callback' },
  },
  {
    name: 'callback, then an error: ignored',
    handler: (_e, _c, callback) => {
      callback(null, 1);
      callback(new Error('late'));
    },
    expected: { result: 1, by: 'callback' },
  },
  {
    name: 'callback with an error, then a result: ignored',
    handler: (_e, _c, callback) => {
      callback('first');
      callback(null, 2);
    },
    expected: { status: 430, trace: notError('first') },
  },
  {
    name: 'callback, then a throw: ignored',
    handler: (_e, _c, callback) => {
      callback(null, 1);
      throw new Error('after the answer');
    },
    expected: { result: 1, by: 'callback' },
  },
  {
    name: 'a plain return is ignored, null is answered',
    handler: () => ({ statusCode: 200 }),
    expected: { result: null, by: 'idle' },
  },
  {
    name: 'a plain return is ignored, the callback counts',
    handler: (_e, _c, callback) => {
      later(() => callback(null, 'callback'));
      return 'returned';
    },
    expected: { result: 'callback', by: 'callback' },
  },
  { name: 'nothing at all', handler: () => {}, expected: { result: null, by: 'idle' } },
  {
    name: 'nothing but a timer',
    handler: () => later(() => {}),
    expected: { result: null, by: 'idle' },
  },
  {
    name: 'async: the callback is ignored',
    handler: async (_e, _c, callback) => {
      callback(null, 'callback');
      return 'returned';
    },
    expected: { result: 'returned', by: 'promise' },
  },
  {
    name: 'async: the callback is ignored, also when nothing is returned',
    handler: async (_e, _c, callback) => callback(null, 'callback'),
    expected: { result: null, by: 'promise' },
  },
  {
    name: 'plain, returns a promise',
    handler: () => Promise.resolve('promised'),
    expected: { result: 'promised', by: 'promise' },
  },
  {
    name: 'plain, returns the promise that called back',
    handler: (_e, _c, callback) => Promise.resolve('x').then((x) => callback(null, x)),
    expected: { result: 'x', by: 'callback' },
  },
  { name: 'a thenable', handler: () => thenable('then'), expected: { result: 'then', by: 'promise' } },
  {
    name: 'an object whose then is no function',
    // biome-ignore lint/suspicious/noThenProperty: the runtime asks for a function
    handler: () => ({ then: 1 }),
    expected: { result: null, by: 'idle' },
  },
  {
    name: 'context.succeed',
    handler: (_e, context) => context.succeed({ ok: 1 }),
    expected: { result: { ok: 1 }, by: 'context' },
  },
  {
    name: 'context.done with a result',
    handler: (_e, context) => context.done(null, 'done'),
    expected: { result: 'done', by: 'context' },
  },
  {
    name: 'context.done with an error',
    handler: (_e, context) => context.done('bad'),
    expected: { status: 430, trace: notError('bad'), by: 'context' },
  },
  {
    name: 'context.fail',
    handler: (_e, context) => context.fail(new Error('failed')),
    expected: { status: 430, trace: /^Error: failed\n/, by: 'context' },
  },
  {
    name: 'context.fail(null) succeeds with null',
    handler: (_e, context) => context.fail(null),
    expected: { result: null, by: 'context' },
  },
  {
    name: 'async, answers through context.succeed first',
    handler: async (_e, context) => {
      context.succeed('context');
      return 'returned';
    },
    expected: { result: 'context', by: 'context' },
  },
  {
    name: 'a BigInt cannot travel',
    handler: async () => ({ n: 1n }),
    expected: {
      status: 430,
      trace: 'stringify response to json failed: Do not know how to serialize a BigInt',
    },
  },
  {
    name: 'a cycle cannot travel',
    handler: async () => cyclic,
    expected: { status: 430, trace: /^stringify response to json failed: Converting circular structure/ },
  },
  {
    name: 'a toJSON that throws',
    handler: async () => ({
      toJSON() {
        throw new Error('toJSON');
      },
    }),
    expected: { status: 430, trace: 'stringify response to json failed: toJSON' },
  },
  {
    name: 'an answer of exactly 6 MB',
    handler: async () => 'x'.repeat(6_291_456 - 2),
    expected: { result: 'x'.repeat(6_291_456 - 2), by: 'promise' },
  },
  {
    name: 'an answer one byte above 6 MB',
    handler: async () => 'x'.repeat(6_291_456 - 1),
    expected: { status: 407 },
  },
  {
    name: 'an answer above 6 MB in bytes, not in characters',
    handler: async () => '字'.repeat(2_097_152),
    expected: { status: 407 },
  },
  {
    name: 'process.exit',
    handler: async () => process.exit(3),
    expected: { status: 439 },
  },
  {
    name: 'an unhandled rejection before the answer',
    handler: (_e, _c, callback) => {
      Promise.reject(new Error('unhandled'));
      setTimeout(() => callback(null, 1), 20);
    },
    expected: { status: 430, trace: /^Error: unhandled\n/, by: 'uncaught' },
  },
  {
    name: 'an uncaught error before the answer',
    handler: (_e, _c, callback) => {
      later(() => {
        throw new Error('uncaught');
      });
      setTimeout(() => callback(null, 1), 20);
    },
    expected: { status: 430, trace: /^Error: uncaught\n/, by: 'uncaught' },
  },
  {
    name: 'a promise that never settles',
    handler: () => new Promise(() => {}),
    expected: { status: 433 },
  },
  {
    name: 'a callback that is never called, with a timer running',
    handler: (_e, _c, _callback) => void setTimeout(() => {}, 300),
    expected: { status: 433 },
  },
  {
    name: 'a callback that is never called, with nothing running',
    handler: (_e, _c, _callback) => {},
    expected: { result: null, by: 'idle' },
  },
];

/** By the vendor's bootstrap of Node 8.9, statement by statement. */
const legacy: readonly Case[] = (
  [
    ['callback', (_e, _c, callback) => callback(null, 1), { result: 1, by: 'callback' }],
    ['callback later', (_e, _c, cb) => later(() => cb(null, 1)), { result: 1, by: 'callback' }],
    ['promise', async () => 'promised', { result: 'promised', by: 'promise' }],
    [
      'async and callback: the first counts',
      async (_e, _c, callback) => {
        callback(null, 'callback');
        return 'returned';
      },
      { result: 'callback', by: 'callback' },
    ],
    ['plain return', () => 'ignored', { result: null, by: 'idle' }],
    [
      'thrown Error: the whole stack',
      () => {
        throw new Error('bad');
      },
      { status: 430, trace: /^Error: bad\n\s+at /, by: 'throw' },
    ],
    [
      'callback Error: the message alone',
      (_e, _c, cb) => cb(new Error('bad')),
      { status: 430, trace: 'bad' },
    ],
    ['callback text', (_e, _c, cb) => cb('bad'), { status: 430, trace: notError('bad') }],
    [
      'thrown text: answered with null',
      () => {
        throw 'bad';
      },
      { result: null, by: 'idle' },
    ],
    [
      'thrown null',
      () => {
        throw null;
      },
      { status: 430, trace: "Cannot read properties of null (reading 'stack')" },
    ],
    ['rejection', () => Promise.reject(new Error('no')), { status: 430, trace: 'no', by: 'promise' }],
    [
      'callback with BigInt',
      (_e, _c, cb) => cb(null, 1n),
      { status: 430, trace: /^stringify response to json failed: / },
    ],
    ['callback with a function', (_e, _c, cb) => cb(null, () => 1), { result: null, by: 'idle' }],
    [
      'context.succeed with a function',
      (_e, context) => context.succeed(() => 1),
      { status: 430, trace: "Cannot read properties of undefined (reading 'length')" },
    ],
    ['context.done', (_e, context) => context.done(null, 'done'), { result: 'done', by: 'context' }],
    [
      'too long: counts characters',
      async () => '字'.repeat(2_097_152),
      { result: '字'.repeat(2_097_152), by: 'promise' },
    ],
    ['too long', async () => 'x'.repeat(6_291_456), { status: 407, trace: 'body size is too long' }],
  ] satisfies [string, Handler, Expected][]
).map(([name, handler, expected]) => ({
  name: `Node 8.9, ${name}`,
  handler,
  expected,
  runtime: 'Nodejs8.9',
}));

const oldest: readonly Case[] = [
  {
    name: 'Node 6.10 follows no promise',
    handler: () => Promise.resolve('promised'),
    runtime: 'Nodejs6.10',
    expected: { result: null, by: 'idle' },
  },
  {
    name: 'Node 6.10, callback',
    handler: (_e, _c, callback) => callback(null, 'x'),
    runtime: 'Nodejs6.10',
    expected: { result: 'x', by: 'callback' },
  },
];

const cases = [...fromResults, ...fromErrors, ...styles, ...legacy, ...oldest];

function expectEnd(outcome: Outcome, expected: Expected): void {
  if ('result' in expected) {
    expect(outcome).toMatchObject({ ok: true, statusCode: 200, answeredBy: expected.by });
    expect(outcome.ok && outcome.result).toEqual(expected.result);
    return;
  }
  expect(outcome).toMatchObject({ ok: false, statusCode: expected.status });
  if (expected.by !== undefined) expect(outcome).toMatchObject({ answeredBy: expected.by });
  const trace = outcome.ok ? undefined : outcome.body.stackTrace;
  if (typeof expected.trace === 'string') expect(trace).toBe(expected.trace);
  if (expected.trace instanceof RegExp) expect(trace).toMatch(expected.trace);
}

describe('the bootstrap', () => {
  test('is covered by well over 60 cases', () => {
    expect(cases.length).toBeGreaterThanOrEqual(100);
  });

  test.for(cases)('$name', async ({ handler, expected, runtime = 'Nodejs18.15' }) => {
    expectEnd(await invoke(handler, {}, { runtime, timeoutMs: 150, quiet: true }), expected);
  });
});
