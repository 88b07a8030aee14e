export { createFunctionPool, type FunctionPool } from './functionPool.js';
export type { InvokeRequest } from './invokeApi/actions.js';
export type { ApiProblem } from './invokeApi/apiProblem.js';
export {
  type FakeInvokeApi,
  type FakeInvokeApiOptions,
  fakeInvokeApi,
  type InvokeApiCall,
} from './invokeApi/fakeInvokeApi.js';
export type { InvokedFunction, InvokedFunctions } from './invokeApi/functions.js';
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
