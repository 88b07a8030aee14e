import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { edgeCases, samples, triggers } from '../src/index.js';

/** Committed fixtures must not change by themselves: these digests change only with a note in the changelog. */
const golden = JSON.parse(readFileSync(new URL('./stability.json', import.meta.url), 'utf8')) as Record<
  string,
  Record<string, string>
>;

const seeds = [42, 1337, 1211];

function digestsOf(): Record<string, Record<string, string>> {
  const digests: Record<string, Record<string, string>> = {};
  for (const trigger of triggers) {
    const own: Record<string, string> = {};
    for (const seed of seeds) {
      const hash = createHash('sha256');
      for (const event of samples(trigger, { seed, count: 200 })) hash.update(`${JSON.stringify(event)}\n`);
      own[seed] = hash.digest('hex');
    }
    const edges = createHash('sha256');
    for (const edge of edgeCases(trigger)) edges.update(`${edge.name} ${edge.text}\n`);
    own.edges = edges.digest('hex');
    digests[trigger.name] = own;
  }
  return digests;
}

test('every kind gives the bytes it gave before', () => {
  expect(digestsOf()).toEqual(golden);
});
