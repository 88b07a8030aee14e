import { type HandlerSource, type InstanceOptions, invoke } from '../../runtime/index.js';
import { fetchedResponse, incomingOf } from './fetchParts.js';
import { exchange } from './frontEnd.js';
import { type FrontEndOptions, frontEndNamed } from './frontEnds.js';

/** How the function is run. */
export interface FunctionOptions {
  /** Time limit, environment variables, in a worker, … */
  readonly invocation?: InstanceOptions;
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
  given: FrontEndOptions & FunctionOptions,
): Promise<Response> {
  // Callers without types leave it out.
  const { invocation, ...options }: FrontEndOptions & FunctionOptions = given ?? {};
  const asked = request instanceof Request ? request : new Request(request);
  const { rendered } = await exchange(
    frontEndNamed(options.kind),
    await incomingOf(asked),
    options,
    (event) => invoke(handler, event, invocation),
  );
  return fetchedResponse(rendered, asked.method);
}
