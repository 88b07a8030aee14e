import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { reservePort } from '../../../src/runtime/ports.js';

/** The port on which SCF asks the server of a function. */
const usualPort = 9000;
const tries = 1000;

/**
 * Listens on port 9000 until the test ends, so that functions find it taken. A function of another test that has the
 * port, or is about to listen there, keeps it for as long as it takes; what is no function of ours may keep it for good.
 */
export async function takeUsualPort(): Promise<void> {
  for (let left = tries; left > 0; left--) {
    const reserved = await reservePort(usualPort);
    if (reserved === undefined) await sleep(20);
    else {
      const server = createServer();
      onTestFinished(() => {
        server.close();
        reserved.release();
      });
      await once(server.listen(usualPort, '0.0.0.0'), 'listening');
      return;
    }
  }
}
