import { expect } from 'vitest';
import { matchers } from './index.js';
import { nameRuleInDiff } from './ruleInDiff.js';
import type { ScfMatchers } from './scfMatchers.js';

expect.extend(matchers);

for (const [name, matcher] of Object.entries(matchers)) {
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
