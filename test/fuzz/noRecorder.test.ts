import { expect, test, vi } from 'vitest';
import { fuzzReport } from '../../src/fuzz/index.js';
import { timer } from '../../src/index.js';

vi.mock('../../src/fuzz/play/effects/httpEffects.js', () => ({
  recordHttp() {
    throw Object.assign(new Error("Cannot find package 'msw'"), { code: 'ERR_MODULE_NOT_FOUND' });
  },
}));

const options = { trigger: timer, runs: 1, store: false as const, learn: false };

test('without msw no handler is loaded', async () => {
  let loads = 0;
  const make = () => {
    loads++;
    return async () => null;
  };
  await expect(fuzzReport(make, options)).rejects.toMatchObject({ name: 'Misuse', code: 'NO_RECORDER' });
  expect(loads).toBe(0);
  await fuzzReport(make, { ...options, http: false });
  expect(loads).toBeGreaterThan(0);
});
