import { Agent, request } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import WebSocket from 'ws';
import { serve } from '../../src/fakes/index.js';
import { casesToTry } from '../nightly.js';

interface AnyEvent {
  readonly websocket: { readonly action: string; readonly secConnectionID: string; readonly data?: string };
}

/** Sockets and servers that keep this process alive. */
const handles = () =>
  process.getActiveResourcesInfo().filter((name) => /TCP|Worker|MessagePort/.test(name)).length;

const clients = casesToTry(60, 1000);

test(`${clients} clients send 10 messages each at once: all come back in order, and nothing stays open`, async () => {
  const before = handles();
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  onTestFinished(() => agent.destroy());
  let pushUrl = '';
  const push = (websocket: object) =>
    new Promise<void>((done, fail) => {
      const sent = request(pushUrl, { method: 'POST', agent }, (response) => {
        response
          .resume()
          .once('end', () => (response.statusCode === 200 ? done() : fail(response.statusCode)));
      });
      sent.once('error', fail).end(JSON.stringify({ websocket }));
    });
  let gone = 0;
  const server = await serve({
    kind: 'websocket',
    handler: async ({ websocket }: AnyEvent) => {
      const { action, secConnectionID } = websocket;
      if (action === 'connecting') return { errNo: 0, errMsg: 'ok', websocket: { action, secConnectionID } };
      if (action === 'closing') gone++;
      else await push(websocket);
      return undefined;
    },
    limits: { instances: clients / 10, graceMs: 20_000 },
  });
  pushUrl = server.pushUrl ?? '';
  const sockets = Array.from(
    { length: clients },
    () => new WebSocket(server.url, { perMessageDeflate: false }),
  );
  await Promise.all(sockets.map((socket) => new Promise((done) => socket.once('open', done))));
  const received = await Promise.all(
    sockets.map(
      (socket, client) =>
        new Promise<string[]>((done) => {
          const messages: string[] = [];
          socket.on('message', (data) => {
            if (messages.push(String(data)) === 10) done(messages);
          });
          for (let n = 0; n < 10; n++) socket.send(`${client}/${n}`);
        }),
    ),
  );
  received.forEach((messages, client) => {
    expect(messages).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => `${client}/${n}`));
  });
  const ends = sockets.map((socket) => new Promise((done) => socket.once('close', done)));
  await server.close();
  expect(new Set(await Promise.all(ends))).toEqual(new Set([1001]));
  expect(gone).toBe(clients);
  agent.destroy();
  await expect.poll(handles).toBe(before);
}, 180_000);
