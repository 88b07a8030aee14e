export { buildTrigger, sampleTrigger, type TriggerSampleOptions, triggerEdgeCases } from './buildTrigger.js';
export { checkTrigger, checkTriggerDesc } from './checkTrigger.js';
export { checkTriggers } from './checkTriggers.js';
export {
  type CosConflict,
  type CosConflictOptions,
  type CosRule,
  cosConflicts,
  cosEvents,
  firesFor,
  mostRulesPerBucket,
  type ObjectEvent,
} from './cosRules.js';
export type {
  CreateCmqTrigger,
  CreateJsonTrigger,
  CreateTimerTrigger,
  CreateTriggerBase,
  CreateTriggerRequest,
} from './createTrigger.js';
export * as cron from './cron.js';
export { deliverable, eventKindsOf, requestsOf } from './deliverable.js';
export type { BuiltTrigger, DeliveryOptions, EventRequest, TriggerConfig, TriggerEdgeCase } from './kind.js';
export { type FoundTrigger, type FoundTriggers, readTriggers, triggersIn } from './readTriggers.js';
export { type TriggerInput, type TriggerType, triggerTypes } from './triggerKinds.js';
