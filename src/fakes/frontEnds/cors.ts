import type { Cors } from '../../domain/http/deployment.js';
import type { RenderedResponse } from '../../responses/index.js';

type Header = readonly [name: string, value: string];

/** Why the function does not get a preflight request. */
export const preflightReason = 'the URL answers preflight requests itself, since it has a CORS configuration';

/** True for what a browser asks before a request that is not simple: https://fetch.spec.whatwg.org/#cors-preflight-request */
export function isPreflight({
  method,
  headers,
}: {
  readonly method?: string | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
}): boolean {
  return method === 'OPTIONS' && 'access-control-request-method' in headers;
}

/** The headers of an answer, with those of the CORS configuration in the place of the function's own. */
export function withCors(headers: readonly Header[], cors: Cors, origin: string | undefined): Header[] {
  const own = headers.filter(([name]) => !name.toLowerCase().startsWith('access-control-'));
  return [...own, ...corsHeaders(cors, origin)];
}

/** What a page of some origin may do; nothing is said to one that is not among the origins. */
function corsHeaders({ origins, exposeHeaders = [], credentials = false }: Cors, origin?: string): Header[] {
  const isAny = origins.includes('*');
  if (origin === undefined || !(isAny || origins.includes(origin))) return [];
  return [
    ['access-control-allow-origin', isAny && !credentials ? '*' : origin],
    ...(credentials ? ([['access-control-allow-credentials', 'true']] as const) : []),
    ...(exposeHeaders.length === 0
      ? []
      : ([['access-control-expose-headers', exposeHeaders.join(', ')]] as const)),
  ];
}

/** What the URL answers to a preflight request in the place of the function. */
export function preflightAnswer(cors: Cors, origin: string | undefined): RenderedResponse {
  const { methods = ['*'], headers = ['*'], maxAge } = cors;
  return {
    status: 204,
    headers: [
      ...corsHeaders(cors, origin),
      ['access-control-allow-methods', methods.join(', ')],
      ['access-control-allow-headers', headers.join(', ')],
      ...(maxAge === undefined ? [] : ([['access-control-max-age', String(maxAge)]] as const)),
    ],
    body: new Uint8Array(),
    source: 'CorsConfig of the trigger, in the headers of the Fetch standard; nobody documents the status',
  };
}
