import { describe, expect, test } from 'vitest';
import { type Trigger, triggers } from '../src/index.js';
import { shareOf, type Tally, tableOf, tallyOf } from './mutants/tally.js';
import { tolerated } from './mutants/tolerated.js';
import { casesToTry, testAtNight } from './nightly.js';

const tallies = new Map<string, Tally>();

/** The tally of one kind, counted once. */
function tallied(trigger: Trigger): Tally {
  const tally = tallies.get(trigger.name) ?? tallyOf(trigger);
  tallies.set(trigger.name, tally);
  return tally;
}

describe('a strict check notices single mutations', { timeout: 180_000 }, () => {
  test.each(triggers.map((trigger) => [trigger.name, trigger] as const))('of %s', (_name, trigger) => {
    const { noticed, missed } = tallied(trigger);
    const share = shareOf({ noticed, missed: missed.length });
    expect(share, missed.slice(0, 20).join('\n')).toBeGreaterThanOrEqual(0.95);
  });

  test('of all kinds', () => {
    const all = triggers.map(tallied);
    console.log(tableOf(tallies));
    const noticed = all.reduce((sum, tally) => sum + tally.noticed, 0);
    const missed = all.reduce((sum, tally) => sum + tally.missed.length, 0);
    expect(shareOf({ noticed, missed })).toBeGreaterThanOrEqual(0.99);
  });

  testAtNight('and nothing is tolerated that is not let pass', () => {
    const reasons = new Set(triggers.flatMap((trigger) => [...tallied(trigger).tolerated.keys()]));
    expect(tolerated.map((entry) => entry.because).filter((because) => !reasons.has(because))).toEqual([]);
  });

  test('and would notice less without its rules', () => {
    const all = triggers.filter((trigger) => tallied(trigger).noticed < 750);
    const small = all.slice(0, casesToTry(8, all.length));
    const missed = small.flatMap((trigger) => tallyOf({ ...trigger, rules: [] }).missed);
    expect(missed.filter((text) => text.startsWith('agreement')).length).toBeGreaterThan(20);
    expect(missed.filter((text) => text.startsWith('layer')).length).toBeGreaterThan(20);
  });
});
