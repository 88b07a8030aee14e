import '../../src/matchers/vitest.js';
import { describe, expect, test } from 'vitest';
import { type FakeGateway, fakeGateway } from '../../src/fakes/index.js';
import type { WebsocketCloseEvent, WebsocketConnectEvent, WebsocketDataEvent } from '../../src/index.js';

/** What a chat keeps and does; a broken one differs in one of these. */
interface Chat {
  readonly peers: Set<string>;
  /** Throws for a push that did not succeed. */
  push(websocket: object): Promise<void>;
  register(event: WebsocketConnectEvent): unknown;
  transfer(event: WebsocketDataEvent): Promise<unknown>;
  cleanup(event: WebsocketCloseEvent): Promise<unknown>;
}

/** A chat without a known bug: every message goes to everybody else, peers that are gone are forgotten. */
function rightChat(pushUrl: string): Chat {
  const peers = new Set<string>();
  const chat: Chat = {
    peers,
    async push(websocket) {
      const body = JSON.stringify({ websocket });
      const response = await fetch(pushUrl, { method: 'POST', body, signal: AbortSignal.timeout(300) });
      const { errNo, errMsg } = await response.json();
      if (errNo !== 0) throw new Error(errMsg);
    },
    async register({ websocket: { secConnectionID, secWebSocketProtocol } }) {
      peers.add(secConnectionID);
      const protocol = secWebSocketProtocol?.split(/\s*,\s*/)[0];
      const chosen = protocol === undefined ? {} : { secWebSocketProtocol: protocol };
      return { errNo: 0, errMsg: 'ok', websocket: { action: 'connecting', secConnectionID, ...chosen } };
    },
    async transfer({ websocket }) {
      const others = [...peers].filter((id) => id !== websocket.secConnectionID);
      await Promise.all(
        others.map((secConnectionID) =>
          chat.push({ ...websocket, secConnectionID }).catch(() => peers.delete(secConnectionID)),
        ),
      );
    },
    async cleanup({ websocket }) {
      peers.delete(websocket.secConnectionID);
    },
  };
  return chat;
}

type Breaking = (chat: Chat, pushUrl: string) => Partial<Chat>;
type PlainTest = (gateway: FakeGateway, chat: Chat) => Promise<void>;

