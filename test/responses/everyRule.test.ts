import { describe, expect, test } from 'vitest';
import { checkResponse, responses } from '../../src/responses/index.js';
import { faithfulRule, returnRules } from '../../src/responses/returnRules.js';
import { alsoBroken, responsePairs } from './rulePairs.js';

describe.each(responses.map((contract) => [contract.name, contract] as const))('%s', (kind, contract) => {
  const rules = [...returnRules, faithfulRule, ...contract.rules].map(({ name }) => name);

  test.each(rules)('%s', (rule) => {
    const given = responsePairs[kind]?.[rule] ?? [];
    expect(given.length, `${kind}/${rule} has no pair in test/responses/rulePairs.ts`).toBeGreaterThan(0);
    for (const { what, broken, fine, at, connectEvent } of given) {
      const context = connectEvent === undefined ? {} : { connectEvent };
      const issues = checkResponse(kind, broken, context);
      const also = (alsoBroken[what] ?? []).filter((name) => rules.includes(name));
      const found = new Set(issues.map((issue) => issue.rule));
      for (const name of also) found.delete(`${kind}/${name}`);
      expect([what, ...found]).toEqual([what, `${kind}/${rule}`]);
      const places = issues
        .filter((issue) => issue.rule === `${kind}/${rule}`)
        .map(({ path }) => path.join('.'));
      expect([what, places]).toEqual([what, [at]]);
      expect([what, ...checkResponse(kind, fine, context).map((issue) => issue.rule)]).toEqual([what]);
    }
  });

  test('no pair stands for a rule that there is not', () => {
    expect(Object.keys(responsePairs[kind] ?? {}).filter((rule) => !rules.includes(rule))).toEqual([]);
  });
});
