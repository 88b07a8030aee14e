import { kindOf, triggerNamed } from '../registry.js';
import { checkTriggerDesc } from '../triggerdesc/checkTrigger.js';
import { eventMatchers, matchers, triggerDescMatchers } from './index.js';
import { nameRuleInDiff } from './ruleInDiff.js';

/** What the `expect` of Vitest and of Jest have in common. */
interface Extensible {
  extend(matchers: typeof allMatchers): void;
}

const allMatchers = {
  ...matchers,
  ...eventMatchers({ kindOf, triggerNamed }),
  ...triggerDescMatchers({ checkTriggerDesc }),
};

/** Registers every matcher, with those of the events and of TriggerDescs. */
export function registerMatchers(expect: Extensible): void {
  expect.extend(allMatchers);
  for (const [name, matcher] of Object.entries(allMatchers)) {
    nameRuleInDiff(Reflect.get(expect, name)(), matcher);
  }
}
