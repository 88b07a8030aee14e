export { type ArbitraryOptions, arbitraryOf } from './arbitraryOf.js';
export { describeFailure } from './describeFailure.js';
export { effect, OutsideFault } from './effects/recorder.js';
export { type Trace, type TraceOf, traceByName } from './effects/trace.js';
export { readStored, type StoredFailure, storedFailures, usualStore } from './failureStore.js';
export {
  type Failure,
  type FuzzOptions,
  type FuzzResult,
  findFailures,
  type HandlerFactory,
  type Seen,
  type WorldTools,
} from './findFailures.js';
export {
  FuzzFailure,
  type FuzzHandlerOptions,
  type FuzzReport,
  fuzzHandler,
  fuzzReport,
  replayFailure,
} from './fuzzHandler.js';
export { lifeOf } from './lifeOf.js';
export { oracles } from './oracles/index.js';
export type { Case, Complaint, Oracle, Trial } from './oracles/oracle.js';
export { type Spoiled, spoiledOf } from './spoiledOf.js';
export type { Story, Visit } from './story.js';
