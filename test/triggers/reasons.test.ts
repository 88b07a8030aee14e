import { describe, expect, test } from 'vitest';
import { edgeByteBodies, edgeTextBodies } from '../../src/domain/http/edgeBodies.js';
import { edgeCases, triggers } from '../../src/index.js';

describe.each(triggers.map((trigger) => [trigger.name, trigger] as const))('%s', (_name, trigger) => {
  test('gives the reason of every edge case and of every other form of an event', () => {
    const relations = trigger.delivery?.relations ?? [];
    for (const { name, because } of [...edgeCases(trigger), ...relations])
      expect(because, name).toMatch(/\S.{9,}/);
  });
});

test('every body that breaks handlers says why', () => {
  for (const { name, because } of [...edgeTextBodies, ...edgeByteBodies])
    expect(because, name).toMatch(/\S.{9,}/);
});
