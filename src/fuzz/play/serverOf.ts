import { createServer, type IncomingMessage, type Server, ServerResponse } from 'node:http';
import { isObject } from '../../kernel/json.js';
import { Misuse } from '../../kernel/misuse.js';

/** What answers requests: a listener of Node's, or an app of Express, Koa, Fastify, Hono or Nest. */
export type WebApp =
  | ((request: IncomingMessage, response: ServerResponse) => unknown)
  | Server
  | { callback(): unknown }
  | { fetch(request: Request): unknown }
  | { ready(): unknown; routing: unknown }
  | { init(): unknown; getHttpAdapter(): unknown };

type Listener = (request: IncomingMessage, response: ServerResponse) => unknown;

/** Cookies that were overwritten before they were sent, by the answer. */
const lostCookies = new WeakMap<ServerResponse, string[]>();

/** Names of cookies that an answer was to set and does not. */
export function lostCookiesOf(response: ServerResponse | undefined): readonly string[] {
  return response === undefined ? [] : (lostCookies.get(response) ?? []);
}

/** An answer that sees which of its cookies are lost. */
class WatchedResponse extends ServerResponse {
  override setHeader(name: string, value: number | string | readonly string[]): this {
    if (name.toLowerCase() === 'set-cookie') {
      const after = cookieNames(value);
      const lost = cookieNames(this.getHeader(name)).filter((one) => !after.includes(one));
      if (lost.length > 0) lostCookies.set(this, [...lostCookiesOf(this), ...lost]);
    }
    return super.setHeader(name, value);
  }
}

/**
 * A server for an app, which listens nowhere.
 *
 * @throws Misuse NO_WEB_APP for what answers no requests.
 */
export async function serverOf(app: unknown): Promise<Server> {
  if (isServer(app)) return app;
  return createServer({ ServerResponse: WatchedResponse }, await listenerOf(app));
}

async function listenerOf(app: unknown): Promise<Listener> {
  if (typeof app === 'function') return app as Listener;
  if (isObject(app)) {
    if (typeof app.getHttpAdapter === 'function' && typeof app.init === 'function') {
      await Reflect.apply(app.init, app, []);
      return listenerOf(innerApp(app));
    }
    if (typeof app.callback === 'function') return Reflect.apply(app.callback, app, []) as Listener;
    if (typeof app.ready === 'function' && typeof app.routing === 'function') {
      await Reflect.apply(app.ready, app, []);
      return app.routing as Listener;
    }
    if (typeof app.fetch === 'function') return fetchListener(app as { fetch(request: Request): unknown });
  }
  throw new Misuse(
    'NO_WEB_APP',
    'Cannot fuzz this app: it answers no requests. Give a function that makes an app of Express, Koa, Fastify, Hono or Nest, or a listener (request, response) => …: fuzzWeb({ app: () => createApp() }).',
  );
}

/** The app that answers, which is inside of one of Nest; the same for others. */
export function innerApp(app: unknown): unknown {
  if (!isObject(app) || typeof app.getHttpAdapter !== 'function') return app;
  const adapter: unknown = Reflect.apply(app.getHttpAdapter, app, []);
  return isObject(adapter) && typeof adapter.getInstance === 'function' ? adapter.getInstance() : undefined;
}

/** True for a server of Node's. */
export function isServer(app: unknown): app is Server {
  return (
    isObject(app) &&
    typeof app.listen === 'function' &&
    typeof app.emit === 'function' &&
    'requestTimeout' in app
  );
}

/** Requests and answers of fetch over those of Node, as the adapters of Hono make them. */
function fetchListener(app: { fetch(request: Request): unknown }): Listener {
  return async (incoming, outgoing) => {
    const method = incoming.method ?? 'GET';
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const headers = new Headers();
    for (let at = 0; at < incoming.rawHeaders.length; at += 2)
      headers.append(incoming.rawHeaders[at] as string, incoming.rawHeaders[at + 1] as string);
    const address = `http://${incoming.headers.host ?? 'localhost'}${incoming.url ?? '/'}`;
    const hasBody = chunks.length > 0 && method !== 'GET' && method !== 'HEAD';
    const request = new Request(address, {
      method,
      headers,
      ...(hasBody ? { body: Buffer.concat(chunks) } : {}),
    });
    const answer = (await app.fetch(request)) as Response;
    const named = [...answer.headers].filter(([name]) => name !== 'set-cookie');
    for (const [name, value] of named) outgoing.setHeader(name, value);
    const cookies = answer.headers.getSetCookie();
    if (cookies.length > 0) outgoing.setHeader('set-cookie', cookies);
    outgoing.statusCode = answer.status;
    const bytes = Buffer.from(await answer.arrayBuffer());
    outgoing.end(bytes);
  };
}

function cookieNames(value: unknown): string[] {
  return [value].flat().flatMap((one) => (typeof one === 'string' ? [one.split('=', 1)[0] as string] : []));
}
