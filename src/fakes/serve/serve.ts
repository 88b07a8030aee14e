import { factsOf } from '../../domain/http/deployment.js';
import { Misuse } from '../../kernel/misuse.js';
import { semaphore } from '../semaphore.js';
import { checkHandler } from './checkHandler.js';
import { startHttpServer } from './httpServer.js';
import { limitsOf } from './limits.js';
import type { ServeKind, Service } from './serveKind.js';
import { serveKinds } from './serveKinds.js';
import type { ServeOptions } from './serveOptions.js';

/**
 * Every way to reach a served function, the usual one first.
 *
 * @example
 * serveKindNames; // ['apigw', 'clb', 'function-url', 'websocket', 'invoke', 'web']
 */
export const serveKindNames: readonly string[] = serveKinds.map(({ name }) => name);

/** A server that runs. */
export interface RunningServer extends AsyncDisposable {
  /** Address for clients: `http://127.0.0.1:49152/`, or `ws:` for WebSockets. */
  readonly url: string;
  /** Address that functions push to; undefined for other kinds than `websocket`. */
  readonly pushUrl: string | undefined;
  /** What a client must know beside the address. */
  readonly notes: readonly string[];
  /** Makes the next invocation a cold one, which loads the handler again. */
  restart(): Promise<void>;
  /** Lets in nobody more, lets what is under way end, and leaves nothing open. */
  close(): Promise<void>;
}

/**
 * Serves a handler over TCP, so that curl, a browser or a client in any language reaches it as it would in the cloud.
 *
 * @throws Misuse UNKNOWN_SERVE_KIND, INVALID_DEPLOYMENT, PORT_IN_USE, PORT_NOT_ALLOWED, HOST_NOT_HERE, INVALID_LIMIT, and those of `invoke` for a handler that
 * cannot be loaded.
 * @example
 * const server = await serve({ kind: 'function-url', handler: async (event) => ({ path: event.path }) });
 * const answer = await fetch(`${server.url}orders?page=2`);
 * await answer.json(); // { path: '/orders' }
 * await server.close();
 */
export async function serve(options: ServeOptions): Promise<RunningServer> {
  const kind = kindNamed(options.kind ?? serveKinds[0].name);
  factsOf({ name: kind.name, facts: kind.deploymentFacts ?? [] }, options.deployment ?? {});
  const { host = '127.0.0.1', port = 0, pushPort = 0 } = options;
  const allowHosts = [...(options.allowHosts ?? []), ...corsHosts(options)];
  const { report = () => {}, invocation = {} } = options;
  const limits = limitsOf(options.limits);
  const check = kind.checkFunction ?? checkHandler;
  for (const source of [options.handler, options.transfer, options.cleanup]) {
    if (typeof source === 'string') await check(source, invocation.cwd ?? process.cwd(), invocation);
  }
  const timeLimitMs = invocation.timeoutMs ?? invocation.context?.time_limit_in_ms ?? 3000;
  const common = { host, allowHosts, limits, report, answerMs: timeLimitMs };
  let service: Service | undefined;
  const pushServer = kind.takesPushes
    ? await startHttpServer(
        { answer: async (request) => (await service?.push?.(request)) ?? 'reset' },
        { ...common, port: pushPort, portOption: 'pushPort (--push-port)' },
      )
    : undefined;
  const pushUrl = pushServer && `http://${shownHost(host)}:${pushServer.port}/api-push`;
  try {
    const told = withPushUrl(options, pushUrl);
    const started = await kind.start(told, { limits, report, enter: semaphore(limits.instances) });
    service = started;
    const server = await startHttpServer(started, { ...common, port, portOption: 'port (--port)' });
    const stop = async (): Promise<void> => {
      await server.stop(async () => started.hangUp?.());
      await pushServer?.stop();
      await started.restart();
    };
    let stopped: Promise<void> | undefined;
    const close = (): Promise<void> => {
      stopped ??= stop();
      return stopped;
    };
    return {
      url: `${kind.scheme}://${shownHost(host)}:${server.port}/`,
      pushUrl,
      notes: started.notes,
      restart: () => started.restart(),
      close,
      [Symbol.asyncDispose]: close,
    };
  } catch (error) {
    await service?.hangUp?.();
    await pushServer?.stop();
    throw error;
  }
}

/** The names of pages that a CORS configuration lets in; `*` lets in nobody here, since this is no public address. */
function corsHosts({ deployment }: ServeOptions): string[] {
  const origins = deployment?.cors?.origins ?? [];
  return origins.filter((origin) => origin !== '*').map((origin) => new URL(origin).hostname);
}

function kindNamed(name: string): ServeKind {
  const kind = serveKinds.find((one) => one.name === name);
  if (kind !== undefined) return kind;
  throw new Misuse(
    'UNKNOWN_SERVE_KIND',
    `Cannot serve a handler as ${JSON.stringify(name)}: clients cannot reach it that way. Take one of ${serveKindNames.join(', ')}; invoke takes any event.`,
  );
}

function withPushUrl(options: ServeOptions, pushUrl: string | undefined): ServeOptions {
  const { pushUrlVariable: name, invocation } = options;
  if (name === undefined || pushUrl === undefined) return options;
  return { ...options, invocation: { ...invocation, env: { [name]: pushUrl, ...invocation?.env } } };
}

/** An address that a client on this machine can connect to. */
function shownHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}
