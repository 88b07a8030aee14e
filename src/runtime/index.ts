export { removeBuiltScripts } from './builtScript.js';
export { checkWebFunction, isWebFunction, type WebProblem } from './checkWebFunction.js';
export {
  type ContextOptions,
  createContext,
  platformEnv,
  type ScfContext,
  type ScfContextData,
  type ScfHandler,
  type ScfRuntime,
  scfRuntimes,
} from './context.js';
export { curlOf } from './curlOf.js';
export { deployedProblems, isJavaScript } from './deployedProblems.js';
export { describeIgnored } from './describeIgnored.js';
export { type Difference, describeDifference } from './difference.js';
export { type Settled, settled } from './engine.js';
export type { CodeProblem } from './esModules.js';
export { failingEvents, type NamedEvent } from './failingEvents.js';
export { formatLog } from './formatLog.js';
export { type HttpFileEntry, httpFileOf } from './httpFileOf.js';
export {
  type CurrentInvocation,
  createInstance,
  currentInvocation,
  type HandlerSource,
  type InstanceOptions,
  type InvokeOptions,
  invoke,
  type ScfInstance,
} from './invoke.js';
export type {
  AnsweredBy,
  ErrorBody,
  HandlerNotFound,
  IgnoredAnswer,
  Invoked,
  LateWork,
  LateWorkKind,
  LogLine,
  MemoryLimitReached,
  NotStarted,
  Outcome,
  ProcessExited,
  ResponseTooLarge,
  Success,
  ThrownError,
  TimeLimitReached,
  UserCodeError,
  UserException,
} from './outcome.js';
export { removeStaleTemporary } from './ownTemp.js';
export { processZone } from './processZone.js';
export { type StartedRuntimeApi, startRuntimeApi } from './startRuntimeApi.js';
export type { RequestSpelling, WebRequest } from './webRequest.js';
