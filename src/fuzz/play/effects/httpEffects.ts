import nodeHttp from 'node:http';
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { isObject } from '../../../kernel/json.js';
import { type Patch, replaced, shared } from '../../../runtime/patches.js';
import { recordedHttp2 } from './http2Effects.js';
import { isOwnUrl, recordedRequest } from './recordedRequest.js';
import { currentRecorder, OutsideFault } from './recorder.js';
import { recordedDispatcher } from './undiciEffects.js';

/**
 * Takes every HTTP request that a fuzzed handler makes for an outside call: it never leaves this process, is noted
 * as `POST https://…`, and can be made to fail. Requests of others pass through, and so do those of a handler that is
 * fuzzed without an answer.
 *
 * @returns ends it.
 */
export const recordHttp = shared(() => {
  const server = setupServer(http.all('*', ({ request }) => answered(request)));
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
