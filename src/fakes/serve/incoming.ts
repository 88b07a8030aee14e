import type { IncomingMessage } from 'node:http';
import type { IncomingRequest } from '../frontEnds/parseRequest.js';

/** Who sent a request. */
export interface ClientAddress {
  readonly address: string;
  readonly port: number;
}

/** The method and the path: what follows `?` may hold credentials. */
export function shownRequest({
  method = '',
  url = '',
}: {
  method?: string | undefined;
  url?: string | undefined;
}): string {
  const path = url.replace(/^https?:\/\/[^/]*/, '').replace(/[?#].*$/s, '');
  return `${method} ${path}`;
}

/** Where a request came from. */
export function addressOf({ socket }: IncomingMessage): ClientAddress {
  return {
    address: (socket.remoteAddress ?? '127.0.0.1').replace(/^::ffff:/, ''),
    port: socket.remotePort ?? 0,
  };
}

/** The whole body; undefined when it is larger than allowed. */
export async function readBody(message: IncomingMessage, maxBytes: number): Promise<Uint8Array | undefined> {
  if (Number(message.headers['content-length'] ?? 0) > maxBytes) return undefined;
  const chunks: Buffer[] = [];
  let size = 0;
  // A message that is destroyed at once takes the connection with it, and the refusal would not arrive.
  for await (const chunk of message.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The request as front ends take it; undefined when its address is none. */
export function requestOf(message: IncomingMessage, body: Uint8Array): IncomingRequest | undefined {
  const {
    method = 'GET',
    url: target = '/',
    rawHeaders,
    headers: { host = 'localhost' },
  } = message;
  const url = target.startsWith('/') ? `http://${host}${target}` : target;
  if (!URL.canParse(url) || !/^https?:/i.test(url)) return undefined;
  const headers: [name: string, value: string][] = [];
  for (let at = 0; at < rawHeaders.length; at += 2) {
    headers.push([rawHeaders[at] as string, rawHeaders[at + 1] as string]);
  }
  const { address: remoteAddress, port: remotePort } = addressOf(message);
  return { method, url, headers, body, remoteAddress, remotePort };
}
