/** Everything but the triggers themselves: `loadTrigger` loads one when it is needed. */

export type { CommandOutputs } from './commandOutputs.js';
export { type Config, defineConfig, type KindConfig } from './defineConfig.js';
export { deployed } from './domain/http/deployed.js';
export {
  type Base64Headers,
  type Cors,
  type Deployment,
  type DeploymentFact,
  type DeploymentFlag,
  deploymentFacts,
  type Stage,
} from './domain/http/deployment.js';
export {
  type ClientHeaders,
  type ClientRefusal,
  type ClientRules,
  refuseForeign,
} from './domain/http/refuseForeign.js';
export { type CheckOptions, check } from './kernel/check.js';
export { type Contract, contractOf } from './kernel/contract.js';
export { decode } from './kernel/decode.js';
export { defineTrigger } from './kernel/defineTrigger.js';
export {
  type BatchLens,
  type DeliveryRules,
  deliveryRulesOf,
  type Equivalent,
  type MetamorphicRelation,
  type OtherDeployment,
  type RetryRule,
} from './kernel/delivery.js';
export { Draw, type DrawRequest, type Payload, plainRequest } from './kernel/draw.js';
export { exampleKeys } from './kernel/exampleKeys.js';
export { type FieldDescription, fieldAt } from './kernel/fieldAt.js';
export {
  describeIssue,
  hasErrors,
  type Issue,
  type IssuePath,
  pathText,
  type Severity,
} from './kernel/issue.js';
export type { JsonObject, JsonSchema, JsonValue } from './kernel/json.js';
export { isObject, jsonBytes } from './kernel/json.js';
export { largestEventBytes, largestResponseBytes } from './kernel/limits.js';
export { Misuse } from './kernel/misuse.js';
export { nearest } from './kernel/nearest.js';
export type { Overrides } from './kernel/overrides.js';
export {
  type DrawnEdgeCase,
  type DrawOptions,
  defaultSeed,
  edgeCaseNamed,
  edgeCases,
  indexes,
  type SampleOptions,
  type SamplesOptions,
  sample,
  samples,
} from './kernel/sample.js';
export { referredSchema } from './kernel/schemaReference.js';
export { SeededDraw } from './kernel/seededDraw.js';
export type {
  DecodedPart,
  DeployedForm,
  DeploymentFacts,
  DeploymentRules,
  EdgeCase,
  EventOf,
  Invocation,
  OptionSpec,
  OptionSpecs,
  Report,
  Rule,
  Stretch,
  Trigger,
  TriggerDefinition,
} from './kernel/trigger.js';
export { wholeEvent } from './kernel/trigger.js';
export { schemasAt } from './kernel/unknownFields.js';
export { visible } from './kernel/visible.js';
export { kinds, loadTrigger } from './loadTrigger.js';
