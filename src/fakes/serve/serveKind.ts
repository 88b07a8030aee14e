import type { IncomingRequest } from '../frontEnds/parseRequest.js';
import type { Semaphore } from '../semaphore.js';
import type { HttpAnswer, HttpService } from './httpServer.js';
import type { ServeLimits } from './limits.js';
import type { Reporter } from './served.js';
import type { ServeOptions } from './serveOptions.js';

/** What a kind of server is started with. */
export interface KindSetup {
  readonly limits: ServeLimits;
  readonly report: Reporter;
  readonly enter: Semaphore;
}

/** What stands behind the ports of a server. */
export interface Service extends HttpService {
  /** Answers a push; only of a kind that takes them. */
  push?(request: IncomingRequest): Promise<HttpAnswer | 'reset'>;
  /** What a client must know beside the address. */
  readonly notes: readonly string[];
  /** Makes the next invocation a cold one. */
  restart(): Promise<void>;
  /** Ends what keeps connections open. */
  hangUp?(): Promise<void>;
}

/** One way to reach a function. */
export interface ServeKind {
  readonly name: string;
  /** Scheme of the address. */
  readonly scheme: 'http' | 'ws';
  /** True when functions push to a port of their own. */
  readonly takesPushes: boolean;
  /** The facts of a deployment that it follows; none when left out. */
  readonly deploymentFacts?: readonly string[];
  /** Looks whether a function can be served so; a handler of events when left out. */
  readonly checkFunction?: (spec: string, cwd: string) => Promise<void>;
  start(options: ServeOptions, setup: KindSetup): Service | Promise<Service>;
}

/** What a server keeps of the past: enough to report from, so that it can run for days. */
export const maxKept = 16;
