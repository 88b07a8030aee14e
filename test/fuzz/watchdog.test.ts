import { setTimeout } from 'node:timers/promises';
import { isMainThread } from 'node:worker_threads';
import { expect, onTestFinished, test } from 'vitest';
import { createWatchdog } from '../../src/fuzz/play/watchdog.js';

test.skipIf(!isMainThread).each([
  ['memory', (kept: Buffer[]) => kept.push(Buffer.alloc(1_000_000, 1))],
  ['computing', (kept: Buffer[]) => kept.length],
])('a tick without an end is stopped for its %s (needs the main thread)', async (reason, turn) => {
  const watchdog = createWatchdog({ longestMs: 100, growth: 30_000_000 });
  onTestFinished(() => watchdog.close());
  const end = watchdog.watch();
  process.nextTick(() => {
    for (const kept: Buffer[] = []; ; ) turn(kept);
  });
  // Comes to an end when the tick has.
  await setTimeout(1);
  expect(end()).toBe(reason);
});
