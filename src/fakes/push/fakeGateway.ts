import { AsyncResource } from 'node:async_hooks';
import { HttpResponse, http, type RequestHandler } from 'msw';
import type { PushRecord, PushRecorder } from '../../domain/websocket/pushRecord.js';
import { describeIssue } from '../../kernel/issue.js';
import { judgeResponse, renderResponse, responseNamed } from '../../responses/index.js';
import { currentInvocation, type InstanceOptions, type Outcome } from '../../runtime/index.js';
import { isBodyless } from '../frontEnds/fetchParts.js';
import { type Listening, type ListenOptions, listenTo } from '../listenTo.js';
import { exactUrl } from '../urlPattern.js';
import {
  type ClientListeners,
  Connection,
  type ConnectionHost,
  type FakeClient,
  type GatewayInvocation,
  type WebsocketFunctions,
} from './connection.js';
import { Connections } from './connections.js';
import type { FaultTarget, PushFault } from './faults.js';
import { FunctionCalls } from './functionCalls.js';
import { connectEvent, type Handshake } from './lifeEvents.js';
import { type PushAnswer, PushEndpoint, type PushReply } from './pushEndpoint.js';
import type { PushRequest } from './readPush.js';

/** What a fake gateway is made of; all may be left out. */
export interface FakeGatewayOptions {
  /** The reverse-push address of the API, where the functions under test POST to. */
  readonly pushUrl?: string;
  /** Ids of connections that are open from the start. */
  readonly connections?: readonly string[];
  /**
   * The answer to a push to a connection that does not exist, is not yet accepted or no longer open. What the platform
   * answers is documented nowhere; left out, it is HTTP 200 with `{ errNo: 1, errMsg: 'no such connection' }`, since an
   * errNo other than 0 is the only documented way to say that a push failed.
   */
  readonly unknownConnection?: PushReply;
  /** The functions behind the API, which {@link FakeGateway.connect} and its clients call. */
  readonly functions?: WebsocketFunctions;
  /** How those functions are run: time limit, environment variables, … Pushes from a worker do not reach `listen`. */
  readonly invocation?: InstanceOptions;
  /** What ids and events of connections are drawn from; 42 when left out. */
  readonly seed?: string | number;
  /** How many pushes, refusals, invocations and ended connections are kept on record, the newest; all when left out. */
  readonly maxKept?: number;
  /** @deprecated Use {@link FakeGatewayOptions.maxKept}. */
  readonly mostKept?: number;
}

/** How a client connects. */
export interface ConnectOptions extends Handshake, ClientListeners {
  /** Functions of this connection alone, in place of the gateway's. */
  readonly functions?: WebsocketFunctions;
}

/** The side of API Gateway that WebSocket functions talk to. */
export interface FakeGateway extends PushRecorder, AsyncDisposable {
  readonly pushUrl: string;
  /** For a `setupServer` of your own. */
  readonly handlers: readonly RequestHandler[];
  /** Every client, in the order of their handshakes, refused and gone ones too. */
  readonly clients: readonly FakeClient[];
  /** What the gateway called, in the order of the answers. */
  readonly invocations: readonly GatewayInvocation[];
  /** @throws Misuse UNKNOWN_CLIENT. */
  client(id: string): FakeClient;
  /**
   * A client connects: the registration function decides. A client that is refused (errNo other than 0, an invalid reply,
   * a failure, a time-out) has the state `refused`, and the reason.
   *
   * @throws Misuse CONNECTION_EXISTS.
   */
  connect(options?: ConnectOptions): Promise<FakeClient>;
  /** Lets pushes fail from now on; the returned function ends that. The fault that was ordered last wins. */
  fail(fault: PushFault, target?: FaultTarget): () => void;
  /** Answers one push, for a server of your own; `reset` means to break the connection. */
  answerPush(request: PushRequest): Promise<PushAnswer>;
  /** Answers the pushes of this process until the test is over; then the gateway is closed. */
  listen(options?: ListenOptions): Listening;
  /** Resolves when no invocation of the gateway has work left. */
  settled(): Promise<void>;
  /** Lets pushes that wait for ever fail, and ends the instances of the functions. What is on record stays. */
  close(): Promise<void>;
}

const examplePushUrl = 'http://set-gwm9thyc.cb-guangzhou.apigateway.tencentyun.com/api-etj7lhtw';

