import type { HandlerSource } from '../../runtime/index.js';
import type { WebsocketCloseEvent } from '../../triggers/websocket-close/websocketClose.js';
import type { WebsocketConnectEvent } from '../../triggers/websocket-connect/websocketConnect.js';
import type { WebsocketDataEvent } from '../../triggers/websocket-data/websocketData.js';
import { fakeGateway } from '../push/fakeGateway.js';
import { readPush } from '../push/readPush.js';
import { shownRequest } from './incoming.js';
import { type KindSetup, maxKept, type ServeKind, type Service } from './serveKind.js';
import type { ServeOptions } from './serveOptions.js';
import { websocketService } from './websocketService.js';

/** WebSocket clients of an API whose functions push to a port of their own. */
export const websocketKind: ServeKind = {
  name: 'websocket',
  scheme: 'ws',
  takesPushes: true,
  start: startWebsocket,
};

function startWebsocket(options: ServeOptions, { limits, report, enter }: KindSetup): Service {
  const { handler, transfer = handler, cleanup = handler, invocation, seed, unknownConnection } = options;
  const gateway = fakeGateway({
    // Each gets the events of its own role alone.
    functions: {
      register: handler as HandlerSource<WebsocketConnectEvent>,
      transfer: transfer as HandlerSource<WebsocketDataEvent>,
      cleanup: cleanup as HandlerSource<WebsocketCloseEvent>,
    },
    maxKept,
    ...(seed === undefined ? {} : { seed }),
    ...(unknownConnection === undefined ? {} : { unknownConnection }),
    invocation: { deployed: true, ...invocation },
  });
  const sockets = websocketService({ gateway, limits, report, enter });
  return {
    notes: [],
    async answer(request) {
      const reason = 'this address takes WebSocket handshakes only';
      report({ type: 'refusal', what: shownRequest(request), answer: '426', reason });
      return { status: 426, headers: [['Upgrade', 'websocket']], body: Buffer.from(`${reason}\n`) };
    },
    upgrade: (request) => sockets.upgrade(request),
    async push(request) {
      const { push } = readPush(request);
      const what = push === undefined ? shownRequest(request) : `${push.action} to ${push.connectionId}`;
      const answer = await gateway.answerPush(request);
      if (answer.kind === 'reset') return 'reset';
      const { status, body } = answer;
      const { errNo, errMsg } = JSON.parse(body) as { errNo: number; errMsg: string };
      report({
        type: 'push',
        what,
        answer: String(status),
        reason: errNo === 0 ? undefined : `errNo ${errNo}: ${errMsg}`,
      });
      return { status, headers: [['content-type', 'application/json']], body: Buffer.from(body) };
    },
    restart: () => gateway.close(),
    hangUp: () => sockets.close(),
  };
}
