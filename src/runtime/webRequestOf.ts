import { isUtf8 } from 'node:buffer';
import { setOwn } from '../kernel/json.js';
import { ofConnection } from './addedHeaders.js';
import { queryIn } from './queryIn.js';
import type { WebRequest } from './webRequest.js';

/** A request as it came. */
export interface ReceivedRequest {
  readonly method: string;
  /** Path and query as they stand in the first line. */
  readonly target: string;
  /** Names and values by turns. */
  readonly rawHeaders: readonly string[];
  readonly body: Uint8Array;
  /** The address of the client. */
  readonly address: string;
}

/** The description of a request that has come; what sends it again says the same. */
export function webRequestOf({ method, target, rawHeaders, body, address }: ReceivedRequest): WebRequest {
  const [, path = '/', query = ''] = /^([^?#]*)\??([^#]*)/.exec(target) ?? [];
  const headers: Record<string, string> = {};
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const [name, value] = [(rawHeaders[at] as string).toLowerCase(), rawHeaders[at + 1] as string];
    if (ofConnection.test(name) || name === 'content-length') continue;
    const before = Object.hasOwn(headers, name) ? headers[name] : undefined;
    const separator = name === 'cookie' ? '; ' : ', ';
    setOwn(headers, name, before === undefined ? value : `${before}${separator}${value}`);
  }
  const isChunked = /chunked/i.test(headerIn(rawHeaders, 'transfer-encoding') ?? '');
  const spelling = {
    ...(query.includes('+') ? { hasPlus: true } : {}),
    ...(isChunked && body.byteLength > 0 ? { isChunked } : {}),
  };
  const isText = isUtf8(body);
  return {
    httpMethod: method,
    path: path.startsWith('/') ? path : `/${path}`,
    queryString: queryIn(query),
    headers,
    ...(body.byteLength === 0 ? {} : { body: Buffer.from(body).toString(isText ? 'utf8' : 'base64') }),
    ...(isText ? {} : { isBase64Encoded: true }),
    sourceIp: address,
    ...(Object.keys(spelling).length === 0 ? {} : { spelling }),
  };
}

function headerIn(rawHeaders: readonly string[], wanted: string): string | undefined {
  const at = rawHeaders.findIndex((name, index) => index % 2 === 0 && name.toLowerCase() === wanted);
  return at < 0 ? undefined : rawHeaders[at + 1];
}
