import { findFailuresWith } from '../../src/fuzz/findFailures.js';
import type { findFailures } from '../../src/fuzz/index.js';
import { isNightly } from '../nightly.js';

/** What a search finds, as it was drawn: shrinking takes longer than finding, and has tests of its own. By night it is shrunk. */
export const findUnshrunk: typeof findFailures = (factory, options, stored) =>
  findFailuresWith({ isShrinking: isNightly }, factory, options, stored);
