import type { Deployment } from '../../domain/http/deployment.js';
import { jsonBytes } from '../../kernel/json.js';
import { largestEventBytes } from '../../kernel/limits.js';
import {
  type JudgedResponse,
  judgeResponse,
  type RenderedResponse,
  type ResponseKind,
  responseNamed,
} from '../../responses/index.js';
import type { Outcome } from '../../runtime/index.js';
import { type IncomingRequest, type ParsedRequest, parseRequest } from './parseRequest.js';

/**
 * What stands between HTTP clients and a function: how it makes an event of a request, and who reads the result.
 * `Config` is what a user sets up there.
 */
export interface FrontEnd<Config extends object = object, Name extends string = string> {
  /** The kind of its trigger. */
  readonly name: Name;
  /**
   * The event that it builds, with what was lost on the way; or the answer to a request that it does not pass on, and
   * why it does not.
   */
  eventOf(
    request: ParsedRequest,
    config: Config,
  ):
    | { readonly event: object; readonly warnings?: readonly string[] }
    | { readonly refusal: RenderedResponse; readonly reason?: string };
  /** The facts of a deployment that it follows, and how it is set up with them; left out where it follows none. */
  readonly deployment?: {
    readonly facts: readonly string[];
    configOf(deployment: Deployment): Config;
  };
  /** What it makes of an answer on its way to the client; the answer itself when left out. */
  finish?(rendered: RenderedResponse, request: ParsedRequest, config: Config): RenderedResponse;
  /** What a reader should know of an answer of the function that is passed on. */
  warningsOf?(rendered: RenderedResponse, request: ParsedRequest, config: Config): readonly string[];
  /** The contract of what the function returns. */
  responseKind(config: Config): ResponseKind;
  /** What the client gets for a failure of the function, where that is not the failure's status and body. */
  answerTo?(failure: Outcome & { ok: false }): RenderedResponse | undefined;
  /** How long it waits for the function, and what the client gets then; for ever when left out. */
  patience?(config: Config): Patience | undefined;
}

/** How long a front end waits, and what it answers then. */
export interface Patience {
  readonly timeoutMs: number;
  readonly answer: RenderedResponse;
}

/** Makes a front end. */
export function defineFrontEnd<Config extends object, Name extends string = string>(
  frontEnd: FrontEnd<Config, Name>,
): FrontEnd<Config, Name> {
  return frontEnd;
}

/** A request on its way to the function, or already answered. */
export type Admitted =
  | {
      readonly requestId: string;
      readonly event: object;
      /** What was lost of the request on its way. */
      readonly warnings: readonly string[];
      readonly refusal?: never;
    }
  | {
      readonly requestId: string;
      readonly event?: never;
      readonly refusal: RenderedResponse;
      /** Why it is not passed on, where there is more to say than its status. */
      readonly reason?: string;
    };

/** The event that a front end makes of a request. An event of more than 6 MB never reaches the function. */
export function eventOfRequest<Config extends object>(
  frontEnd: FrontEnd<Config>,
  request: IncomingRequest,
  config: Config,
): Admitted {
  return admitted(frontEnd, { request, parsed: parseRequest(request) }, config);
}

function admitted<Config extends object>(
  frontEnd: FrontEnd<Config>,
  { request, parsed }: { readonly request: IncomingRequest; readonly parsed: ParsedRequest },
  config: Config,
): Admitted {
  const { requestId } = parsed;
  const built = frontEnd.eventOf(parsed, config);
  if ('refusal' in built) return { requestId, ...built };
  const { event, warnings = [] } = built;
  return isTooLarge(request, event)
    ? { requestId, refusal: tooLarge(requestId) }
    : { requestId, event, warnings };
}

