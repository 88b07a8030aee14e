import nodeHttp from 'node:http';
import { HttpHandler, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { isObject } from '../../../kernel/json.js';
import { type Patch, replaced, shared } from '../../../runtime/patches.js';
import { recordedHttp2 } from './http2Effects.js';
import { isOwnUrl, recordedRequest } from './recordedRequest.js';
import { currentRecorder, OutsideFault } from './recorder.js';
import { recordedDispatcher, recordedOwnDispatchers } from './undiciEffects.js';

/**
 * Takes every HTTP request that a fuzzed handler makes for an outside call: it never leaves this process, is noted
 * as `POST https://…`, and can be made to fail. Requests of others pass through, and so do those of a handler that is
 * fuzzed without an answer.
 *
 * @returns ends it.
 */
export const recordHttp = shared(() => {
  const server = setupServer(new UnclonedHandler(/.*/, '*', ({ request }) => answered(request)));
  const before = { request: nodeHttp.request, get: nodeHttp.get };
  return [
    {
      apply: () => void Object.assign(before, { request: nodeHttp.request, get: nodeHttp.get }),
      undo: () => undefined,
    },
    { apply: () => server.listen({ onUnhandledRequest: 'bypass' }), undo: () => server.close() },
    localRequests('request', before),
    localRequests('get', before),
    recordedDispatcher(),
    recordedOwnDispatchers(),
    ...recordedHttp2(),
  ];
});

/** Requests over a socket of the file system go to a server of this machine, such as the one that an adapter keeps. */
function localRequests(name: 'request' | 'get', before: Pick<typeof nodeHttp, 'request' | 'get'>): Patch {
  return replaced(nodeHttp, name, (original) => {
    const request = (...args: unknown[]): unknown => {
      const isLocal = args.some((arg) => isObject(arg) && typeof arg.socketPath === 'string');
      return Reflect.apply(isLocal ? before[name] : original(), nodeHttp, args);
    };
    return request as typeof nodeHttp.request;
  });
}

/** Takes every request as it is: msw copies each for its log, and Node 20 never frees a copy that nobody reads. */
class UnclonedHandler extends HttpHandler {
  override async run({ request, requestId }: Parameters<HttpHandler['run']>[0]) {
    const response = await answered(request);
    if (response === undefined) return null;
    if (response.type === 'error') setImmediate(endRequest, { request, requestId, response });
    return { handler: this, request, requestId, response };
  }
}

/** Tells msw of the end of a request that fails: it keeps each, with its body, until it hears of a response. */
function endRequest(ended: {
  readonly request: Request;
  readonly requestId: string;
  readonly response: Response;
}): void {
  const interceptor: unknown = Reflect.get(globalThis, Symbol.for('fetch-interceptor'));
  const emitter = isObject(interceptor) ? interceptor.emitter : undefined;
  const emit = isObject(emitter) ? emitter.emit : undefined;
  if (typeof emit === 'function')
    Reflect.apply(emit, emitter, ['response', { ...ended, isMockedResponse: true }]);
}

async function answered(request: Request): Promise<Response | undefined> {
  const recorder = currentRecorder();
  const answer = recorder?.surroundings.http;
  const url = new URL(request.url);
  if (recorder === undefined || answer === undefined || isOwnUrl(url)) return undefined;
  try {
    return await recordedRequest(recorder, request, answer);
  } catch (error) {
    if (error instanceof OutsideFault) return HttpResponse.error();
    throw error;
  }
}
