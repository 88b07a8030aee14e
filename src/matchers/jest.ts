import { expect } from '@jest/globals';
import { registerMatchers } from './allMatchers.js';
import type { ScfMatchers } from './scfMatchers.js';

registerMatchers(expect);

declare global {
  namespace jest {
    interface Matchers<R, T> extends ScfMatchers<R> {}
    // biome-ignore lint/suspicious/noExplicitAny: an asymmetric matcher stands where any type is expected
    interface Expect extends ScfMatchers<any> {}
  }
}

declare module 'expect' {
  interface Matchers<R extends void | Promise<void>, T> extends ScfMatchers<R> {}
  // biome-ignore lint/suspicious/noExplicitAny: an asymmetric matcher stands where any type is expected
  interface AsymmetricMatchers extends ScfMatchers<any> {}
}
