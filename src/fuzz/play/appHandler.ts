import { AsyncLocalStorage } from 'node:async_hooks';
import type { Server, ServerResponse } from 'node:http';
import { type Duplex, duplexPair } from 'node:stream';
import type { ScfHandler } from '../../runtime/index.js';
import { askOn, brokenOff, type ServerAnswer, webAnswerOf } from '../../runtime/webAnswer.js';
import { requestBytes, type WebRequest } from '../../runtime/webRequest.js';
import { withWireSize } from '../../runtime/wireSize.js';
import { appCode } from './appCode.js';
import { innerApp, isServer, lostCookiesOf, serverOf } from './serverOf.js';

/** Runs what is the client's and no work of the app. */
const asClient = AsyncLocalStorage.snapshot();

/** The proxy in the function environment, which all requests come through. */
const proxyAddress = '10.132.167.112';

/**
 * The handler of an app in this process: each event is a request, which comes to it as bytes on a connection that is none
 * of the network.
 */
export async function appHandler(app: unknown): Promise<ScfHandler<WebRequest>> {
  const server = await serverOf(app);
  const handler: ScfHandler<WebRequest> = async (request, context): Promise<ServerAnswer> => {
    const data = context.getContext();
    const facts = {
      data,
      timeoutMs: data.time_limit_in_ms,
      memoryMb: data.memory_limit_in_mb,
      env: ownEnv(),
    };
    const [client, connection] = duplexPair();
    // What a server breaks off has no end of its own.
    connection.once('close', () => asClient(() => setImmediate(() => client.destroy())));
    const asked = askedOf(server, connection);
    const raw = await askOn(client, requestBytes(request, facts), { method: request.httpMethod, asClient });
    const lostCookies = lostCookiesOf(asked.response);
    asked.end();
    endAfter(asked.response, connection);
    if (raw === undefined) return brokenOff;
    const answer = { ...webAnswerOf(raw), ...(lostCookies.length === 0 ? {} : { lostCookies }) };
    return withWireSize(answer, raw.body.length);
  };
  // Who asks for the code of the handler looks for that of the app.
  const code = () => (isServer(app) ? listenersOf(server) : appCode(innerApp(app)));
  return Object.defineProperty(handler, 'toString', { value: code });
}

/** Ends a connection as soon as its answer has: the parser of a server holds what it belongs to until then. */
function endAfter(response: ServerResponse | undefined, connection: Duplex): void {
  const end = (): void => void asClient(() => setImmediate(() => connection.destroy()));
  if (response === undefined || response.writableFinished) end();
  else response.once('finish', end);
}

function listenersOf(server: Server): string {
  return server
    .listeners('request')
    .map((listener) => Function.prototype.toString.call(listener))
    .join('\n');
}

/** The environment that the call is made with, in which the keys of the role stand. */
function ownEnv(): Record<string, string> {
  const names = ['TENCENTCLOUD_SECRETID', 'TENCENTCLOUD_SECRETKEY', 'TENCENTCLOUD_SESSIONTOKEN'];
  return Object.fromEntries(
    names.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
  );
}

/** Lets a server take a connection, and hears of the answer that it makes. */
function askedOf(
  server: Server,
  connection: Duplex,
): { response: ServerResponse | undefined; readonly end: () => void } {
  const hear = (_request: unknown, response: ServerResponse): void => {
    if (response.socket === connection) asked.response = response;
  };
  const asked = {
    response: undefined as ServerResponse | undefined,
    end: () => void server.off('request', hear),
  };
  Object.defineProperties(connection, {
    remoteAddress: { value: proxyAddress },
    remoteFamily: { value: 'IPv4' },
    remotePort: { value: 40_000 },
  });
  server.prependListener('request', hear);
  server.emit('connection', connection);
  return asked;
}
