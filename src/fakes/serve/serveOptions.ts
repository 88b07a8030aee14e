import type { Deployment } from '../../domain/http/deployment.js';
import type { HandlerSource, InstanceOptions } from '../../runtime/index.js';
import type { FrontEndConfig } from '../frontEnds/frontEnds.js';
import type { ApiCredentials } from '../invokeApi/tc3.js';
import type { PushReply } from '../push/pushEndpoint.js';
import type { ServeLimits } from './limits.js';
import type { Reporter } from './served.js';

/** What is served, and where. */
export interface ServeOptions {
  /** How clients reach the function: one of `serveKindNames`, the first when left out. */
  readonly kind?: string;
  /** The function; of a WebSocket API the one that registers connections, of a web function its folder. */
  readonly handler: HandlerSource<never>;
  /** The function that gets the messages of WebSocket clients; `handler` when left out. */
  readonly transfer?: HandlerSource<never>;
  /** The function that hears when WebSocket clients leave; `handler` when left out. */
  readonly cleanup?: HandlerSource<never>;
  /** 127.0.0.1 when left out: nobody else reaches it. */
  readonly host?: string;
  /** Names of hosts whose requests are answered beside those of this machine: `shop.test`, `.shop.test` with all below it, `*` for any. */
  readonly allowHosts?: readonly string[];
  /** 0, any free one, when left out. */
  readonly port?: number;
  /** Port that functions behind a WebSocket API push to; any free one when left out. */
  readonly pushPort?: number;
  /** Name of the environment variable in which functions behind a WebSocket API find the address to push to; none is set when left out. */
  readonly pushUrlVariable?: string;
  /** How many requests one instance of a web function takes at a time, 1 to 100; 1 when left out. */
  readonly concurrency?: number;
  /** How long a WebSocket of a web function may say nothing, in milliseconds; 15,000 when left out. */
  readonly websocketIdleMs?: number;
  /** How the function is run: time limit, memory, environment, in a worker, … */
  readonly invocation?: InstanceOptions;
  /** What is reported of a request to a web function has its body, too; else bodies pass and are not kept. */
  readonly keepBodies?: boolean;
  /** Facts of the deployment: the path of the API, its stage, passthrough, Base64, CORS; `frontEnd` wins. */
  readonly deployment?: Deployment;
  /** How the API, the load balancer or the function URL is set up. */
  readonly frontEnd?: FrontEndConfig;
  /** What a push to a connection that is not there gets; see `fakeGateway`. */
  readonly unknownConnection?: PushReply;
  /** What connection ids are drawn from; 42 when left out. */
  readonly seed?: string | number;
  /** Name of the function behind the Invoke API; `main` when left out. */
  readonly functionName?: string;
  /** Who may call the Invoke API; the pair AKID-EXAMPLE-0001 and EXAMPLE-KEY-0001 when left out. */
  readonly credentials?: ApiCredentials | readonly ApiCredentials[];
  readonly limits?: Partial<ServeLimits>;
  /** Hears of every event with its outcome, every push, and everything that was refused. Events are as they came, credentials and all. */
  readonly report?: Reporter;
}
