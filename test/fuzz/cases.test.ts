import { expect, test } from 'vitest';
import { casesOf } from '../../src/fuzz/search/cases.js';
import { check, describeIssue, triggers } from '../../src/index.js';
import { casesToTry } from '../nightly.js';

test.each(triggers.map((trigger) => [trigger.name, trigger] as const))(
  'cases of %s break no rule but those that an edge case says it breaks',
  (_name, trigger) => {
    const announced = new Set(trigger.edgeCases.flatMap((edge) => edge.reports ?? []));
    const cases = casesOf(trigger, { seed: 'hunt' });
    const problems: string[] = [];
    for (let run = 0; run < casesToTry(25, 250); run++) {
      for (const {
        shrinkable: { value },
      } of cases.ofRun(run)) {
        const events = value.other === undefined ? [value.event] : [value.event, value.other];
        const issues = events.flatMap((event) => check(trigger, event));
        const wrong = issues.filter(({ severity, rule }) => severity === 'error' && !announced.has(rule));
        problems.push(...wrong.map((issue) => `case ${run}: ${describeIssue(issue)}`));
      }
    }
    expect(problems).toEqual([]);
  },
);
