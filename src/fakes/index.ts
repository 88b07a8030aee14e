export { type ApigwConfig, apigwFrontEnd, type Base64Headers } from './frontEnds/apigwFrontEnd.js';
export { type ClbConfig, clbFrontEnd } from './frontEnds/clbFrontEnd.js';
export {
  type FakeHttpGateway,
  type FakeHttpGatewayOptions,
  fakeHttpGateway,
} from './frontEnds/fakeHttpGateway.js';
export {
  type Admitted,
  defineFrontEnd,
  type Exchange,
  eventOfRequest,
  exchange,
  type FrontEnd,
  responseOf,
} from './frontEnds/frontEnd.js';
export {
  type FrontEndConfig,
  type FrontEndOptions,
  frontEndNamed,
  frontEnds,
} from './frontEnds/frontEnds.js';
export { type FunctionUrlConfig, functionUrlFrontEnd } from './frontEnds/functionUrlFrontEnd.js';
export { type FunctionOptions, gatewayFetch } from './frontEnds/gatewayFetch.js';
export type { IncomingRequest, ParsedRequest } from './frontEnds/parseRequest.js';
export { createFunctionPool, type FunctionPool } from './functionPool.js';
export type { InvokeRequest } from './invokeApi/actions.js';
export type { ApiProblem } from './invokeApi/apiProblem.js';
export {
  type FakeInvokeApi,
  type FakeInvokeApiOptions,
  fakeInvokeApi,
  type InvokeApiCall,
} from './invokeApi/fakeInvokeApi.js';
export type { DeployedFunction, InvokedFunction, InvokedFunctions } from './invokeApi/functions.js';
export type { ApiCredentials } from './invokeApi/tc3.js';
export { type Listening, type ListenOptions, listenTo } from './listenTo.js';
export type {
  ClientListeners,
  FakeClient,
  GatewayInvocation,
  WebsocketFunctions,
} from './push/connection.js';
export {
  type ConnectOptions,
  type FakeGateway,
  type FakeGatewayOptions,
  fakeGateway,
} from './push/fakeGateway.js';
export type { FaultTarget, PushFault } from './push/faults.js';
export type { Handshake } from './push/lifeEvents.js';
export type { PushAnswer, PushReply } from './push/pushEndpoint.js';
export type { PushRequest } from './push/readPush.js';
export type { ServeLimits } from './serve/limits.js';
export { type RunningServer, serve, serveKindNames } from './serve/serve.js';
export type { Reporter, ServedEvent, ServedPush, ServedRefusal, ServeEntry } from './serve/served.js';
export type { ServeOptions } from './serve/serveOptions.js';
