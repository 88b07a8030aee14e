import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { type ReservedPort, reservePort } from '../../src/runtime/ports.js';

/** Reserves any free port until the test is over. */
async function reserved(): Promise<number> {
  const { port, release } = (await reservePort(0)) as ReservedPort;
  onTestFinished(release);
  return port;
}

/** A port that the system has chosen, which has a server until the test is over. */
async function chosenBySystem(): Promise<number> {
  const server = createServer();
  onTestFinished(() => void server.close());
  await once(server.listen(0, '0.0.0.0'), 'listening');
  return (server.address() as AddressInfo).port;
}

test.skipIf(!existsSync('/proc/sys/net/ipv4/ip_local_port_range'))(
  'a reserved port is none that the system hands to who names none (needs /proc)',
  async () => {
    const ours = await Promise.all(Array.from({ length: 40 }, reserved));
    const theirs = await Promise.all(Array.from({ length: 40 }, chosenBySystem));
    expect(new Set(ours).size).toBe(40);
    const [low, high] = [Math.min(...theirs), Math.max(...theirs)];
    expect(ours.filter((port) => port >= low && port <= high)).toEqual([]);
  },
);

test('a port that is reserved is reserved once', async () => {
  const port = await reserved();
  if (process.platform === 'linux') expect(await reservePort(port)).toBeUndefined();
  const taken = await chosenBySystem();
  expect(await reservePort(taken)).toBeUndefined();
});

test.skipIf(process.platform !== 'linux')(
  'a port that is reserved is free for its server whoever else asks for it meanwhile (needs Linux)',
  async () => {
    const port = await reserved();
    const failed: unknown[] = [];
    for (let round = 0; round < 50; round++) {
      const others = Promise.all(Array.from({ length: 4 }, () => reservePort(port)));
      const server = createServer();
      const listening = once(server.listen(port, '0.0.0.0'), 'listening');
      await listening.catch((error: NodeJS.ErrnoException) => failed.push(error.code));
      expect(await others).toEqual([undefined, undefined, undefined, undefined]);
      if (server.listening) await new Promise((closed) => server.close(closed));
    }
    expect(failed).toEqual([]);
  },
);
