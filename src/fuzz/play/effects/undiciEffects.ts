import Module from 'node:module';
import { isObject } from '../../../kernel/json.js';
import { type Patch, replaced } from '../../../runtime/patches.js';
import { isOwnUrl, recordedRequest } from './recordedRequest.js';
import { currentRecorder, type HttpAnswer, type Recorder } from './recorder.js';

/** Where every copy of undici, Node's own included, looks for the dispatcher of all requests that name none. */
const dispatcherKey = Symbol.for('undici.globalDispatcher.1');

/** What undici asks of a dispatcher: https://undici.nodejs.org/#/docs/api/Dispatcher */
interface DispatchOptions {
  readonly origin?: string | URL;
  readonly path: string;
  readonly method: string;
  readonly headers?: unknown;
  readonly body?: unknown;
}

/** Who hears of the answer, in the names of undici 5 to 6 and of those since 7. */
interface DispatchHandler {
  onConnect?(abort: (reason?: Error) => void): void;
  onHeaders?(status: number, headers: Buffer[], resume: () => void, statusText: string): boolean;
  onData?(chunk: Buffer): boolean;
  onComplete?(trailers: Buffer[]): void;
  onError?(error: Error): void;
  onRequestStart?(controller: object, context: object): void;
  onResponseStart?(controller: object, status: number, headers: object, statusText: string): void;
  onResponseData?(controller: object, chunk: Buffer): void;
  onResponseEnd?(controller: object, trailers: object): void;
  onResponseError?(controller: object, error: Error): void;
}

type Dispatch = (options: DispatchOptions, handler: DispatchHandler) => boolean;

/** Takes the requests that a fuzzed handler makes with undici itself (`request`, `stream`, `pipeline`, `fetch`) for outside calls. */
export function recordedDispatcher(): Patch {
  return replaced(globalThis, dispatcherKey, (original) => {
    const before: unknown = original() ?? nodesDispatcher();
    if (!isObject(before)) return before;
    return new Proxy(before, {
      get(target, name) {
        if (name === 'dispatch')
          return (...args: Parameters<Dispatch>) =>
            dispatched(target, args, Reflect.get(target, 'dispatch') as Dispatch);
        const member: unknown = Reflect.get(target, name, target);
        return typeof member === 'function' ? member.bind(target) : member;
      },
    });
  });
}

/** What undici makes all its dispatchers of, in its versions from 5 on. */
const baseFile = /[\\/]dispatcher-base(?:\.js)?$/;

interface ModuleLoader {
  readonly _cache: Readonly<Record<string, { readonly exports?: unknown } | undefined>>;
  _load(request: string, ...more: unknown[]): unknown;
}

function isLoader(value: unknown): value is ModuleLoader {
  return typeof value === 'function' && '_load' in value && '_cache' in value && isObject(value._cache);
}

/**
 * The same for requests that name a dispatcher (`new Agent()`, `new Pool(address)`, `new Client(address)`), as clients do
 * that bring undici along, in each copy of it that is loaded.
 */
export function recordedOwnDispatchers(): Patch {
  const loader: unknown = Module;
  // Other runtimes load in ways of their own.
  if (!isLoader(loader)) return { apply: () => undefined, undo: () => undefined };
  const taken = new Map<object, Patch>();
  const take = (loaded: unknown): void => {
    const base: unknown = typeof loaded === 'function' ? loaded.prototype : undefined;
    if (!isObject(base) || taken.has(base) || typeof base.dispatch !== 'function') return;
    const patch = replaced(base as { dispatch: Dispatch }, 'dispatch', (original) => {
      return function (this: object, ...args: Parameters<Dispatch>): boolean {
        return dispatched(this, args, original());
      };
    });
    taken.set(base, patch);
    patch.apply();
  };
  const loading = replaced(loader, '_load', (original) => (request, ...more) => {
    const loaded = Reflect.apply(original(), loader, [request, ...more]);
    if (baseFile.test(request)) take(loaded);
    return loaded;
  });
  return {
    apply() {
      for (const patch of taken.values()) patch.apply();
      for (const [file, module] of Object.entries(loader._cache))
        if (baseFile.test(file)) take(module?.exports);
      loading.apply();
    },
    undo() {
      loading.undo();
      for (const patch of taken.values()) patch.undo();
    },
  };
}

/** Node makes its dispatcher when it is needed first. */
function nodesDispatcher(): unknown {
  // Nothing is sent for an address that holds its data.
  fetch('data:,').catch(() => undefined);
  return Reflect.get(globalThis, dispatcherKey);
}

