import { isUtf8 } from 'node:buffer';
import { setOwn } from '../kernel/json.js';
import { ofConnection } from './addedHeaders.js';
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
    setOwn(headers, name, Object.hasOwn(headers, name) ? `${headers[name]}, ${value}` : value);
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
    queryString: queryOf(query),
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

function queryOf(query: string): WebRequest['queryString'] {
  const found: Record<string, string | string[] | true> = {};
  for (const pair of query.split('&').filter((one) => one !== '')) {
    const cut = pair.indexOf('=');
    const name = decoded(cut < 0 ? pair : pair.slice(0, cut));
    const value = cut < 0 ? true : decoded(pair.slice(cut + 1));
    const before = Object.hasOwn(found, name) ? found[name] : undefined;
    const all = [before, value].flat().filter((one) => typeof one === 'string');
    setOwn(found, name, before === undefined ? value : all);
  }
  return found;
}

/** What is percent-encoded as a text; as it is where that is none. */
function decoded(text: string): string {
  const spaced = text.replaceAll('+', ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}
