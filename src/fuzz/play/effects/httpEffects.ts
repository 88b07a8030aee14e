import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import type { JsonValue } from '../../../kernel/json.js';
import { shared } from '../../../runtime/patches.js';
import type { EffectKind } from './effectKind.js';
import { currentRecorder, OutsideFault } from './recorder.js';

/**
 * Takes every HTTP request that a fuzzed handler makes for an outside call: it never leaves this process, is noted
 * as `POST https://…`, and can be made to fail. Requests of others pass through, and so do those of a handler that is
 * fuzzed without an answer.
 *
 * @returns ends it.
 */
export const recordHttp = shared(() => {
  const server = setupServer(http.all('*', ({ request }) => answered(request)));
  return [{ apply: () => server.listen({ onUnhandledRequest: 'bypass' }), undo: () => server.close() }];
});

async function answered(request: Request): Promise<Response | undefined> {
  const recorder = currentRecorder();
  const answer = recorder?.surroundings.http;
  if (recorder === undefined || answer === undefined) return undefined;
  const url = new URL(request.url);
  const name = `${request.method} ${url.origin}${url.pathname}`;
  const body = await bodyOf(request.clone());
  const args = [{ query: url.search, body }];
  try {
    return await recorder.run(name, args, () => answer(request), effectKindOf(request, url));
  } catch (error) {
    if (error instanceof OutsideFault) return HttpResponse.error();
    throw error;
  }
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
