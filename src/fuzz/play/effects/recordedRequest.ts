import type { JsonValue } from '../../../kernel/json.js';
import type { EffectKind } from './effectKind.js';
import { isLoopback, isOwnServer } from './ownServers.js';
import type { HttpAnswer, Recorder } from './recorder.js';
/** True for the address of a server of this process. */
export function isOwnUrl(url: URL): boolean {
  const port = url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port);
  return isLoopback(url.hostname) && isOwnServer({ host: url.hostname, port });
}

/** Notes a request and has it answered. */
export async function recordedRequest(
  recorder: Recorder,
  request: Request,
  answer: HttpAnswer,
): Promise<Response> {
  const url = new URL(request.url);
  const name = `${request.method} ${url.origin}${url.pathname}`;
  const body = await bodyOf(request.clone());
  const args = [{ query: url.search, body }];
  return recorder.run(name, args, () => answer(request), effectKindOf(request, url));
}

/** GET leaves nothing, PUT and DELETE a value under their address, POST an entry unless it carries an idempotency key. */
function effectKindOf(request: Request, url: URL): EffectKind {
  const { method, headers } = request;
  const address = `${url.origin}${url.pathname}${url.search}`;
  if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS') return { kind: 'read' };
  if (method === 'PUT' || method === 'DELETE') return { kind: 'overwrite', key: address };
  const key = headers.get('idempotency-key') ?? headers.get('x-idempotency-key');
  return key === null ? { kind: 'append' } : { kind: 'once', key: `${address} ${key}` };
}

async function bodyOf(request: Request): Promise<JsonValue> {
  const text = await request.text();
  // A number with so many digits would not be the same afterwards.
  if (/\d{16}/.test(text)) return text;
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return text;
  }
}
