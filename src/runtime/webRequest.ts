import { addedHeaders, ofConnection, ofPlatform } from './addedHeaders.js';
import type { HeaderFacts } from './scfHeaders.js';

/** A request to a web function, as its client sends it. */
export interface WebRequest {
  readonly httpMethod: string;
  /** As it is on the wire, percent-encoded. */
  readonly path: string;
  /** Decoded: a text, several of one name, or true for a name without `=`. */
  readonly queryString: Readonly<Record<string, string | readonly string[] | true>>;
  /** Those of the connection and of the platform are left out when it is sent. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** A text; Base64 of bytes where `isBase64Encoded` says so. */
  readonly body?: string | undefined;
  readonly isBase64Encoded?: boolean | undefined;
  /** The address of the client. */
  readonly sourceIp: string;
  /** How it is written, where it can be written in two ways. */
  readonly spelling?: RequestSpelling | undefined;
}

/** Other ways of writing the same request. */
export interface RequestSpelling {
  /** The body comes in chunks, and no header tells its length. */
  readonly isChunked?: boolean;
  /** A blank in the query is `+`, as forms send it, and no `%20`. */
  readonly hasPlus?: boolean;
}

/** A function URL, as the platform makes them. */
export const usualHost = '1250000001-a1b2c3d4e5.ap-guangzhou.tencentscf.com';

const token = /^[!#$%&'*+.^_`|~\w-]+$/;
/** A body comes in pieces of so many bytes, a short one in such as divide most characters of several bytes. */
const [chunkBytes, shortChunkBytes, shortBytes] = [1000, 7, 1000];

/** The bytes of a request as the function gets them, on a connection of its own. */
export function requestBytes(request: WebRequest, facts: HeaderFacts): Buffer {
  const { httpMethod, headers, sourceIp: address, spelling } = request;
  const written = Object.entries(headers).find(([name]) => /^x-forwarded-for$/i.test(name))?.[1];
  const added = addedHeaders(facts, { written, address });
  const body = bodyOf(request);
  const isChunked = spelling?.isChunked === true && body.length > 0;
  const hasLength = body.length > 0 || !['GET', 'HEAD', 'DELETE', 'OPTIONS'].includes(httpMethod);
  const sent = headersToSend(request);
  const lines = [
    `${httpMethod} ${targetOf(request)} HTTP/1.1`,
    // Every client names it: RFC 9112, section 3.2.
    ...(sent.some(([name]) => /^host$/i.test(name)) ? [] : [`Host: ${usualHost}`]),
    ...sent.map(([name, value]) => `${name}: ${value}`),
    ...Object.entries(added).map(([name, value]) => `${name}: ${value}`),
    ...(isChunked ? ['Transfer-Encoding: chunked'] : hasLength ? [`Content-Length: ${body.length}`] : []),
    'Connection: close',
  ];
  const head = Buffer.from(`${lines.join('\r\n')}\r\n\r\n`);
  return Buffer.concat([head, isChunked ? inChunks(body) : body]);
}

/**
 * The headers of a request that reach the function as the client wrote them. Behind a domain of the user a client's
 * X-Scf-Remote-Addr does (captured 2026), which no other of that sort does.
 */
export function headersToSend({ headers }: Pick<WebRequest, 'headers'>): [string, string][] {
  return Object.entries(headers).flatMap(([name, value]): [string, string][] => {
    if (value === undefined || !token.test(name) || /^content-length$/i.test(name)) return [];
    const isTakenOff = ofPlatform.test(name) && !/^x-scf-remote-addr$/i.test(name);
    if (isTakenOff || ofConnection.test(name)) return [];
    return [[name, value.replaceAll(/[^\t\P{Cc}]+/gu, ' ')]];
  });
}

/** Path and query as they stand in the first line. */
export function targetOf({ path, queryString, spelling }: WebRequest): string {
  const encode = (text: string): string => {
    const encoded = encodeURIComponent(wellFormed(text));
    return spelling?.hasPlus === true ? encoded.replaceAll('%20', '+') : encoded;
  };
  const pairs = Object.entries(queryString).flatMap(([name, value]) =>
    value === true ? [encode(name)] : [value].flat().map((one) => `${encode(name)}=${encode(String(one))}`),
  );
  const plain = path.replaceAll(/[^\x21-\x7e]+/gu, (text) => encodeURIComponent(wellFormed(text)));
  const place = plain.replaceAll(/[?#]/g, encodeURIComponent);
  return pairs.length === 0 ? place : `${place}?${pairs.join('&')}`;
}

/** The bytes of the body of a request. */
export function bodyOf({ body = '', isBase64Encoded }: Pick<WebRequest, 'body' | 'isBase64Encoded'>): Buffer {
  return Buffer.from(body, isBase64Encoded === true ? 'base64' : 'utf8');
}

function inChunks(body: Buffer): Buffer {
  const parts: Buffer[] = [];
  const size = body.length > shortBytes ? chunkBytes : shortChunkBytes;
  for (let at = 0; at < body.length; at += size) {
    const chunk = body.subarray(at, at + size);
    parts.push(Buffer.from(`${chunk.length.toString(16)}\r\n`), chunk, Buffer.from('\r\n'));
  }
  return Buffer.concat([...parts, Buffer.from('0\r\n\r\n')]);
}

/** A text without halves of characters, which no UTF-8 can hold. */
function wellFormed(text: string): string {
  return text.replaceAll(/\p{Cs}/gu, '\ufffd');
}
