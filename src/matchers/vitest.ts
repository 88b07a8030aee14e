import { expect } from 'vitest';
import { registerMatchers } from './allMatchers.js';
import type { ScfMatchers } from './scfMatchers.js';

registerMatchers(expect);

declare global {
  namespace Chai {
    interface Assertion extends ScfMatchers<void> {}
  }
}

declare module 'vitest' {
  // biome-ignore lint/suspicious/noExplicitAny: an asymmetric matcher stands where any type is expected
  interface AsymmetricMatchersContaining extends ScfMatchers<any> {}
}
