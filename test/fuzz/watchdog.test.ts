import { AsyncLocalStorage, executionAsyncId } from 'node:async_hooks';
import { setTimeout } from 'node:timers/promises';
import { isMainThread } from 'node:worker_threads';
import { expect, onTestFinished, test } from 'vitest';
import { createWatchdog } from '../../src/fuzz/play/watchdog.js';
import { releaseName } from '../../src/fuzz/play/watchdogCells.js';

test.skipIf(!isMainThread).each([
  ['memory', (kept: Buffer[]) => kept.push(Buffer.alloc(1_000_000, 1))],
  ['computing', (kept: Buffer[]) => kept.length],
])('a tick without an end is stopped for its %s (needs the main thread)', async (reason, turn) => {
  const watchdog = createWatchdog({ longestMs: reason === 'computing' ? 100 : 10_000, growth: 30_000_000 });
  onTestFinished(() => watchdog.close());
  const end = watchdog.watch();
  process.nextTick(() => {
    for (const kept: Buffer[] = []; ; ) turn(kept);
  });
  // Comes to an end when the tick has.
  await setTimeout(1);
  expect(end()).toBe(reason);
});

test.skipIf(!isMainThread).each<[string, () => unknown]>([
  [
    'awaits without an end',
    async () => {
      for (;;) await null;
    },
  ],
  [
    'asks for tick after tick',
    () => {
      const again = (): void => process.nextTick(again);
      again();
    },
  ],
])(
  'what %s is stopped again and again, and the process goes on (needs the main thread)',
  async (_what, loop) => {
    const watchdog = createWatchdog({ longestMs: 50 });
    onTestFinished(() => watchdog.close());
    for (let stop = 0; stop < 5; stop++) {
      const end = watchdog.watch();
      setImmediate(() => new AsyncLocalStorage().run(stop, loop));
      // Comes to an end when the loop has.
      await setTimeout(1);
      await setTimeout(1);
      expect(end()).toBe('computing');
    }
  },
);

test.skipIf(!isMainThread)(
  'a context that is entered before the end, and never left, does not end the process (needs the main thread)',
  async () => {
    const watchdog = createWatchdog();
    onTestFinished(() => watchdog.close());
    watchdog.watch()();
    const releaseContexts: () => void = Reflect.get(globalThis, Symbol.for(releaseName));
    const left = await new Promise<number>((resolve) =>
      setImmediate(() => {
        new AsyncLocalStorage().run(1, releaseContexts);
        enterContext();
        setTimeout(1).then(() => resolve(executionAsyncId()));
      }),
    );
    expect(left).not.toBe(entered);
  },
);

const entered = 123_456;

/** Enters an asynchronous context as Node does before a callback. */
function enterContext(): void {
  process.noDeprecation = true;
  const node = Reflect.apply(Reflect.get(process, 'binding'), process, ['async_wrap']) as AsyncWrap;
  Reflect.deleteProperty(process, 'noDeprecation');
  node.execution_async_resources.push({});
  node.pushAsyncContext(entered, 1);
}

interface AsyncWrap {
  readonly execution_async_resources: unknown[];
  pushAsyncContext(id: number, causedBy: number): void;
}