function dispatched(target: object, [options, handler]: Parameters<Dispatch>, dispatch: Dispatch): boolean {
  const recorder = currentRecorder();
  const answer = recorder?.surroundings.http;
  const origin = options.origin ?? ownOrigin(target);
  const url = origin === undefined ? undefined : new URL(options.path, origin);
  if (recorder === undefined || answer === undefined || url === undefined || isOwnUrl(url))
    return Reflect.apply(dispatch, target, [options, handler]);
  void deliverAnswer(handler, () => answered(recorder, answer, url, options));
  return true;
}

/** Where a client or a pool leads that is for one server. */
function ownOrigin(dispatcher: object): URL | undefined {
  const key = Object.getOwnPropertySymbols(dispatcher).find(({ description }) => description === 'url');
  const url: unknown = key === undefined ? undefined : Reflect.get(dispatcher, key);
  return url instanceof URL ? url : undefined;
}

async function answered(
  recorder: Recorder,
  answer: HttpAnswer,
  url: URL,
  { method, headers, body }: DispatchOptions,
): Promise<Response> {
  const sent = method === 'GET' || method === 'HEAD' ? undefined : await bytesOf(body);
  const request = new Request(url, { method, headers: headersOf(headers), ...(sent && { body: sent }) });
  return recordedRequest(recorder, request, answer);
}

/** Hands an answer to the one who asked, or the error. */
async function deliverAnswer(handler: DispatchHandler, ask: () => Promise<Response>): Promise<void> {
  let aborted: Error | undefined;
  const abort = (reason?: Error): void => {
    aborted = reason ?? new Error('aborted');
  };
  const controller = { abort, pause() {}, resume() {}, aborted: false, paused: false, reason: null };
  try {
    handler.onConnect?.(abort);
    handler.onRequestStart?.(controller, {});
    const response = await ask();
    const body = Buffer.from(await response.arrayBuffer());
    if (aborted !== undefined) throw aborted;
    const headers = Object.fromEntries(response.headers);
    const raw = [...response.headers].flat().map((text) => Buffer.from(text));
    if (handler.onRequestStart === undefined) {
      handler.onHeaders?.(response.status, raw, () => undefined, response.statusText);
      if (body.length > 0) handler.onData?.(body);
      handler.onComplete?.([]);
    } else {
      handler.onResponseStart?.(controller, response.status, headers, response.statusText);
      if (body.length > 0) handler.onResponseData?.(controller, body);
      handler.onResponseEnd?.(controller, {});
    }
  } catch (error) {
    const told = error instanceof Error ? error : new Error(String(error));
    if (handler.onRequestStart === undefined) handler.onError?.(told);
    else handler.onResponseError?.(controller, told);
  }
}

/** Headers as undici takes them: pairs in a row, an object, or what can be gone through. */
function headersOf(given: unknown): Headers {
  const headers = new Headers();
  const add = (name: unknown, value: unknown): void => {
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined && one !== null) headers.append(String(name), String(one));
  };
  if (Array.isArray(given)) {
    const isPairs = given.every((one) => Array.isArray(one));
    if (isPairs) for (const [name, value] of given as [unknown, unknown][]) add(name, value);
    else for (let at = 0; at + 1 < given.length; at += 2) add(given[at], given[at + 1]);
  } else if (isObject(given)) {
    const iterator: unknown = Reflect.get(given, Symbol.iterator);
    const entries =
      typeof iterator === 'function'
        ? Array.from(Object(given) as [unknown, unknown][])
        : Object.entries(given);
    for (const [name, value] of entries) add(name, value);
  }
  return headers;
}

async function bytesOf(body: unknown): Promise<Uint8Array<ArrayBuffer> | string | undefined> {
  if (body === undefined || body === null) return undefined;
  if (typeof body === 'string') return body;
  if (body instanceof Uint8Array || body instanceof ArrayBuffer || ArrayBuffer.isView(body))
    return new Uint8Array(await new Response(body as Uint8Array<ArrayBuffer>).arrayBuffer());
  if (typeof body === 'object' && (Symbol.asyncIterator in body || Symbol.iterator in body)) {
    const chunks: Buffer[] = [];
    for await (const chunk of body as AsyncIterable<string | Uint8Array>)
      chunks.push(Buffer.from(chunk as Uint8Array));
    return new Uint8Array(Buffer.concat(chunks));
  }
  return new Uint8Array(await new Response(body as Blob | FormData).arrayBuffer());
}
