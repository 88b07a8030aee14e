import { describe, expect } from 'vitest';
import { testAtNight } from '../nightly.js';
import { judgedAlone } from './judgedAlone.js';
import { processPairs } from './processPairs.js';

describe.each(processPairs)('%s', (name, trigger, broken, mended) => {
  testAtNight('complains of a handler that breaks it', async () => {
    const failures = await judgedAlone(name, { trigger, runs: 12, longestMs: 1000, maxFailures: 1 }, broken);
    expect(failures.map((failure) => failure.oracle)).toEqual([name]);
  });

  testAtNight('is silent about a handler that does not', async () => {
    const failures = await judgedAlone(name, { trigger, runs: 12, longestMs: 1000, maxFailures: 1 }, mended);
    expect(failures.map((failure) => failure.detail)).toEqual([]);
  });
});
