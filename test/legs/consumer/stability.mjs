// Prints the digests of every kind, as test/stability.test.ts takes them.
import { createHash } from 'node:crypto';
import { edgeCases, samples, triggers } from 'scf-fixtures';

const digests = {};
for (const trigger of triggers) {
  const own = {};
  for (const seed of [42, 1337, 1211]) {
    const hash = createHash('sha256');
    for (const event of samples(trigger, { seed, count: 200 })) hash.update(`${JSON.stringify(event)}\n`);
    own[seed] = hash.digest('hex');
  }
  const edges = createHash('sha256');
  for (const edge of edgeCases(trigger)) edges.update(`${edge.name} ${edge.text}\n`);
  own.edges = edges.digest('hex');
  digests[trigger.name] = own;
}
console.log(JSON.stringify(digests));
