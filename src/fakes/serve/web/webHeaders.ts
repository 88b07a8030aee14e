import type { IncomingMessage } from 'node:http';
import { addedHeaders, ofConnection, ofPlatform } from '../../../runtime/addedHeaders.js';
import type { Call } from '../../../runtime/engine.js';
import { addressOf } from '../incoming.js';

/** Names and values by turns, in the order and the case in which they came. */
type RawHeaders = string[];

/** The headers of a request as the function gets them: https://cloud.tencent.com/document/product/583/56124 */
export function requestHeaders(message: IncomingMessage, call: Call): RawHeaders {
  const { headers, method = 'GET' } = message;
  const { address } = addressOf(message);
  const written = headers['x-forwarded-for'];
  const isUpgrade = headers.upgrade !== undefined;
  const hasBody = headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined;
  const own: Record<string, string> = {
    ...(isUpgrade ? { Upgrade: String(headers.upgrade), Connection: 'Upgrade' } : {}),
    ...(headers['transfer-encoding'] === undefined ? {} : { 'Transfer-Encoding': 'chunked' }),
    ...(hasBody || ['GET', 'HEAD', 'DELETE', 'OPTIONS'].includes(method) ? {} : { 'Content-Length': '0' }),
    ...addedHeaders(call, { written: written === undefined ? undefined : String(written), address }),
  };
  const sent = withoutConnection(message).filter(([name]) => !ofPlatform.test(name));
  return [...sent, ...Object.entries(own)].flat();
}

/** The headers of an answer as the client gets them. */
export function answerHeaders(answer: IncomingMessage): (readonly [name: string, value: string])[] {
  return withoutConnection(answer);
}

/** What all keys and values of an answer come to. */
export function headerBytes({ rawHeaders }: IncomingMessage): number {
  return rawHeaders.reduce((sum, text) => sum + text.length, 0);
}

function withoutConnection({ rawHeaders, headers }: IncomingMessage): (readonly [string, string])[] {
  const named = (headers.connection ?? '').split(',').map((name) => name.trim().toLowerCase());
  return rawHeaders.flatMap((name, at) => {
    if (at % 2 === 1 || ofConnection.test(name) || named.includes(name.toLowerCase())) return [];
    return [[name, rawHeaders[at + 1] as string] as const];
  });
}
