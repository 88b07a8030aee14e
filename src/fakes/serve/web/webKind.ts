import type { IncomingMessage, RequestOptions, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Cors } from '../../../domain/http/deployment.js';
import { Misuse } from '../../../kernel/misuse.js';
import { webLimits } from '../../../responses/checkWebAnswer.js';
import { callOf } from '../../../runtime/callOf.js';
import { formatWebLog } from '../../../runtime/formatLog.js';
import type { Outcome } from '../../../runtime/index.js';
import { createWebHost } from '../../../runtime/invoke.js';
import type { FunctionHost } from '../../../runtime/runtime.js';
import { findWebFunction, type OwnProcess } from '../../../runtime/runtimes.js';
import { webRequestOf } from '../../../runtime/webRequestOf.js';
import { isPreflight, preflightAnswer, preflightReason, withCors } from '../../frontEnds/cors.js';
import { refuseSocket, type UpgradeRequest } from '../httpServer.js';
import { addressOf, shownRequest } from '../incoming.js';
import type { Reporter } from '../served.js';
import type { KindSetup, ServeKind, Service } from '../serveKind.js';
import type { ServeOptions } from '../serveOptions.js';
import { requestTooLarge, WebExchange, type WebProblem } from './webExchange.js';
import { requestHeaders } from './webHeaders.js';
import { WebPool } from './webPool.js';
import { WebsocketExchange } from './websocketExchange.js';

const maxConcurrency = 100;
/** The time-out of a WebSocket for which nobody sets one. */
const usualIdleMs = 15_000;

/** HTTP clients of a web function, whose server gets their requests as they are. */
export const webKind: ServeKind = {
  name: 'web',
  scheme: 'http',
  takesPushes: false,
  deploymentFacts: ['pathPrefix', 'stage', 'cors'],
  checkFunction: async (spec, cwd) => void functionOf(spec, cwd),
  start: startWeb,
};

async function startWeb(options: ServeOptions, setup: KindSetup): Promise<Service> {
  const { handler, invocation = {}, concurrency = 1 } = options;
  requireConcurrency(concurrency);
  const host = await createWebHost(functionOf(handler, invocation.cwd ?? process.cwd()), invocation);
  const pool = new WebPool(host, { instances: setup.limits.instances, concurrency });
  const clients = new WebClients(pool, host, options, setup.report);
  return {
    notes: [],
    async answer() {
      return 'reset';
    },
    stream: (message, response) => clients.answer(message, response),
    upgrade: (upgrade) => clients.join(upgrade),
    hangUp: async () => clients.hangUp(),
    restart: () => pool.close(),
  };
}

/** Takes the requests of clients to the instances of a function, and tells what came of each. */
class WebClients {
  readonly #pool: WebPool;
  readonly #host: FunctionHost;
  readonly #options: ServeOptions;
  readonly #report: Reporter;
  readonly #sockets = new Set<Duplex>();
  #hasToldAlone = false;

  constructor(pool: WebPool, host: FunctionHost, options: ServeOptions, report: Reporter) {
    this.#pool = pool;
    this.#host = host;
    this.#options = options;
    this.#report = report;
  }

  async answer(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = pathFor(message, this.#options);
    if (typeof path !== 'string') return this.#refuse(message, response, path);
    if (Number(message.headers['content-length'] ?? 0) > webLimits.bodyBytes)
      return this.#refuse(message, response, requestTooLarge);
    const cors = this.#options.deployment?.cors;
    const { origin } = message.headers;
    if (cors !== undefined && isPreflight(message)) return this.#answerPreflight(message, response, cors);
    const call = callOf(null, this.#options.invocation ?? {});
    const exchange = new WebExchange(message, response, (headers) =>
      cors === undefined ? headers : withCors(headers, cors, origin),
    );
    if (this.#options.keepBodies === true) exchange.keepBody();
    const ask = (way: RequestOptions): Promise<void> =>
      exchange.pass(way, path, requestHeaders(message, call));
    const warnings: string[] = [];
    const outcome = await this.#pool.run({
      run: (engine, hasWaited) => {
        if (hasWaited) warnings.push(...this.#aboutWaiting());
        return engine.invoke({ ...call, ask });
      },
    });
    const { problem } = exchange;
    finish(response, outcome, problem);
    const { body } = exchange;
    this.#tell(message, outcome, { problem, status: response.statusCode, warnings, body });
  }

  /** A WebSocket has an instance of its own as long as it is open. */
  async join(upgrade: UpgradeRequest): Promise<void> {
    const { request: message, socket } = upgrade;
    const path = pathFor(message, this.#options);
    if (typeof path !== 'string') {
      this.#report({ type: 'refusal', what: shownRequest(message), answer: '404', reason: path.reason });
      return refuseSocket(socket, path.status);
    }
    const { invocation = {}, websocketIdleMs = usualIdleMs } = this.#options;
    const call = callOf(null, invocation);
    const exchange = new WebsocketExchange(upgrade, websocketIdleMs);
    const ask = (way: RequestOptions): Promise<void> =>
      exchange.pass(way, path, requestHeaders(message, call));
    this.#sockets.add(socket);
    const outcome = await this.#pool.run({
      run: (engine) => engine.invoke({ ...call, ask }),
      isAlone: true,
    });
    this.#sockets.delete(socket);
    const { problem, status } = exchange;
    if (outcome.ok && problem !== undefined && !exchange.isOpen) refuseSocket(socket, problem.status);
    else if (outcome.ok) socket.end();
    else if (exchange.isOpen) socket.destroy();
    else refuseSocket(socket, outcome.statusCode, { body: Buffer.from(JSON.stringify(outcome.body)) });
    this.#tell(message, outcome, { problem, status, warnings: exchange.warnings });
  }

  hangUp(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  #answerPreflight(message: IncomingMessage, response: ServerResponse, cors: Cors): void {
    const { status, headers } = preflightAnswer(cors, message.headers.origin);
    const what = shownRequest(message);
    this.#report({ type: 'refusal', what, answer: String(status), reason: preflightReason });
    response.writeHead(status, headers.flat()).end();
  }

  #refuse(message: IncomingMessage, response: ServerResponse, { status, reason }: WebProblem): void {
    this.#report({ type: 'refusal', what: shownRequest(message), answer: String(status), reason });
    tell(response, status, { errorMessage: reason });
  }

