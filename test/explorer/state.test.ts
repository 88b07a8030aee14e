import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashOf, languages, type State, stateOf, views } from '../../src/explorer/state.js';
import { kinds } from '../../src/index.js';

const states: fc.Arbitrary<State> = fc.record(
  {
    kind: fc.constantFrom(...kinds),
    seed: fc.string({ unit: 'grapheme' }),
    index: fc.maxSafeNat(),
    hostile: fc.integer({ min: 0, max: 20 }).map((steps) => steps / 20),
    edge: fc.constantFrom('', 'unknown-fields'),
    options: fc.dictionary(fc.constantFrom('records', 'cron', '__proto__'), fc.string({ minLength: 1 }), {
      noNullPrototype: true,
    }),
    view: fc.constantFrom(...views),
    language: fc.constantFrom(...languages),
    theme: fc.constantFrom(undefined, 'light' as const, 'dark' as const),
  },
  { noNullPrototype: true },
);

test('an address brings back the state that it was made of', () => {
  fc.assert(
    fc.property(states, fc.constantFrom(...languages), (state, system) => {
      expect(stateOf(hashOf(state, system), system)).toEqual(state);
    }),
  );
});

test('an address says only what differs from the start', () => {
  const start = stateOf('', 'zh');
  expect(hashOf(start, 'zh')).toBe('#kind=apigw');
  expect(hashOf({ ...start, kind: 'timer', index: 7, options: { cron: '0 0 * * *' } }, 'zh')).toBe(
    '#kind=timer&index=7&option.cron=0+0+*+*+*',
  );
});

test.each([
  '#kind=nope&index=-1&hostile=2&view=x&lang=fr&theme=blue',
  '#kind=__proto__&index=1e99&hostile=NaN',
  '#%',
])('what %s says wrongly is as at the start', (hash) => {
  expect(stateOf(hash, 'en')).toEqual(stateOf('', 'en'));
});
