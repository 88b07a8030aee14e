import { randomUUID } from 'node:crypto';
import { type HttpHandler, http } from 'msw';
import { formatLog, type Outcome, settled } from '../../runtime/index.js';
import { type Listening, type ListenOptions, listenTo } from '../listenTo.js';
import { pushBounded } from '../pushBounded.js';
import { semaphore } from '../semaphore.js';
import { type InvokeRequest, readInvokeRequest } from './actions.js';
import { type ApiProblem, ApiRefusal } from './apiProblem.js';
import { AccountFunctions, type InvokedFunctions } from './functions.js';
import { type ApiCredentials, type SignedRequest, verifySignature } from './tc3.js';

/** What the API knows. */
export interface FakeInvokeApiOptions {
  /** Who may call. */
  readonly credentials: ApiCredentials | readonly ApiCredentials[];
  /** What can be called, by name. */
  readonly functions: InvokedFunctions;
  /** The clock that signatures are held against, in Unix milliseconds; that of the machine when left out. */
  readonly now?: () => number;
  /** How often a failed asynchronous invocation is tried again; 2 when left out, as on the platform, here without the minute between. */
  readonly asyncRetries?: number;
  /** How many invocations run at the same time, what comes meanwhile waits; any number when left out. */
  readonly maxRunning?: number;
  /** @deprecated Use {@link FakeInvokeApiOptions.maxRunning}. */
  readonly mostRunning?: number;
  /** How many calls are kept on record, the newest; all when left out. */
  readonly maxKept?: number;
  /** @deprecated Use {@link FakeInvokeApiOptions.maxKept}. */
  readonly mostKept?: number;
  /** Called when a call is answered, and once more when an asynchronous invocation has ended. */
  readonly onCall?: (call: InvokeApiCall) => void;
}

/** One call of the API. */
export interface InvokeApiCall {
  /** `Response.RequestId`. */
  readonly requestId: string;
  /** What was asked; undefined when the request could not be read or its signature does not hold. */
  readonly request: InvokeRequest | undefined;
  /** Why the API refused; undefined when it did not. */
  readonly problem: ApiProblem | undefined;
  /** `Result.FunctionRequestId`, which the handler sees as `context.request_id`; the same in each retry. */
  readonly functionRequestId: string | undefined;
  /** What became of the invocation: one outcome, or more when it was asynchronous and tried again. */
  readonly outcomes: readonly Outcome[];
}

/** See {@link fakeInvokeApi}. */
export interface FakeInvokeApi {
  /** For the `setupServer` of your own. */
  readonly handlers: readonly HttpHandler[];
  /** All calls so far, in order. */
  readonly calls: readonly InvokeApiCall[];
  /** Answers one request, wherever it came from. */
  fetch(request: Request): Promise<Response>;
  /** Answers the requests of this process until the test is over. */
  listen(options?: ListenOptions): Listening;
  /** Resolves when all asynchronous invocations have ended, with what they left running. */
  settled(): Promise<void>;
  /** Forgets the calls. */
  clear(): void;
  /** Ends the instances of all functions. */
  close(): Promise<void>;
}

/** `scf.tencentcloudapi.com`, `scf.ap-guangzhou.…`, `scf.intl.…`, `scf.internal.…`, and both together. */
const endpoints = /^https?:\/\/scf(\.[a-z\d-]+){0,2}\.tencentcloudapi\.com(:\d+)?(\/|$)/;
/** Largest body of a request signed with TC3-HMAC-SHA256. */
const maxRequestBytes = 10 * 1024 * 1024;
const logTailBytes = 4096;

/**
 * A fake of the API that invokes functions: `Invoke` (synchronous and `Event`) and `InvokeFunction`, on the endpoints of
 * SCF. Signatures by TC3-HMAC-SHA256 are verified; what the API refuses is an HTTP 200 with `Response.Error`, as there. The
 * texts of the errors and what is not documented (an event that is left out is `{}`) are this library's own.
 *
 * @example
 * const api = fakeInvokeApi({
 *   credentials: { secretId: 'AKID-EXAMPLE-0001', secretKey: 'EXAMPLE-KEY-0001' },
 *   functions: { greet: async (event) => `Hello ${event.name}` },
 * });
 * const answer = await api.fetch(new Request('https://scf.tencentcloudapi.com/', { method: 'POST', body: '{}' }));
 * (await answer.json()).Response.Error.Code; // 'AuthFailure.InvalidAuthorization'
 */
