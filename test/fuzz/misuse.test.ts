import { expect, test } from 'vitest';
import { gatewayFetch } from '../../src/fakes/index.js';
import { fuzzHandler, fuzzReport } from '../../src/fuzz/index.js';
import { timer } from '../../src/index.js';

// As a caller without types may write it.
const fuzz = fuzzHandler as (handler?: unknown, options?: unknown) => Promise<unknown>;
const handler = async (event: { Message: string }) => event.Message.length;
const make = () => handler;

test.each<[string, unknown, unknown, string, string]>([
  [
    'a handler instead of what makes one',
    handler,
    { trigger: timer },
    'NO_HANDLER',
    'write fuzzHandler(() => handler',
  ],
  ['what makes no function', () => ({ handler }), { trigger: timer }, 'NO_HANDLER', 'it gives no function'],
  ['nothing at all', undefined, { trigger: timer }, 'NO_HANDLER', 'Cannot fuzz undefined'],
  ['the name of a trigger', make, { trigger: 'function-url' }, 'NO_TRIGGER', '{ trigger: functionUrl }'],
  ['no options', make, undefined, 'NO_TRIGGER', 'the trigger undefined'],
  ['an unknown option', make, { trigger: timer, run: 5 }, 'UNKNOWN_OPTION', 'Did you mean "runs"?'],
  [
    'a number as text',
    make,
    { trigger: timer, runs: '5' },
    'INVALID_OPTION',
    'with runs: "5". Give a number.',
  ],
  ['one zone', make, { trigger: timer, timeZones: 'UTC' }, 'INVALID_OPTION', 'Give a list.'],
  ['a list of oracles', make, { trigger: timer, oracles: ['crash'] }, 'INVALID_OPTION', 'Give an object.'],
  [
    'an address without a list',
    make,
    { trigger: timer, allow: 'a.example:1' },
    'INVALID_OPTION',
    'Give a list.',
  ],
])('%s is told in a sentence', async (_what, given, options, code, words) => {
  const all = typeof options === 'object' ? { runs: 1, store: false, learn: false, ...options } : options;
  const error = await fuzz(given, all).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ name: 'Misuse', code, message: expect.stringContaining(words) });
  expect((error as Error).message).toMatch(/^Cannot /);
});

test('a factory that takes no world and fails at load is the handler’s own failure', async () => {
  const { failures } = await fuzzReport(
    () => {
      return (undefined as never as { handler: () => null }).handler;
    },
    { trigger: timer, runs: 1, store: false, learn: false },
  );
  expect(failures[0]).toMatchObject({ oracle: 'crash', what: 'load TypeError' });
});

test('a request without options is told in a sentence', async () => {
  const send = gatewayFetch as (handler: unknown, request: unknown) => Promise<unknown>;
  await expect(send(make(), 'https://api.example.com/')).rejects.toMatchObject({
    name: 'Misuse',
    code: 'UNKNOWN_FRONT_END',
  });
});