const cases: Record<string, { breaks: Breaking; plain: PlainTest; says: RegExp }> = {
  'no id echo': {
    breaks: () => ({
      register: async () => ({ errNo: 0, errMsg: 'ok', websocket: { action: 'connecting' } }),
    }),
    async plain(gateway) {
      expect(await gateway.connect()).toHaveConnected();
    },
    says: /the reply is invalid: websocket\.secConnectionID: expected "[^"]+", as in the connect event, received nothing/,
  },
  'an HTTP response in place of the reply': {
    breaks: () => ({ register: async () => ({ statusCode: 200, headers: {}, body: '{"errNo":0}' }) }),
    async plain(gateway) {
      expect(await gateway.connect()).toHaveConnected();
    },
    says: /return the reply itself, not an HTTP response/,
  },
  'sub-protocol not answered': {
    breaks: () => ({
      register: async ({ websocket: { secConnectionID } }) => ({
        errNo: 0,
        errMsg: 'ok',
        websocket: { action: 'connecting', secConnectionID },
      }),
    }),
    async plain(gateway) {
      expect((await gateway.connect({ protocols: ['chat', 'binary'] })).protocol).toBe('chat');
    },
    says: /expected '' to be 'chat'/,
  },
  'push not awaited': {
    breaks: (chat) => ({
      async transfer({ websocket }) {
        for (const secConnectionID of chat.peers) {
          if (secConnectionID !== websocket.secConnectionID)
            void chat.push({ ...websocket, secConnectionID });
        }
      },
    }),
    async plain(gateway) {
      const [alice, bob] = [await gateway.connect(), await gateway.connect()];
      await alice.send('hello');
      expect(bob).toHavePushed('hello');
    },
    says: /received no push|await the push, since a function is frozen once it has answered/,
  },
  'push failure hangs': {
    breaks: (chat, pushUrl) => ({
      async push(websocket) {
        await fetch(pushUrl, { method: 'POST', body: JSON.stringify({ websocket }) });
      },
      transfer: (event) => rightTransfer(chat, event),
    }),
    async plain(gateway) {
      const [alice] = [await gateway.connect(), await gateway.connect()];
      gateway.fail('time-out');
      expect(await alice.send('hello')).toMatchObject({ statusCode: 200 });
    },
    says: /433/,
  },
  'broadcast stops at the first gone peer': {
    breaks: (chat) => ({
      async transfer({ websocket }) {
        for (const secConnectionID of chat.peers) {
          if (secConnectionID !== websocket.secConnectionID)
            await chat.push({ ...websocket, secConnectionID });
        }
      },
    }),
    async plain(gateway, { peers }) {
      peers.add('gone==');
      const [alice, bob] = [await gateway.connect(), await gateway.connect()];
      await alice.send('hello');
      expect(bob).toHavePushed('hello');
    },
    says: /expected "hello", received no push/,
  },
  'gone peers never removed': {
    breaks: (chat) => ({
      async transfer({ websocket }) {
        const others = [...chat.peers].filter((id) => id !== websocket.secConnectionID);
        await Promise.allSettled(
          others.map((secConnectionID) => chat.push({ ...websocket, secConnectionID })),
        );
      },
    }),
    async plain(gateway, { peers }) {
      peers.add('gone==');
      const alice = await gateway.connect();
      await alice.send('one');
      await alice.send('two');
      expect(gateway.record.refused).toHaveLength(1);
    },
    says: /to have a length of 1 but got 2/,
  },
  'leaving peers never removed': {
    breaks: () => ({ cleanup: async () => {} }),
    async plain(gateway) {
      const [alice, bob] = [await gateway.connect(), await gateway.connect()];
      await bob.close();
      await alice.send('hello');
      expect(gateway.record.refused).toEqual([]);
    },
    says: /to deeply equal \[\]/,
  },
  'binary as text': {
    breaks: (chat) => ({
      transfer: ({ websocket }) => rightTransfer(chat, { websocket: { ...websocket, dataType: 'text' } }),
    }),
    async plain(gateway) {
      const [alice, bob] = [await gateway.connect(), await gateway.connect()];
      await alice.send(Uint8Array.of(0, 255));
      expect(bob).toHavePushed(Uint8Array.of(0, 255));
    },
    says: /expected 2 bytes \(00 ff\), received "AP8="/,
  },
  'text as binary that is no Base64': {
    breaks: (chat) => ({
      transfer: ({ websocket }) => rightTransfer(chat, { websocket: { ...websocket, dataType: 'binary' } }),
    }),
    async plain(gateway) {
      const [alice, bob] = [await gateway.connect(), await gateway.connect()];
      await alice.send('hello');
      expect(bob).toHavePushed('hello');
    },
    says: /A push was refused: websocket\.data: expected Base64, since dataType is "binary", received "hello"/,
  },
  'echo to the sender': {
    breaks: (chat) => ({
      async transfer({ websocket }) {
        await Promise.all(
          [...chat.peers].map((secConnectionID) => chat.push({ ...websocket, secConnectionID })),
        );
      },
    }),
    async plain(gateway) {
      const [alice] = [await gateway.connect(), await gateway.connect()];
      await alice.send('hello');
      await expect(alice).toHavePushedNothing();
    },
    says: /expected no push, received "hello"/,
  },
  'data that is not stringified': {
    breaks: (chat) => ({
      async transfer({ websocket }) {
        const data = { from: websocket.secConnectionID, text: websocket.data };
        for (const secConnectionID of chat.peers)
          await chat.push({ ...websocket, secConnectionID, data }).catch(() => {});
      },
    }),
    async plain(gateway) {
      const [alice, bob] = [await gateway.connect(), await gateway.connect()];
      await alice.send('hello');
      expect(bob).toHavePushed();
    },
    says: /A push was refused: websocket\.data: expected a string, received an object; JSON\.stringify it/,
  },
  'a closed client that is not closed': {
    breaks: (chat) => ({
      transfer: ({ websocket: { secConnectionID } }) =>
        chat.push({ action: 'close', secConnectionID }).catch(() => {}),
    }),
    async plain(gateway) {
      const alice = await gateway.connect();
      await alice.send('/quit');
      expect(alice).toHaveClosed();
    },
    says: /websocket\.action: expected "data send" or "closing", received "close" \(a string\)/,
  },
};

/** Broadcasts as the right chat does, with the push of a broken one. */
async function rightTransfer(chat: Chat, { websocket }: WebsocketDataEvent): Promise<void> {
  for (const secConnectionID of [...chat.peers]) {
    if (secConnectionID === websocket.secConnectionID) continue;
    await chat.push({ ...websocket, secConnectionID }).catch(() => chat.peers.delete(secConnectionID));
  }
}

/** The right chat answers "/quit" too, which most cases have no use for. */
const quitting: Breaking = (chat) => ({
  transfer: (event) =>
    event.websocket.data === '/quit'
      ? chat.push({ action: 'closing', secConnectionID: event.websocket.secConnectionID })
      : rightTransfer(chat, event),
});

async function run(breaks: Breaking, plain: PlainTest): Promise<void> {
  const chat = rightChat('');
  const gateway: FakeGateway = fakeGateway({
    functions: {
      register: (event) => chat.register(event),
      transfer: (event) => chat.transfer(event),
      cleanup: (event) => chat.cleanup(event),
    },
    invocation: { quiet: true, timeoutMs: 1500 },
  });
  const right = rightChat(gateway.pushUrl);
  Object.assign(chat, right);
  Object.assign(chat, breaks(chat, gateway.pushUrl));
  const listening = gateway.listen({ cleanUp: () => {} });
  try {
    await plain(gateway, chat);
  } finally {
    await listening.close();
  }
}

describe.each(Object.entries(cases))('%s', (_, { breaks, plain, says }) => {
  test('is caught by one plain test', async () => {
    await expect(run(breaks, plain)).rejects.toThrow(says);
  });

  test('is not found in a chat without the bug', async () => {
    await run(quitting, plain);
  });
});
