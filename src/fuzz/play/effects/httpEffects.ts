import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import type { JsonValue } from '../../../kernel/json.js';
import { currentRecorder, OutsideFault } from './recorder.js';
import type { Trace } from './trace.js';

/** Answers a request that a fuzzed handler makes; an empty JSON object with status 200 when nothing is said. */
export type HttpAnswer = (request: Request) => Response | Promise<Response>;

/**
 * Takes every HTTP request that a fuzzed handler makes for an outside call: it never leaves this process, is noted
 * as `POST https://…`, and can be made to fail. Requests of others pass through.
 *
 * @returns ends it.
 */
export function recordHttp(answer: HttpAnswer = () => HttpResponse.json({})): () => void {
  const server = setupServer(
    http.all('*', async ({ request }) => {
      const recorder = currentRecorder();
      if (recorder === undefined) return undefined;
      const url = new URL(request.url);
      const name = `${request.method} ${url.origin}${url.pathname}`;
      const body = await bodyOf(request.clone());
      const args = [{ query: url.search, body }];
      try {
        return await recorder.run(name, args, () => answer(request), traceOf(request, url));
      } catch (error) {
        if (error instanceof OutsideFault) return HttpResponse.error();
        throw error;
      }
    }),
  );
  server.listen({ onUnhandledRequest: 'bypass' });
  return () => server.close();
}

/** GET leaves nothing, PUT and DELETE a value under their address, POST an entry unless it carries an idempotency key. */
function traceOf(request: Request, url: URL): Trace {
  const { method, headers } = request;
  const address = `${url.origin}${url.pathname}${url.search}`;
  if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS') return { leaves: 'nothing' };
  if (method === 'PUT' || method === 'DELETE') return { leaves: 'value', key: address };
  const key = headers.get('idempotency-key') ?? headers.get('x-idempotency-key');
  return key === null ? { leaves: 'entry' } : { leaves: 'once', key: `${address} ${key}` };
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
