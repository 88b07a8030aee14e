import type { Payload } from '../../src/core.js';

/** What is fixed about an event beside what the command line says, which wins. */
export interface Turn {
  readonly overrides?: object;
  readonly payload?: Payload;
  readonly options?: Readonly<Record<string, unknown>>;
}
