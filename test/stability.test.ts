import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { edgeCases, samples, triggers } from '../src/index.js';

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

/** Committed fixtures must not change by themselves: a changed digest is a line in the changelog. */
test('every kind gives the bytes it gave before', async () => {
  await expect(`${JSON.stringify(digestsOf(), null, 2)}
`).toMatchFileSnapshot('./stability.json');
});