/** What the client gets of what became of the function, and what is wrong with a result. */
export function responseOf<Config extends object>(
  frontEnd: FrontEnd<Config>,
  outcome: Outcome,
  config: Config,
  requestId: string,
): JudgedResponse {
  if (outcome.ok) {
    return judgeResponse(responseNamed(frontEnd.responseKind(config)), outcome.result, { requestId });
  }
  const source = 'the status of the failure and its body, as documented for the invocation';
  const rendered = frontEnd.answerTo?.(outcome) ?? jsonAnswer(outcome.statusCode, outcome.body, source);
  return { issues: [], breaking: [], rendered };
}

/** What one request came to. */
export interface Exchange {
  readonly requestId: string;
  /** What the function got; undefined for a request that never reached it. */
  readonly event: object | undefined;
  /** What became of it; undefined too when the front end did not wait. */
  readonly outcome: Outcome | undefined;
  readonly issues: JudgedResponse['issues'];
  /** Those of the issues for which the client gets something else than the function meant. */
  readonly breaking: JudgedResponse['breaking'];
  /** What else a reader should know: what was lost of the request, or does not fit the deployment. */
  readonly warnings: readonly string[];
  /** Why the request was not passed on. */
  readonly reason?: string;
  readonly rendered: RenderedResponse;
}

/** Takes a request through a front end to a function and back. */
export async function exchange<Config extends object>(
  frontEnd: FrontEnd<Config>,
  request: IncomingRequest,
  config: Config,
  invoke: (event: object) => Promise<Outcome>,
): Promise<Exchange> {
  const parsed = parseRequest(request);
  const { requestId, event, refusal, ...about } = admitted(frontEnd, { request, parsed }, config);
  const nothing = { outcome: undefined, issues: [], breaking: [], warnings: [] };
  if (event === undefined) return { ...nothing, ...about, requestId, event, rendered: refusal };
  const lost = 'warnings' in about ? about.warnings : [];
  const ended = await withPatience(invoke(event), frontEnd.patience?.(config));
  if ('rendered' in ended) return { ...nothing, requestId, event, ...ended, warnings: lost };
  const judged = responseOf(frontEnd, ended, config, requestId);
  const rendered = frontEnd.finish?.(judged.rendered, parsed, config) ?? judged.rendered;
  const warnings = [...lost, ...(ended.ok ? (frontEnd.warningsOf?.(rendered, parsed, config) ?? []) : [])];
  return { requestId, event, outcome: ended, ...judged, rendered, warnings };
}

/** An answer of the platform itself. */
export function jsonAnswer(status: number, body: unknown, source: string): RenderedResponse {
  const headers = [['content-type', 'application/json']] as const;
  return { status, headers, body: new TextEncoder().encode(JSON.stringify(body)), source };
}

/** Counting the bytes of an event costs as much as making it, so that of a small request is not counted. */
function isTooLarge({ body, url }: IncomingRequest, event: object): boolean {
  const maxBytes = (body.byteLength + url.length) * 6;
  return maxBytes > largestEventBytes.sync / 2 && jsonBytes(event) > largestEventBytes.sync;
}

function tooLarge(requestId: string): RenderedResponse {
  const body = { errorCode: -1, errorMessage: 'RequestTooLarge', requestId, statusCode: 406 };
  const source =
    'https://cloud.tencent.com/document/product/583/42611 for the status; the form of the body is that of other failures';
  return jsonAnswer(406, body, source);
}

/** The outcome, or the answer of a front end whose time is up first. */
async function withPatience(
  outcome: Promise<Outcome>,
  patience: Patience | undefined,
): Promise<Outcome | { readonly rendered: RenderedResponse }> {
  if (patience === undefined) return outcome;
  let timer: NodeJS.Timeout | undefined;
  const timeUp = new Promise<{ readonly rendered: RenderedResponse }>((resolve) => {
    timer = setTimeout(resolve, patience.timeoutMs, { rendered: patience.answer });
  });
  try {
    return await Promise.race([outcome, timeUp]);
  } finally {
    clearTimeout(timer);
  }
}
