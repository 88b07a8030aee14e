import { setTimeout as sleep, setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createInstance } from '../../src/runtime/index.js';
import { createMeasuredInstance } from '../../src/runtime/invoke.js';
import { createWaitingTime, elapsedTime } from '../../src/runtime/realTime.js';

/** Computes for so long, with a pause now and then. */
async function computes(cpuMs: number): Promise<void> {
  const start = process.cpuUsage();
  for (
    let used = 0;
    used < cpuMs;
    used = (({ user, system }) => (user + system) / 1000)(process.cpuUsage(start))
  )
    await turn();
}

const limit = { timeoutMs: 60, quiet: true };
const busy = async () => computes(150);
const idle = async () => sleep(400);

test('a stopwatch shows what has passed', async () => {
  // The threads of V8 may compute while this one sleeps: in some of a few sleeps they do not.
  await expect
    .poll(async () => {
      const [elapsed, waited] = [elapsedTime(), createWaitingTime()()];
      await sleep(30);
      expect(elapsed()).toBeGreaterThan(25);
      expect(waited()).toBeLessThan(elapsed() + 5);
      return waited();
    })
    .toBeGreaterThan(15);
});

test('the time limit of an invocation is one of time', async () => {
  expect((await createInstance(busy).invoke({}, limit)).statusCode).toBe(433);
  expect((await createInstance(idle).invoke({}, limit)).statusCode).toBe(433);
});

test('measured by what is waited for, it is none for what a busy machine computes', async () => {
  const instance = (handler: () => Promise<unknown>) =>
    createMeasuredInstance(handler, {}, createWaitingTime());
  expect((await instance(busy).invoke({}, limit)).statusCode).toBe(200);
  expect((await instance(idle).invoke({}, limit)).statusCode).toBe(433);
  expect((await instance(async () => computes(1500)).invoke({}, limit)).statusCode).toBe(433);
});
