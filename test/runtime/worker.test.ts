import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { createInstance, type InstanceOptions, invoke, settled } from '../../src/runtime/index.js';

const cwd = fileURLToPath(new URL('./handlers/', import.meta.url));
const inWorker = (handler: string, event: unknown = {}, options: InstanceOptions = {}) =>
  invoke(handler, event, { cwd, isolation: 'worker', timeoutMs: 5000, ...options });

describe('a worker', () => {
  test('answers like the process', async () => {
    const outcome = await inWorker(
      'counter.main_handler',
      { key: 'value' },
      { context: { request_id: 'request-1' } },
    );
    expect(outcome).toMatchObject({
      statusCode: 200,
      result: { calls: 1, id: 'request-1', event: { key: 'value' } },
      answeredBy: 'promise',
      cold: true,
      lateWork: [],
    });
  });

  test('loads ES modules, and exports under default', async () => {
    expect(await inWorker('esm.mjs#main_handler')).toMatchObject({ result: { calls: 1 } });
    expect(await inWorker('./esm.mjs#other_handler')).toMatchObject({ result: 'through default' });
  });

  test('gives ES modules none of the names that CommonJS has, as the platform', async () => {
    const { result } = (await inWorker('commonJsNames.mjs#main_handler')) as { result?: unknown };
    expect(result).toEqual(Array(5).fill('undefined'));
  });

  test('stops an endless synchronous loop at the time limit', async () => {
    expect(await inWorker('deadly.endlessLoop', {}, { timeoutMs: 300 })).toMatchObject({
      statusCode: 433,
      durationMs: 300,
      body: { errorCode: -1, errorMessage: 'Invoking task timed out after 0.3 seconds', statusCode: 433 },
    });
  });

  test('stops a promise that something keeps open', async () => {
    expect(await inWorker('deadly.sleepy', { ms: 60_000 }, { timeoutMs: 200 })).toMatchObject({
      statusCode: 433,
    });
  });

  test('stops a memory hog on the heap', async () => {
    expect(await inWorker('deadly.heapHog', {}, { memoryMb: 64, timeoutMs: 30_000 })).toMatchObject({
      statusCode: 434,
      body: { errorMessage: 'Task memory exceeded 64 MB', statusCode: 434 },
    });
  });

  test('stops a memory hog in buffers', async () => {
    expect(await inWorker('deadly.bufferHog', {}, { memoryMb: 64, timeoutMs: 30_000 })).toMatchObject({
      statusCode: 434,
    });
  });

  test('survives process.exit', async () => {
    expect(await inWorker('deadly.exit')).toMatchObject({
      statusCode: 439,
      exitCode: 3,
      log: [{ level: 'log', text: 'about to exit' }],
      body: { errorMessage: 'User process exit when running' },
    });
  });

  test.for([
    ['an unhandled rejection', 'deadly.unhandledRejection', 'nobody awaits me'],
    ['an uncaught error', 'deadly.uncaughtError', 'nobody catches me'],
  ])('makes %s an outcome', async ([_name, handler = '', message]) => {
    expect(await inWorker(handler)).toMatchObject({
      statusCode: 430,
      answeredBy: 'uncaught',
      error: { message },
    });
  });

  test('answers null as soon as the event loop is empty', async () => {
    expect(await inWorker('counter.never')).toMatchObject({ result: null, answeredBy: 'idle' });
    expect(await inWorker('counter.silent')).toMatchObject({ result: null, answeredBy: 'idle' });
  });

  test('takes its time for work that no hook sees', async () => {
    expect(await inWorker('deadly.slowCrypto')).toMatchObject({ result: 32, answeredBy: 'promise' });
  });

  test.for([
    ['deadly.rejects', 'a text(callback err is not instance of Error)'],
    ['deadly.throws', /^RangeError: thrown at once\n/],
  ])('tells what %s', async ([handler, trace]) => {
    const outcome = await inWorker(String(handler));
    expect(outcome.statusCode).toBe(430);
    expect(outcome.ok ? '' : outcome.body.stackTrace).toMatch(trace as string);
  });

  test('tells late work, and waits for it', async () => {
    const outcome = await inWorker('deadly.lateTimer');
    expect(outcome).toMatchObject({ result: 'answered', lateWork: [{ kind: 'timer', what: 'Timeout' }] });
    expect(outcome.lateWork[0]?.at).toMatch(/deadly\.cjs:\d+:\d+\)$/);
    expect(await settled(outcome)).toMatchObject({ drained: true, statusCode: 200 });
  });

  test('tells late errors', async () => {
    const outcome = await inWorker('deadly.lateError');
    expect(outcome).toMatchObject({ result: 'answered' });
    expect((await settled(outcome)).lateErrors).toMatchObject([{ message: 'too late' }]);
  });

  test('notes a time-out for work that does not end', async () => {
    const outcome = await inWorker('deadly.interval', {}, { timeoutMs: 5000 });
    expect(outcome).toMatchObject({ result: 'answered', lateWork: [{ kind: 'interval' }] });
    expect(await settled(outcome)).toMatchObject({ drained: false, statusCode: 433 });
  });

  test('has the environment of the platform', async () => {
    const outcome = await inWorker('counter.env', {}, { env: { SECRET_NAME: 'example' } });
    expect(outcome).toMatchObject({ result: { secret: 'example', run: 'SCF', name: 'main' } });
    expect(process.env.SECRET_NAME).toBeUndefined();
  });

  test('keeps the log in order', async () => {
    expect((await inWorker('counter.log')).log).toEqual([
      { level: 'log', text: 'hello log' },
      { level: 'error', text: 'hello error' },
      { level: 'stdout', text: 'hello stdout' },
    ]);
  });

  test('follows the rules of Node 8.9', async () => {
    const outcome = await inWorker('deadly.throws', {}, { runtime: 'Nodejs8.9' });
    expect(outcome).toMatchObject({ statusCode: 430, body: { errorCode: 1 } });
    expect(await inWorker('counter.callback_handler', { a: 1 }, { runtime: 'Nodejs8.9' })).toMatchObject({
      result: { a: 1 },
      answeredBy: 'callback',
    });
  });

  test('freezes the event when asked', async () => {
    expect(await inWorker('deadly.sleepy', { ms: 1 }, { frozenEvent: true })).toMatchObject({
      result: 'awake',
    });
  });
});

