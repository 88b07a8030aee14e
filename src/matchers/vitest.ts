import { expect } from 'vitest';
import { kindOf, triggerNamed } from '../registry.js';
import { checkTriggerDesc } from '../triggerdesc/checkTrigger.js';
import { eventMatchers, matchers, triggerDescMatchers } from './index.js';
import { nameRuleInDiff } from './ruleInDiff.js';
import type { ScfMatchers } from './scfMatchers.js';

const all = {
  ...matchers,
  ...eventMatchers({ kindOf, triggerNamed }),
  ...triggerDescMatchers({ checkTriggerDesc }),
};

expect.extend(all);

for (const [name, matcher] of Object.entries(all)) {
  nameRuleInDiff(Reflect.get(expect, name)(), matcher);
}

declare global {
  namespace Chai {
    interface Assertion extends ScfMatchers<void> {}
  }
}

declare module 'vitest' {
  // biome-ignore lint/suspicious/noExplicitAny: an asymmetric matcher stands where any type is expected
  interface AsymmetricMatchersContaining extends ScfMatchers<any> {}
}
