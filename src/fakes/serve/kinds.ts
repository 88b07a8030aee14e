import { describeIssue } from '../../kernel/issue.js';
import type { HandlerSource } from '../../runtime/index.js';
import type { WebsocketCloseEvent } from '../../triggers/websocket-close/websocketClose.js';
import type { WebsocketConnectEvent } from '../../triggers/websocket-connect/websocketConnect.js';
import type { WebsocketDataEvent } from '../../triggers/websocket-data/websocketData.js';
import { exchange, type FrontEnd } from '../frontEnds/frontEnd.js';
import { frontEnds } from '../frontEnds/gatewayFetch.js';
import type { IncomingRequest } from '../frontEnds/parseRequest.js';
import { createFunctionPool } from '../functionPool.js';
import { fakeInvokeApi, type InvokeApiCall } from '../invokeApi/fakeInvokeApi.js';
import type { ApiCredentials } from '../invokeApi/tc3.js';
import { fakeGateway } from '../push/fakeGateway.js';
import { readPush } from '../push/readPush.js';
import type { Turnstile } from '../turnstile.js';
import type { HttpAnswer, HttpService } from './httpServer.js';
import { shownRequest } from './incoming.js';
import type { ServeLimits } from './limits.js';
import type { Reporter } from './served.js';
import type { ServeOptions } from './serveOptions.js';
import { websocketService } from './websocketService.js';

/** What a kind of server is started with. */
export interface KindSetup {
  readonly limits: ServeLimits;
  readonly report: Reporter;
  readonly enter: Turnstile;
}

/** What stands behind the ports of a server. */
export interface Service extends HttpService {
  /** Answers a push; only of a kind that takes them. */
  push?(request: IncomingRequest): Promise<HttpAnswer | 'reset'>;
  /** What a client must know beside the address. */
  readonly notes: readonly string[];
  /** Makes the next invocation a cold one. */
  restart(): Promise<void>;
  /** Ends what keeps connections open. */
  hangUp?(): Promise<void>;
}

/** One way to reach a function. */
export interface ServeKind {
  readonly name: string;
  /** Scheme of the address. */
  readonly scheme: 'http' | 'ws';
  /** True when functions push to a port of their own. */
  readonly takesPushes: boolean;
  start(options: ServeOptions, setup: KindSetup): Service;
}

/** The key pair that is taken when none is given. */
export const exampleCredentials: ApiCredentials = {
  secretId: 'AKID-EXAMPLE-0001',
  secretKey: 'EXAMPLE-KEY-0001',
};

/** Every way to reach a function. */
export const serveKinds: readonly ServeKind[] = [
  ...frontEnds.map((frontEnd) => httpKind(frontEnd)),
  {
    name: 'websocket',
    scheme: 'ws',
    takesPushes: true,
    start: startWebsocket,
  },
  {
    name: 'invoke',
    scheme: 'http',
    takesPushes: false,
    start: startInvoke,
  },
];

function httpKind(frontEnd: FrontEnd): ServeKind {
  const { name } = frontEnd;
  return {
    name,
    scheme: 'http',
    takesPushes: false,
    start({ handler, invocation, frontEnd: config = {} }, { report, enter }) {
      const pool = createFunctionPool(handler, { deployed: true, ...invocation });
      return {
        notes: [],
        async answer(request) {
          const made = await exchange(frontEnd, request, config, (event) => enter(() => pool.invoke(event)));
          const { event, outcome, rendered } = made;
          const what = shownRequest(request);
          const answer = String(rendered.status);
          if (outcome === undefined) {
            const reason = event === undefined ? 'it is not passed on' : 'the function takes too long';
            report({ type: 'refusal', what, answer, reason });
          } else {
            const errors = made.issues.filter(({ severity }) => severity === 'error').map(describeIssue);
            const reason = errors.length === 0 ? undefined : errors.join('; ');
            report({ type: 'event', kind: name, what, event, outcome, answer, reason });
          }
          return rendered;
        },
        restart: () => pool.close(),
      };
    },
  };
}

function startWebsocket(options: ServeOptions, { limits, report, enter }: KindSetup): Service {
  const { handler, transfer = handler, cleanup = handler, invocation, seed, unknownConnection } = options;
  const gateway = fakeGateway({
    // Each gets the events of its own role alone.
    functions: {
      register: handler as HandlerSource<WebsocketConnectEvent>,
      transfer: transfer as HandlerSource<WebsocketDataEvent>,
      cleanup: cleanup as HandlerSource<WebsocketCloseEvent>,
    },
    mostKept,
    ...(seed === undefined ? {} : { seed }),
    ...(unknownConnection === undefined ? {} : { unknownConnection }),
    invocation: { deployed: true, ...invocation },
  });
  const sockets = websocketService({ gateway, limits, report, enter });
  return {
    notes: [],
    async answer(request) {
      const reason = 'this address takes WebSocket handshakes only';
      report({ type: 'refusal', what: shownRequest(request), answer: '426', reason });
      return { status: 426, headers: [['Upgrade', 'websocket']], body: Buffer.from(`${reason}\n`) };
    },
    upgrade: (request) => sockets.upgrade(request),
    async push(request) {
      const { push } = readPush(request);
      const what = push === undefined ? shownRequest(request) : `${push.action} to ${push.connectionId}`;
      const answer = await gateway.answerPush(request);
      if (answer.kind === 'reset') return 'reset';
      const { status, body } = answer;
      const { errNo, errMsg } = JSON.parse(body) as { errNo: number; errMsg: string };
      report({
        type: 'push',
        what,
        answer: String(status),
        reason: errNo === 0 ? undefined : `errNo ${errNo}: ${errMsg}`,
      });
      return { status, headers: [['content-type', 'application/json']], body: Buffer.from(body) };
    },
    restart: () => gateway.close(),
    hangUp: () => sockets.close(),
  };
}

/** What a server keeps of the past: enough to report from, so that it can run for days. */
const mostKept = 16;

function startInvoke(options: ServeOptions, { limits, report }: KindSetup): Service {
  const { handler, functionName = 'main', credentials = exampleCredentials, invocation } = options;
  const api = fakeInvokeApi({
    credentials,
    functions: { [functionName]: { handler, ...(invocation === undefined ? {} : { options: invocation }) } },
    mostRunning: limits.instances,
    mostKept,
    onCall: (call) => reportCall(call, report),
  });
  return {
    notes: [
      `FunctionName ${functionName}`,
      ...[credentials].flat().map(({ secretId }) => `SecretId ${secretId}`),
      ...(credentials === exampleCredentials ? [`SecretKey ${exampleCredentials.secretKey}`] : []),
    ],
    async answer({ method, url, headers, body }) {
      const hasBody = method !== 'GET' && method !== 'HEAD';
      const answer = await api.fetch(
        new Request(url, {
          method,
          headers: [...headers].map(([name, value]) => [name, value]),
          ...(hasBody ? { body: new Uint8Array(body) } : {}),
        }),
      );
      return {
        status: answer.status,
        headers: [...answer.headers],
        body: new Uint8Array(await answer.arrayBuffer()),
      };
    },
    restart: () => api.close(),
  };
}

function reportCall({ request, problem, outcomes }: InvokeApiCall, report: Reporter): void {
  const what = request === undefined ? 'call' : `${request.action} ${request.functionName}`;
  const outcome = outcomes.at(-1);
  if (problem !== undefined) {
    report({ type: 'refusal', what, answer: problem.code, reason: problem.message });
  } else if (outcome !== undefined) {
    report({ type: 'event', kind: 'invoke', what, event: request?.event, outcome, answer: '200' });
  }
}
