export { type ArbitraryOptions, arbitraryOf } from './arbitraryOf.js';
export { type DeliveryOptions, deliveriesOf } from './delivery/deliveriesOf.js';
export {
  type Attempt,
  type Delivered,
  type Delivery,
  type DeliveryStep,
  deliver,
} from './delivery/delivery.js';
export { describeFailure } from './describeFailure.js';
export type { HttpAnswer } from './effects/httpEffects.js';
export { effect, type Fault, type FaultKind, OutsideFault } from './effects/recorder.js';
export { type Trace, type TraceOf, traceByName } from './effects/trace.js';
export { readStored, type StoredFailure, storedFailures, usualStore } from './failureStore.js';
export { findFailures } from './findFailures.js';
export {
  FuzzFailure,
  type FuzzHandlerOptions,
  type FuzzReport,
  fuzzHandler,
  fuzzReport,
  replayFailure,
} from './fuzzHandler.js';
export type {
  Failure,
  FuzzOptions,
  FuzzResult,
  HandlerFactory,
  Seen,
  WorldTools,
} from './fuzzOptions.js';
export { lifeOf } from './lifeOf.js';
export { oracles } from './oracles/index.js';
export type { Case, Complaint, Oracle, Trial } from './oracles/oracle.js';
export { type Spoiled, spoiledOf } from './spoiledOf.js';
export type { Story, Visit } from './story.js';
