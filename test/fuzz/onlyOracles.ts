import { oracles } from '../../src/fuzz/index.js';

/** The switches that leave only these oracles on; none leaves a search that plays cases and judges nothing. */
export const onlyOracles = (...names: readonly string[]): Record<string, boolean> =>
  Object.fromEntries(oracles.map(({ name }) => [name, names.includes(name)]));
