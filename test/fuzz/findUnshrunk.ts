import { findFailuresWith } from '../../src/fuzz/findFailures.js';
import type { findFailures } from '../../src/fuzz/index.js';
import { isNightly } from '../nightly.js';

/**
 * What a search finds, as it was drawn, without what the code tells and without the edge cases of the trigger: shrinking,
 * learning and edge cases take longer than finding, and have tests of their own. By night all of it is done.
 */
export const findUnshrunk: typeof findFailures = (factory, options, stored) =>
  findFailuresWith(
    { isShrinking: isNightly },
    factory,
    { learn: isNightly, edges: isNightly, ...options },
    stored,
  );
