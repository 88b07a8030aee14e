import { expect, test } from 'vitest';
import { type Trigger, timer } from '../../src/index.js';
import { type Callable, type Handle, judgedOnce } from './judgedOnce.js';

const at = {
  trigger: timer as Trigger,
  event: { Type: 'Timer', TriggerName: 'daily', Time: '2026-01-15T00:00:00Z', Message: '' },
};

const triedThrice =
  (atLast: (world: Callable) => unknown): Handle =>
  (world) =>
  async () => {
    for (let attempt = 0; attempt < 3; attempt++) {
      try {
        return await world.call('rates.put', 'today');
      } catch {
        // Once more.
      }
    }
    return atLast(world);
  };

const failed = () => {
  throw new Error('not stored');
};

test.each<readonly [what: string, atLast: (world: Callable) => unknown, told: string | undefined]>([
  ['forgets it', () => undefined, 'rates.put fails'],
  ['fails', failed, undefined],
  ['says so', () => ({ ok: false }), undefined],
  [
    'keeps it elsewhere, which is down as well, and fails',
    ({ call }) => call('later.push', 'today'),
    undefined,
  ],
])('who tries three times, and then %s', async (_what, atLast, told) => {
  const violation = await judgedOnce('swallowed-failure', at, triedThrice(atLast));
  expect(violation?.what).toBe(told);
  if (told !== undefined) expect(violation?.detail).toContain('rates.put fails however often it is tried');
});

/** A call by a callback, as clients have them. */
const byCallback =
  (onError: (reject: (error: unknown) => void, error: unknown) => void): Handle =>
  ({ call }) =>
  () =>
    new Promise((resolve, reject) => {
      call('db.put', 'a').then(resolve, (error: unknown) => onError(reject, error));
    });

test.each<readonly [what: string, handle: Handle, told: string | undefined]>([
  ['is only logged', byCallback((_reject, error) => console.error(error)), 'no answer after a failure'],
  ['is passed on', byCallback((reject, error) => reject(error)), undefined],
])('an outside call fails, and its error %s', async (_what, handle, told) => {
  const violation = await judgedOnce('never-settles', at, handle);
  expect(violation?.what).toBe(told);
});