export function fakeInvokeApi(options: FakeInvokeApiOptions): FakeInvokeApi {
  const { now = Date.now, asyncRetries = 2, onCall = () => {} } = options;
  const maxKept = options.maxKept ?? options.mostKept ?? Number.POSITIVE_INFINITY;
  const maxRunning = options.maxRunning ?? options.mostRunning ?? Number.POSITIVE_INFINITY;
  const known = [options.credentials].flat();
  const functions = new AccountFunctions(options.functions, semaphore(maxRunning));
  const calls: InvokeApiCall[] = [];
  const pending = new Set<Promise<void>>();

  const noted = (call: InvokeApiCall): void => {
    pushBounded(calls, call, maxKept);
    onCall(call);
  };

  const runLater = (call: InvokeApiCall & { outcomes: Outcome[] }, run: () => Promise<Outcome>): void => {
    const running = runAsync(run, call.outcomes, asyncRetries).then(() => {
      pending.delete(running);
      onCall(call);
    });
    pending.add(running);
  };

  /** Invokes what a request asks for; what is to be told of it is noted before it is answered. */
  const invoke = async (request: InvokeRequest, requestId: string): Promise<Response> => {
    const run = functions.find(request);
    const functionRequestId = randomUUID();
    const outcomes: Outcome[] = [];
    const call = { requestId, request, problem: undefined, functionRequestId, outcomes };
    if (request.invocation === 'async') {
      noted(call);
      runLater(call, () => run(functionRequestId));
      return jsonResponse({ Result: acceptedResult(functionRequestId), RequestId: requestId });
    }
    const outcome = await run(functionRequestId);
    outcomes.push(outcome);
    noted(call);
    return jsonResponse({ Result: resultOf(outcome, request), RequestId: requestId });
  };

  const answer = async (given: Request): Promise<Response> => {
    const requestId = randomUUID();
    let request: InvokeRequest | undefined;
    try {
      const signed = await signedRequest(given);
      verifySignature(signed, known, Math.floor(now() / 1000));
      request = readInvokeRequest(signed);
      return await invoke(request, requestId);
    } catch (error) {
      if (!(error instanceof ApiRefusal)) throw error;
      const { problem } = error;
      noted({ requestId, request, problem, functionRequestId: undefined, outcomes: [] });
      const { code: Code, message: Message } = problem;
      return jsonResponse({ Error: { Code, Message }, RequestId: requestId });
    }
  };

  const handlers = [http.all(endpoints, ({ request }) => answer(request))];
  const api: FakeInvokeApi = {
    handlers,
    calls,
    fetch: answer,
    listen: (listenOptions) => listenTo(handlers, listenOptions, api.close),
    async settled() {
      while (pending.size > 0) await Promise.all(pending);
    },
    clear: () => void calls.splice(0),
    async close() {
      await api.settled();
      await functions.close();
    },
  };
  return api;
}

async function signedRequest(request: Request): Promise<SignedRequest> {
  const { method, headers } = request;
  if (method !== 'POST' && method !== 'GET') {
    throw new ApiRefusal('UnsupportedProtocol', `Only GET and POST requests are supported, not ${method}.`);
  }
  const body = new Uint8Array(await request.arrayBuffer());
  if (body.byteLength > maxRequestBytes) {
    throw new ApiRefusal(
      'RequestSizeLimitExceeded',
      `The request has ${body.byteLength} bytes, and ${maxRequestBytes} are the most.`,
    );
  }
  return { method, url: new URL(request.url), headers, body };
}

async function runAsync(run: () => Promise<Outcome>, outcomes: Outcome[], retries: number): Promise<void> {
  for (let attempt = 0; attempt <= retries; attempt++) {
    const outcome = await run();
    outcomes.push(outcome);
    await settled(outcome);
    if (outcome.ok) return;
  }
}

function acceptedResult(FunctionRequestId: string) {
  return {
    Log: '',
    RetMsg: '',
    ErrMsg: '',
    MemUsage: 0,
    Duration: 0,
    BillDuration: 0,
    FunctionRequestId,
    InvokeResult: 0,
  };
}

function resultOf(outcome: Outcome, { wantsLog }: InvokeRequest) {
  const durationMs = Math.round(outcome.durationMs * 1000) / 1000;
  return {
    Log: wantsLog ? tail(formatLog(outcome).join('\n')) : '',
    RetMsg: outcome.ok ? outcome.json : JSON.stringify(outcome.body),
    ErrMsg: outcome.ok ? '' : outcome.body.errorMessage,
    MemUsage: outcome.memoryBytes,
    Duration: durationMs,
    BillDuration: Math.ceil(durationMs),
    FunctionRequestId: outcome.requestId,
    InvokeResult: outcome.ok ? 0 : 1,
  };
}

/** The last 4 KB, from the first whole character on. */
function tail(text: string): string {
  const bytes = Buffer.from(text);
  let start = Math.max(0, bytes.length - logTailBytes);
  while (start > 0 && ((bytes[start] ?? 0) & 0xc0) === 0x80) start++;
  return bytes.subarray(start).toString();
}

function jsonResponse(response: object): Response {
  return Response.json({ Response: response });
}
