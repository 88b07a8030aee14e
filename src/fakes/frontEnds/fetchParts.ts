import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { Misuse } from '../../kernel/misuse.js';
import type { RenderedResponse } from '../../responses/index.js';
import type { IncomingRequest } from './parseRequest.js';

/** A request of fetch as a front end takes it. */
export async function incomingOf(request: Request): Promise<IncomingRequest> {
  const { method, url, headers } = request;
  return { method, url, headers, body: new Uint8Array(await request.arrayBuffer()) };
}

/**
 * What makes a Response of what travels; its body is still compressed where its headers say so.
 *
 * @throws Misuse STATUS_WITHOUT_RESPONSE for a status that no Response can have.
 */
export function responseInit(
  { status, headers, body }: RenderedResponse,
  method: string,
): [body: Uint8Array<ArrayBuffer> | null, init: ResponseInit] {
  if (status < 200 || status > 599) {
    throw new Misuse(
      'STATUS_WITHOUT_RESPONSE',
      `Cannot make a Response with status ${status}: a Response holds the last answer, 200 to 599. Look at renderResponse for others.`,
    );
  }
  const isEmpty = method === 'HEAD' || isBodyless(status);
  const sent = headers.map(([name, value]): [string, string] => [name, onTheWire(value)]);
  return [isEmpty ? null : new Uint8Array(body), { status, headers: sent }];
}

/** True for a status whose Response cannot have a body. */
export function isBodyless(status: number): boolean {
  return [204, 205, 304].includes(status);
}

/** The Response that fetch gives: its body is opened where its headers say that it is compressed. */
export function fetchedResponse(rendered: RenderedResponse, method: string): Response {
  const [body, init] = responseInit(rendered, method);
  const coding = rendered.headers.find(([name]) => name.toLowerCase() === 'content-encoding')?.[1];
  const open = openers.get(coding?.trim().toLowerCase() ?? '');
  return new Response(body === null || open === undefined ? body : new Uint8Array(open(body)), init);
}

const openers: ReadonlyMap<string, (body: Uint8Array) => Uint8Array> = new Map([
  ['gzip', gunzipSync],
  ['x-gzip', gunzipSync],
  ['deflate', inflateSync],
  ['br', brotliDecompressSync],
]);

/** A header holds bytes, which clients read as Latin-1. */
function onTheWire(value: string): string {
  return Buffer.from(value, 'utf8').toString('latin1');
}
