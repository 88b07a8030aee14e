import type { OptionSpecs } from '../kernel/trigger.js';
import { type WebRequest, web } from '../triggers/web/web.js';
import { type FuzzHandlerOptions, type FuzzReport, fuzzHandler } from './fuzzHandler.js';
import { appHandler } from './play/appHandler.js';
import type { HandlerFactory } from './play/execution.js';
import type { WebApp } from './play/serverOf.js';

/** A web function: the folder of its scf_bootstrap, or what makes its app. */
export type WebFunction<World> =
  | string
  | {
      /** Makes the app, once for every cold start; it is called with the world that `setup` makes. */
      readonly app: (world: World) => WebApp | Promise<WebApp>;
    };

/** How to fuzz a web function: as a handler, whose trigger is known. */
export type FuzzWebOptions<World> = Omit<
  FuzzHandlerOptions<WebRequest, Record<never, never>, World>,
  'trigger' | 'deployment'
>;

/**
 * Tries on a web function what clients may send it, and judges it without assertions: crashes, answers of 5xx behind
 * which an error of the engine stands, sessions in the memory of one instance, HEAD against GET, forged addresses, keys
 * of the role that get out, answers that are not whole, and the laws that hold for every function. Requests are drawn
 * from those of function URLs, and shrunk; failures are kept as files, and tried first the next time.
 *
 * @param subject the folder of its scf_bootstrap, which is started in processes of its own from which nothing leaves this
 *   machine; or `{ app }`, which makes an app of Express, Koa, Fastify, Hono or Nest, or a listener of `node:http`, for
 *   each cold start, and costs far less.
 * @returns the report, when nothing breaks.
 * @throws FuzzFailure when it breaks, and when nothing was found because next to nothing was tried, unless `allowWeak`;
 *   Misuse when an option cannot be fulfilled.
 * @example
 * const app = () => (request, response) => response.end(`hello ${request.method} ${request.url}`);
 * const report = await fuzzWeb({ app }, { runs: 10, store: false });
 * report.verdict; // 'nothing-found'
 */
export async function fuzzWeb<World = undefined>(
  subject: WebFunction<World>,
  options: FuzzWebOptions<World> = {},
): Promise<FuzzReport<WebRequest>> {
  return fuzzHandler<WebRequest, OptionSpecs, World>(webHandler(subject), {
    ...sourceOf(subject),
    ...options,
    trigger: web,
  });
}

/**
 * What fuzzes and replays a web function as a handler: `replayFailure(webHandler({ app }), stored, { trigger: web })`.
 *
 * @example
 * const handler = webHandler({ app: () => (request, response) => response.end('hello') });
 * (await fuzzReport(handler, { trigger: web, runs: 2, store: false })).failures.length; // 0
 */
export function webHandler<World = undefined>(
  subject: WebFunction<World>,
): string | HandlerFactory<WebRequest, World> {
  if (typeof subject === 'string') return subject;
  const { app } = subject;
  const make = async (world: World) => appHandler(await app(world));
  // Who fails without a world may be taken for a handler only if he takes one.
  return Object.defineProperty(make, 'length', { value: app.length });
}

/** The code of an app is that of the function that makes it, as far as it can be seen. */
function sourceOf<World>(subject: WebFunction<World>): { readonly source?: string } {
  return typeof subject === 'string' ? {} : { source: String(subject.app) };
}
