import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test, vi } from 'vitest';
import { timer } from '../../src/triggers/index.js';
import { findUnshrunk } from './findUnshrunk.js';

const options = { trigger: timer, runs: 3, learn: false, timeZones: [] } as const;

/** A server that answers with its number, and how to ask it. */
function started(made: Server[]) {
  const number = made.length;
  const server = createServer((_request, response) => response.end(String(number))).unref();
  made.push(server);
  onTestFinished(() => void server.close());
  const ready = new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  return async () => {
    await ready;
    const { port } = server.address() as AddressInfo;
    return (await fetch(`http://127.0.0.1:${port}/`)).text();
  };
}

test('servers and intervals that every cold start makes end with their execution, but for the first two', async () => {
  const made: Server[] = [];
  const beats: NodeJS.Timeout[] = [];
  const make = () => {
    const ask = started(made);
    beats.push(setInterval(() => {}, 60_000).unref());
    return async () => ((await ask()) === '' ? 'nothing' : 'ok');
  };
  const { failures } = await findUnshrunk(make, { ...options, oracles: { 'late-work': false } });
  expect(failures).toEqual([]);
  expect(made.length).toBeGreaterThan(20);
  const ended = beats.filter((beat) => (beat as unknown as { _destroyed: boolean })._destroyed);
  const listening = made.filter((server) => server.listening);
  // An execution may have several instances.
  expect(listening.length).toBeLessThanOrEqual(4);
  expect(beats.length - ended.length).toBe(listening.length);
});

test('a client that looks after its connection again and again ends with its execution, but for the first two', async () => {
  const clients: { looks: number; isStopped: boolean }[] = [];
  const make = () => {
    const client = { looks: 0, isStopped: false };
    const look = () => {
      client.looks++;
      if (!client.isStopped) setTimeout(look, 1).unref();
    };
    look();
    clients.push(client);
    return async () => 'ok';
  };
  await findUnshrunk(make, { ...options, oracles: { 'late-work': false } });
  onTestFinished(() => {
    for (const client of clients) client.isStopped = true;
  });
  expect(clients.length).toBeGreaterThan(20);
  const before = clients.map(({ looks }) => looks);
  const first = clients[0] as { looks: number };
  // The first one goes on; by the time that it has looked so often, each other would have.
  await vi.waitFor(() => expect(first.looks).toBeGreaterThan((before[0] ?? 0) + 5));
  const goesOn = clients.filter(({ looks }, index) => looks > (before[index] ?? 0) + 1);
  expect(goesOn.length).toBeLessThanOrEqual(4);
});

test('a server that all cold starts share goes on', async () => {
  const made: Server[] = [];
  let ask: (() => Promise<string>) | undefined;
  const make = () => async () => {
    ask ??= started(made);
    return (await ask()) === '0' ? 'ok' : 'another';
  };
  const { failures } = await findUnshrunk(make, options);
  expect(failures).toEqual([]);
  expect(made.map((server) => server.listening)).toEqual([true]);
});