/**
 * Makes the other side of WebSocket functions: it takes their reverse pushes, and plays clients that connect, send and leave.
 *
 * A malformed push gets HTTP 400 with what is wrong; that answer is the fake's own, the platform's is documented nowhere.
 *
 * @throws Misuse INVALID_URL.
 * @example
 * const gateway = fakeGateway({
 *   functions: {
 *     transfer: async ({ websocket }) => {
 *       const body = JSON.stringify({ websocket: { ...websocket, data: `you said ${websocket.data}` } });
 *       await fetch(gateway.pushUrl, { method: 'POST', body });
 *     },
 *   },
 * });
 * const listening = gateway.listen();
 * const client = await gateway.connect({ id: 'abc==' });
 * await client.send('hello');
 * client.received; // ['you said hello']
 * await listening.close();
 */
export function fakeGateway(options: FakeGatewayOptions = {}): FakeGateway {
  const { pushUrl = examplePushUrl, functions = {}, seed = 42 } = options;
  const pattern = exactUrl(pushUrl);
  const maxKept = options.maxKept ?? options.mostKept ?? Number.POSITIVE_INFINITY;
  const clients = new Connections(maxKept);
  const endpoint = new PushEndpoint(clients.byId, maxKept, options.unknownConnection);
  const calls = new FunctionCalls(maxKept, options.invocation);
  // What the fake does must not count as work of the function that pushes.
  const outside = new AsyncResource('fakeGateway');
  let handshakes = 0;

  const answerPush = (request: PushRequest): Promise<PushAnswer> => {
    const caller = currentInvocation();
    return outside.runInAsyncScope(() => endpoint.answer(request, caller));
  };

  const settled = () => calls.settled();

  const host: ConnectionHost = {
    maxKept,
    call: (role, client, event) => calls.call(role, client, event),
    recordOf: (client) => ({
      subject: 'client',
      pushes: client.messages,
      get refused() {
        return endpoint.refused.filter(({ connectionId }) => connectionId === client.id);
      },
      connections: [client],
      settled,
    }),
  };

  const record: PushRecord = {
    subject: 'gateway',
    pushes: endpoint.pushes,
    refused: endpoint.refused,
    get connections() {
      return [...clients.byId.values()];
    },
    settled,
  };

  for (const id of options.connections ?? [])
    clients.add(new Connection(id, host, functions)).decide(undefined);

  const close = async (): Promise<void> => {
    endpoint.release();
    await calls.close();
  };

  const handlers: readonly RequestHandler[] = [
    http.all(pattern, async ({ request }) => {
      const body = new Uint8Array(await request.arrayBuffer());
      const answer = await answerPush({ method: request.method, body });
      if (answer.kind === 'reset') return HttpResponse.error();
      const { status, body: text } = answer;
      const headers = { 'content-type': 'application/json' };
      return new HttpResponse(isBodyless(status) ? null : text, { status, headers });
    }),
  ];

  return {
    pushUrl,
    handlers,
    record,
    invocations: calls.invocations,
    get clients() {
      return [...clients.byId.values()];
    },
    client: (id) => clients.named(id),
    async connect(asked = {}) {
      const event = connectEvent(asked, seed, handshakes++);
      const ownFunctions = { ...functions, ...asked.functions };
      const client = clients.add(new Connection(event.websocket.secConnectionID, host, ownFunctions, asked));
      const outcome = await calls.call('register', client, event);
      if (outcome === undefined) client.decide(undefined);
      else decideBy(outcome, event, client);
      return client;
    },
    fail: (fault, target = {}) => endpoint.faults.add(fault, target),
    answerPush,
    listen: (listenOptions) => listenTo(handlers, listenOptions, close),
    settled,
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** Ends a handshake by what the registration function answered. */
function decideBy(outcome: Outcome, event: GatewayInvocation['event'], client: Connection): void {
  const contract = responseNamed('websocket-reply');
  if (!outcome.ok) {
    const refusal = `the registration function failed: ${outcome.status}`;
    client.decide(renderResponse(contract, null), refusal);
    return;
  }
  const { issues, rendered } = judgeResponse(contract, outcome.result, { connectEvent: event });
  const error = issues.find(({ severity }) => severity === 'error');
  const { errNo, errMsg } = Object(outcome.result);
  if (error !== undefined) client.decide(rendered, `the reply is invalid: ${describeIssue(error)}`);
  else if (errNo !== 0) client.decide(rendered, `the reply has errNo ${errNo}: ${errMsg}`);
  else client.decide(rendered);
}
