export { type ApigwTriggerDesc, apigwTriggerdescContract } from '../generated/apigw-triggerdesc.js';
export { type CkafkaTriggerDesc, ckafkaTriggerdescContract } from '../generated/ckafka-triggerdesc.js';
export { type ClbTriggerBinding, clbTriggerdescContract } from '../generated/clb-triggerdesc.js';
export { type ClsTriggerBinding, clsTriggerdescContract } from '../generated/cls-triggerdesc.js';
export { type CmqTriggerDesc, cmqTriggerdescContract } from '../generated/cmq-triggerdesc.js';
export { type CosTriggerDesc, cosTriggerdescContract } from '../generated/cos-triggerdesc.js';
export { type HttpTriggerDesc, httpTriggerdescContract } from '../generated/http-triggerdesc.js';
export { type MpsTriggerBinding, mpsTriggerdescContract } from '../generated/mps-triggerdesc.js';
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
  maxRulesPerBucket,
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
export { deploymentsOf, type KindDeployment } from './deploymentsOf.js';
export type { DescribedFunction, DescribedFunctions } from './files/describedFunction.js';
export { functionsIn } from './files/functionsIn.js';
export type { FoundTrigger, FoundTriggers } from './foundTriggers.js';
export type { BuiltTrigger, DeliveryOptions, EventRequest, TriggerConfig, TriggerEdgeCase } from './kind.js';
export { objectEventsOf } from './kinds/cos.js';
export { readFunctions, readTriggers, triggersIn } from './readTriggers.js';
export { type TriggerInput, type TriggerType, triggerTypes } from './triggerKinds.js';
