import { AsyncLocalStorage, createHook, executionAsyncId } from 'node:async_hooks';
import { setTimeout } from 'node:timers/promises';
import { isMainThread } from 'node:worker_threads';
import { expect, onTestFinished, test, vi } from 'vitest';
import { planOf } from '../../src/fuzz/planOf.js';
import { lostOutcome } from '../../src/fuzz/play/guardedHandler.js';
import { play } from '../../src/fuzz/play/play.js';
import { inOrder } from '../../src/fuzz/play/steps.js';
import { createWatchdog } from '../../src/fuzz/play/watchdog.js';
import { releaseName } from '../../src/fuzz/play/watchdogCells.js';
import { type TimerEvent, timer } from '../../src/index.js';
import { createMeasuredInstance } from '../../src/runtime/invoke.js';
import { elapsedTime } from '../../src/runtime/realTime.js';

test.skipIf(!isMainThread)(
  'the thread of a watchdog that stopped nothing looks on for the next one (needs the main thread)',
  async () => {
    let threads = 0;
    const hook = createHook({ init: (_id, type) => void (type === 'WORKER' && threads++) }).enable();
    onTestFinished(() => void hook.disable());
    for (let search = 0; search < 3; search++) {
      const watchdog = createWatchdog();
      watchdog.watch()();
      await watchdog.close();
    }
    const watchdog = createWatchdog({ longestMs: 50 });
    onTestFinished(() => watchdog.close());
    const end = watchdog.watch();
    process.nextTick(() => {
      for (;;);
    });
    await setTimeout(1);
    expect([end(), threads <= 1]).toEqual(['computing', true]);
  },
);

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

test.skipIf(!isMainThread)(
  'Node loses nothing of a turn in which a callback is stopped (needs the main thread)',
  async () => {
    const watchdog = createWatchdog({ longestMs: 50 });
    onTestFinished(() => watchdog.close());
    // Node would run what was stopped again and again.
    const onError = (): void => process.exit(1);
    process.on('uncaughtException', onError);
    onTestFinished(() => void process.off('uncaughtException', onError));
    const endless = (): void => {
      for (;;);
    };
    const seen: string[] = [];
    const endFirst = watchdog.watch();
    setImmediate(() => seen.push('immediate before'));
    setImmediate(endless);
    await new Promise<void>((resolve) => void setImmediate(resolve));
    expect([endFirst(), seen]).toEqual(['computing', ['immediate before']]);

    const endSecond = watchdog.watch();
    let turns = 0;
    const repeated = setInterval(() => {
      turns++;
      if (turns === 1) endless();
    }, 1);
    onTestFinished(() => clearInterval(repeated));
    await vi.waitUntil(() => turns > 2);
    expect(endSecond()).toBe('computing');
  },
);

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

test.skipIf(!isMainThread || asyncWrap() === undefined)(
  'a context that is entered before the end, and never left, does not end the process (needs the main thread, and a Node whose contexts can be entered, up to 22)',
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
  asyncWrap()?.execution_async_resources.push({});
  asyncWrap()?.pushAsyncContext(entered, 1);
}

/** What enters contexts; undefined where this Node does not hand it out. */
function asyncWrap(): AsyncWrap | undefined {
  process.noDeprecation = true;
  try {
    return Reflect.apply(Reflect.get(process, 'binding'), process, ['async_wrap']) as AsyncWrap;
  } catch {
    return undefined;
  } finally {
    Reflect.deleteProperty(process, 'noDeprecation');
  }
}

interface AsyncWrap {
  readonly execution_async_resources: unknown[];
  pushAsyncContext(id: number, causedBy: number): void;
}

test.skipIf(!isMainThread)(
  'what waits behind jobs without an end comes to an end, and nothing of it stays (needs the main thread)',
  async () => {
    const watchdog = createWatchdog({ longestMs: 50 });
    onTestFinished(() => watchdog.close());
    const lost: number[] = [];
    // The answer goes through some jobs of ours; somewhere behind them the handler computes without an end.
    for (let jobs = 0; jobs < 10; jobs++) {
      const handler = async () => {
        void (async () => {
          for (let job = 0; job < jobs; job++) await null;
          for (;;);
        })();
      };
      const instance = createMeasuredInstance({ factory: () => handler }, { quiet: true }, elapsedTime);
      const end = watchdog.watch();
      await watchdog.outlast<unknown>(instance.invoke({}, { env: { ONLY_INSIDE: 'yes' } }), {
        limit: { ms: 20, stopwatch: elapsedTime },
        lost: () => lost.push(jobs),
      });
      expect(end()).toBe('computing');
      instance.giveUp();
      expect(process.env).not.toHaveProperty('ONLY_INSIDE');
    }
    expect(lost).not.toHaveLength(0);
  },
);

test('a call whose end is lost has run into its time limit', () => {
  const { outcome } = lostOutcome({ step: 3 }, { timeoutMs: 3000, memoryMb: 128 });
  expect(outcome).toMatchObject({ statusCode: 433, timeoutMs: 3000, requestId: '3', memoryLimitMb: 128 });
});

test.skipIf(!isMainThread)(
  'an instance whose call came to no end handles nothing more (needs the main thread)',
  async () => {
    const watchdog = createWatchdog({ longestMs: 50 });
    onTestFinished(() => watchdog.close());
    let made = 0;
    const eventOf = (Message: string): TimerEvent => ({
      Type: 'Timer',
      TriggerName: 'job',
      Time: '2026-01-02T03:04:05Z',
      Message,
    });
    const events = Array.from({ length: 10 }, (_, jobs) => eventOf(`${jobs}`));
    const handler = async ({ Message }: { readonly Message: string }) => {
      if (Message === 'ok') return Message;
      void (async () => {
        for (let job = 0; job < Number(Message); job++) await null;
        for (;;);
      })();
      return Message;
    };
    const { setting } = planOf(
      () => {
        made++;
        return handler;
      },
      { trigger: timer, timeoutMs: 100 },
      watchdog,
    );
    for (const event of events) {
      const { invocations } = await play(setting.subject, inOrder([event, eventOf('ok')], [0, 0]));
      expect(invocations.map(({ outcome }) => outcome.ok).at(-1)).toBe(true);
    }
    expect(made).toBeGreaterThan(events.length);
  },
);
