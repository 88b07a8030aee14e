import { isUtf8 } from 'node:buffer';
import { randomUUID } from 'node:crypto';
import type { QueryString } from '../../domain/http/routes.js';
import { inOrder, setOwn } from '../../kernel/json.js';
import { queryIn } from '../../runtime/queryIn.js';

/** A request as it reaches a front end, from fetch or from a socket. */
export interface IncomingRequest {
  readonly method: string;
  /** The whole address: `https://api.example.com/orders?page=2`. */
  readonly url: string;
  /** In order; a header that came several times stands here several times. */
  readonly headers: Iterable<readonly [name: string, value: string]>;
  /** Empty without a body. */
  readonly body: Uint8Array;
  /** Address of the client; 203.0.113.7 when left out. */
  readonly remoteAddress?: string;
  /** Port of the client; 44347 when left out. */
  readonly remotePort?: number;
}

/** What front ends read of a request. */
export interface ParsedRequest {
  readonly method: string;
  /** As it stands in the address, escapes and all. */
  readonly path: string;
  readonly query: QueryString;
  /** Names in lower case and alphabetical order, one value each, what frames the body left out. */
  readonly headers: Readonly<Record<string, string>>;
  /** Undefined for a request without a body; a POST, PUT or PATCH always has one, be it empty. */
  readonly body: Uint8Array | undefined;
  readonly url: URL;
  readonly remoteAddress: string;
  readonly remotePort: number;
  /** The id that the front end gives to the request, 32 hexadecimal digits. */
  readonly requestId: string;
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** A body as text; what is no UTF-8 is lost. */
export function bodyText(body: Uint8Array): string {
  return utf8.decode(body);
}

/**
 * What is told of a body that a function gets as text.
 *
 * @param why why it gets no Base64, and what to do.
 */
export function lostBytes(body: Uint8Array | undefined, why: string): readonly string[] {
  return body === undefined || isUtf8(body)
    ? []
    : [`its body is no UTF-8 and comes as text, so that bytes are lost: ${why}`];
}

const alwaysWithBody = new Set(['POST', 'PUT', 'PATCH']);

/** Reads a request. */
export function parseRequest(request: IncomingRequest): ParsedRequest {
  const url = new URL(request.url);
  const method = request.method.toUpperCase();
  const headers = mergedHeaders(request.headers);
  headers.set('host', headers.get('host') ?? url.host);
  headers.delete('transfer-encoding');
  headers.delete('content-length');
  const hasBody = request.body.byteLength > 0 || alwaysWithBody.has(method);
  const byName: Record<string, string> = {};
  for (const [name, value] of headers) setOwn(byName, name, value);
  return {
    method,
    path: url.pathname,
    query: queryIn(url.search.slice(1)),
    headers: inOrder(byName),
    body: hasBody ? request.body : undefined,
    url,
    remoteAddress: request.remoteAddress ?? '203.0.113.7',
    remotePort: request.remotePort ?? 44_347,
    requestId: randomUUID().replaceAll('-', ''),
  };
}

function mergedHeaders(headers: IncomingRequest['headers']): Map<string, string> {
  const merged = new Map<string, string>();
  for (const [name, value] of headers) {
    const lower = name.toLowerCase();
    const before = merged.get(lower);
    const separator = lower === 'cookie' ? '; ' : ', ';
    merged.set(lower, before === undefined ? value : `${before}${separator}${value}`);
  }
  return merged;
}