describe('an instance in a worker', () => {
  const instance = (handler: string, options: InstanceOptions = {}) =>
    createInstance(handler, { cwd, isolation: 'worker', timeoutMs: 5000, ...options });

  test('stays warm, and is cold again once closed', async () => {
    const warm = instance('counter.main_handler');
    expect(await warm.invoke({})).toMatchObject({ cold: true, result: { calls: 1 } });
    expect(await warm.invoke({})).toMatchObject({ cold: false, initMs: 0, result: { calls: 2 } });
    await warm.close();
    expect(await warm.invoke({})).toMatchObject({ cold: true, result: { calls: 1 } });
    await warm.close();
  });

  test('answers again after an idle end and after errors', async () => {
    const warm = instance('deadly.uncaughtError');
    expect(await warm.invoke({})).toMatchObject({ statusCode: 430, cold: true });
    expect(await warm.invoke({})).toMatchObject({ statusCode: 430, cold: false });
    await warm.close();
  });

  test('starts cold after an exit, a time-out and an exit behind the answer', async () => {
    for (const [handler, timeoutMs] of [
      ['deadly.exit', 5000],
      ['deadly.endlessLoop', 200],
    ] as const) {
      const killed = instance(handler, { timeoutMs });
      expect((await killed.invoke({})).cold).toBe(true);
      expect((await killed.invoke({})).cold).toBe(true);
    }
    const late = instance('deadly.lateExit');
    const first = await late.invoke({});
    expect(first).toMatchObject({ result: 'answered' });
    await settled(first);
    expect((await late.invoke({})).cold).toBe(true);
    await late.close();
  });
});
