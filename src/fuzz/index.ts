export { type ArbitraryOptions, arbitraryOf } from './arbitraries/arbitraryOf.js';
export { type DeliveryOptions, deliveriesOf } from './arbitraries/deliveriesOf.js';
export { lifeOf } from './arbitraries/lifeOf.js';
export { type Malformed, malformedOf } from './arbitraries/malformedOf.js';
export {
  type Complaint,
  type Spoiled,
  type Story,
  spoiledOf,
  traceByName,
  usualStore,
  type Visit,
} from './deprecated.js';
export { findFailures } from './findFailures.js';
export {
  FuzzFailure,
  type FuzzHandlerOptions,
  type FuzzReport,
  fuzzHandler,
  fuzzReport,
  replayFailure,
} from './fuzzHandler.js';
export type { FuzzOptions, Seen, WorldTools } from './fuzzOptions.js';
export { type FuzzWebOptions, fuzzWeb, type WebFunction, webHandler } from './fuzzWeb.js';
export { guideOf } from './guideOf.js';
export type { Guide } from './oracles/guides/guide.js';
export { oracles } from './oracles/index.js';
export type { Case, Oracle, Trial, Violation } from './oracles/oracle.js';
export {
  type Attempt,
  type Delivered,
  type Delivery,
  type DeliveryStep,
  deliver,
} from './play/delivery.js';
export {
  type EffectKind,
  type EffectKindOf,
  effectKindByName,
  type Trace,
  type TraceOf,
} from './play/effects/effectKind.js';
export type { AnswerParts, Answers } from './play/effects/givenAnswers.js';
export {
  effect,
  type Fault,
  type FaultKind,
  type HttpAnswer,
  OutsideFault,
} from './play/effects/recorder.js';
export type { Execution, HandlerFactory, Invocation } from './play/execution.js';
export { removeTemporaryOf } from './play/removeTemporaryOf.js';
export type { WebApp } from './play/serverOf.js';
export { describeFailure } from './report/describeFailure.js';
export {
  defaultStore,
  readStored,
  type StoredFailure,
  storedFailures,
  storedPaths,
} from './report/failureStore.js';
export { findingPage } from './report/findingPage.js';
export { firstScreen, nextStep } from './report/firstScreen.js';
export type {
  ReportedCall,
  ReportedExecution,
  ReportedStep,
  ReportedValue,
} from './report/reportedExecution.js';
export {
  type ReportedFailure,
  type RunReport,
  reportedFailure,
  runReportOf,
} from './report/runReport.js';
export { causeOf } from './search/causeOf.js';
export type { SearchJournal } from './search/journal.js';
export type { Failure, FuzzResult, Verdict } from './search/result.js';
