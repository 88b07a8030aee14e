import { AsyncResource } from 'node:async_hooks';
import { HttpResponse, http, type RequestHandler } from 'msw';
import type { HandlerSource } from '../../runtime/index.js';
import { createFunctionPool } from '../functionPool.js';
import { type Listening, type ListenOptions, listenTo } from '../listenTo.js';
import { urlsBelow } from '../urlPattern.js';
import { incomingOf, responseInit } from './fetchParts.js';
import { type Exchange, exchange } from './frontEnd.js';
import { type FrontEndOptions, frontEndNamed } from './frontEnds.js';
import type { FunctionOptions } from './gatewayFetch.js';

/** Requests to a whole host, for a handler. */
export type FakeHttpGatewayOptions = FrontEndOptions &
  FunctionOptions & {
    /** Scheme and host of the service, `https://api.example.com`; a path restricts it to what is below. */
    readonly url: string;
    readonly handler: HandlerSource<never>;
  };

/** See {@link fakeHttpGateway}. */
export interface FakeHttpGateway extends AsyncDisposable {
  /** For a `setupServer` of your own. */
  readonly handlers: readonly RequestHandler[];
  /** What the requests came to, in the order of the answers. */
  readonly exchanges: readonly Exchange[];
  /** Answers the requests of this process to that host until the test is over. */
  listen(options?: ListenOptions): Listening;
  /** Ends the instances of the function. */
  close(): Promise<void>;
}

/**
 * Puts a handler behind an address, so that fetch, axios, got, node-fetch and `node:http` of this process reach it. Its
 * instances stay warm.
 *
 * @throws Misuse UNKNOWN_FRONT_END, INVALID_URL.
 * @example
 * const gateway = fakeHttpGateway({ url: 'https://api.example.com', handler: async () => ({ ok: true }), kind: 'function-url' });
 * const listening = gateway.listen();
 * const response = await fetch('https://api.example.com/status');
 * await response.json(); // { ok: true }
 * await listening.close();
 */
export function fakeHttpGateway(options: FakeHttpGatewayOptions): FakeHttpGateway {
  const { url, handler, invocation, ...config } = options;
  const frontEnd = frontEndNamed(config.kind);
  const pool = createFunctionPool(handler, invocation);
  const exchanges: Exchange[] = [];
  // A handler that requests another handler must not be held responsible for what that does.
  const outside = new AsyncResource('fakeHttpGateway');
  const answer = async (request: Request): Promise<Response> => {
    const made = await exchange(frontEnd, await incomingOf(request), config, (event) => pool.invoke(event));
    exchanges.push(made);
    const { rendered } = made;
    return new HttpResponse(...responseInit(rendered, request.method));
  };
  const handlers: readonly RequestHandler[] = [
    http.all(urlsBelow(url), ({ request }) => outside.runInAsyncScope(() => answer(request))),
  ];
  const close = () => pool.close();
  return {
    handlers,
    exchanges,
    listen: (listenOptions) => listenTo(handlers, listenOptions, close),
    close,
    [Symbol.asyncDispose]: close,
  };
}
