export { type ArbitraryOptions, arbitraryOf } from './arbitraries/arbitraryOf.js';
export { type DeliveryOptions, deliveriesOf } from './arbitraries/deliveriesOf.js';
export { lifeOf } from './arbitraries/lifeOf.js';
export { type Spoiled, spoiledOf } from './arbitraries/spoiledOf.js';
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
export { oracles } from './oracles/index.js';
export type { Case, Complaint, Oracle, Trial } from './oracles/oracle.js';
export {
  type Attempt,
  type Delivered,
  type Delivery,
  type DeliveryStep,
  deliver,
} from './play/delivery.js';
export type { HttpAnswer } from './play/effects/httpEffects.js';
export { effect, type Fault, type FaultKind, OutsideFault } from './play/effects/recorder.js';
export { type Trace, type TraceOf, traceByName } from './play/effects/trace.js';
export type { Story, Visit } from './play/story.js';
export { describeFailure } from './report/describeFailure.js';
export { readStored, type StoredFailure, storedFailures, usualStore } from './report/failureStore.js';
export { findFailures } from './search/findFailures.js';
