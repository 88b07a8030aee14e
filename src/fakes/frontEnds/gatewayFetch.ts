import { describeValue } from '../../kernel/describeValue.js';
import { Misuse } from '../../kernel/misuse.js';
import { type HandlerSource, type InstanceOptions, invoke } from '../../runtime/index.js';
import { type ApigwConfig, apigwFrontEnd } from './apigwFrontEnd.js';
import { type ClbConfig, clbFrontEnd } from './clbFrontEnd.js';
import { fetchedResponse, incomingOf } from './fetchParts.js';
import { exchange, type FrontEnd } from './frontEnd.js';
import { type FunctionUrlConfig, functionUrlFrontEnd } from './functionUrlFrontEnd.js';

/** Every front end that makes events of HTTP requests. */
export const frontEnds = [apigwFrontEnd, clbFrontEnd, functionUrlFrontEnd] as const;

/** Which front end stands before the function, and how it is set up there. */
export type FrontEndOptions =
  | ({ readonly kind: 'apigw' } & ApigwConfig)
  | ({ readonly kind: 'clb' } & ClbConfig)
  | ({ readonly kind: 'function-url' } & FunctionUrlConfig);

/** How the function is run. */
export interface FunctionOptions {
  /** Time limit, environment variables, in a worker, … */
  readonly invocation?: InstanceOptions;
}

/**
 * The front end of that kind.
 *
 * @throws Misuse UNKNOWN_FRONT_END.
 * @example
 * frontEndNamed('clb').name; // 'clb'
 */
export function frontEndNamed(kind: string): FrontEnd {
  const found = frontEnds.find(({ name }) => name === kind);
  if (found !== undefined) return found;
  throw new Misuse(
    'UNKNOWN_FRONT_END',
    `Cannot put ${describeValue(kind)} before a function: it takes no HTTP requests. Take one of ${frontEnds.map(({ name }) => name).join(', ')}.`,
  );
}

/**
 * Sends one request to a handler, as the clients of that front end do: the request becomes an event, the handler runs in
 * the runtime, its result is judged, and what the client would receive comes back, 403 bodies and time-outs included.
 * A body that says that it is compressed comes back opened, as fetch gives it. Every call is a cold start; see
 * {@link fakeHttpGateway} for warm ones.
 *
 * @throws Misuse UNKNOWN_FRONT_END, STATUS_WITHOUT_RESPONSE, and those of `invoke`.
 * @example
 * const handler = async (event) => ({ statusCode: 200, headers: { 'content-type': 'text/plain' }, body: event.path });
 * const response = await gatewayFetch(handler, 'https://api.example.com/orders?page=2', { kind: 'apigw' });
 * await response.text(); // '/orders'
 */
export async function gatewayFetch(
  handler: HandlerSource<never>,
  request: Request | URL | string,
  { invocation, ...options }: FrontEndOptions & FunctionOptions,
): Promise<Response> {
  const given = request instanceof Request ? request : new Request(request);
  const { rendered } = await exchange(
    frontEndNamed(options.kind),
    await incomingOf(given),
    options,
    (event) => invoke(handler, event, invocation),
  );
  return fetchedResponse(rendered, given.method);
}