  #tell(
    message: IncomingMessage,
    outcome: Outcome,
    {
      problem,
      status,
      warnings = [],
      body = new Uint8Array(),
    }: {
      readonly problem: WebProblem | undefined;
      /** What the server has answered. */
      readonly status: number;
      readonly warnings?: readonly string[];
      /** That of the request, where it is kept. */
      readonly body?: Uint8Array;
    },
  ): void {
    const { method = 'GET', url: target = '/', rawHeaders } = message;
    const { address } = addressOf(message);
    const notStarted = 'reason' in outcome ? outcome.reason : undefined;
    this.#report({
      type: 'event',
      kind: webKind.name,
      what: shownRequest(message),
      event: webRequestOf({ method, target, rawHeaders, body, address }),
      outcome,
      answer: String(outcome.ok ? (problem?.status ?? status) : outcome.statusCode),
      reason: outcome.ok ? problem?.reason : notStarted,
      warnings,
      platformLog: formatWebLog(outcome),
    });
  }

  /** That this machine has room for one instance alone, once. */
  #aboutWaiting(): readonly string[] {
    if (this.#hasToldAlone || this.#host.isAlone !== true) return [];
    this.#hasToldAlone = true;
    return [
      'it has waited for another request, where SCF starts a further instance: the function listens on port 9000 whatever PORT says, and this machine has one port 9000',
    ];
  }
}

/** What the client gets where the function has not answered. */
function finish(response: ServerResponse, outcome: Outcome, problem: WebProblem | undefined): void {
  if (outcome.ok && problem === undefined) return;
  if (response.headersSent || response.destroyed) response.destroy();
  else if (!outcome.ok) tell(response, outcome.statusCode, outcome.body, outcome.status);
  else if (problem !== undefined) tell(response, problem.status, { errorMessage: problem.reason });
}

function tell(response: ServerResponse, status: number, body: object, name?: string): void {
  const text = JSON.stringify(body);
  const length = Buffer.byteLength(text);
  response
    .writeHead(status, name, {
      'content-type': 'application/json',
      'content-length': length,
      connection: 'close',
    })
    .end(text);
}

/** The path as the function gets it: the stage of API Gateway's own domain is taken off. */
function pathFor(message: IncomingMessage, { deployment = {} }: ServeOptions): string | WebProblem {
  const url = (message.url ?? '/').replace(/^https?:\/\/[^/?]*/i, '');
  const { stage, pathPrefix = '' } = deployment;
  const front = stage === undefined ? '' : `/${stage}`;
  const path = url.slice(front.length);
  if (!url.startsWith(front) || !/^(?:[/?]|$)/.test(path))
    return { status: 404, reason: `its path does not begin with ${front}, the stage of the API` };
  if (!path.startsWith(pathPrefix) || !/^(?:[/?]|$)/.test(path.slice(pathPrefix.length)))
    return { status: 404, reason: `its path does not begin with ${pathPrefix}, the path of the API` };
  return path.startsWith('/') ? path : `/${path}`;
}

function functionOf(spec: unknown, cwd: string): OwnProcess {
  const own = typeof spec === 'string' ? findWebFunction(spec, cwd) : undefined;
  if (own !== undefined) return own;
  throw new Misuse(
    'NO_WEB_FUNCTION',
    `Cannot serve ${typeof spec === 'string' ? spec : 'a handler'} as a web function: it is no folder with a scf_bootstrap. Name the folder of one, or take another kind for a function that gets events.`,
  );
}

function requireConcurrency(concurrency: number): void {
  if (Number.isInteger(concurrency) && concurrency >= 1 && concurrency <= maxConcurrency) return;
  throw new Misuse(
    'INVALID_LIMIT',
    `Cannot serve with concurrency ${concurrency}: an instance takes 1 to ${maxConcurrency} requests at a time. Give a whole number of them.`,
  );
}
