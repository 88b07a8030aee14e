import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  createContext,
  createInstance,
  formatLog,
  invoke,
  type Outcome,
  type ScfContext,
} from '../../src/runtime/index.js';

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe('the context', () => {
  test('has every field that was captured', async () => {
    let seen: ScfContext | undefined;
    await invoke(
      async (_event: never, context: ScfContext) => {
        seen = context;
      },
      {},
      {
        context: { seed: 1, function_name: 'orders' },
        env: { STAGE: 'test' },
        timeoutMs: 1500,
        memoryMb: 256,
      },
    );
    expect(JSON.parse(JSON.stringify(seen))).toMatchInlineSnapshot(`
      {
        "callbackWaitsForEmptyEventLoop": true,
        "environ": "SCF_NAMESPACE=default;STAGE=test",
        "environment": "{"SCF_NAMESPACE":"default","STAGE":"test"}",
        "function_name": "orders",
        "function_version": "$LATEST",
        "memory_limit_in_mb": 256,
        "namespace": "default",
        "request_id": "ad1b9de9-1051-4527-b407-147d7a055690",
        "tencentcloud_appid": "1250000000",
        "tencentcloud_region": "ap-guangzhou",
        "tencentcloud_uin": "100000000001",
        "time_limit_in_ms": 1500,
      }
    `);
    expect(seen?.getContext()).toEqual({
      ...createContext({ seed: 1 }).getContext(),
      function_name: 'orders',
      time_limit_in_ms: 1500,
      memory_limit_in_mb: 256,
      environment: '{"SCF_NAMESPACE":"default","STAGE":"test"}',
      environ: 'SCF_NAMESPACE=default;STAGE=test',
    });
  });

  test('depends on the seed alone', () => {
    expect(createContext({ seed: 1 }).request_id).toBe('ad1b9de9-1051-4527-b407-147d7a055690');
    expect(createContext({ seed: 2 }).request_id).not.toBe(createContext({ seed: 1 }).request_id);
    expect(createContext().request_id).not.toBe(createContext().request_id);
  });

  test('counts the time down', async () => {
    const outcome = await invoke(
      async (_event: never, context: ScfContext) => {
        const first = context.getRemainingTimeInMillis();
        await sleep(30);
        return [first <= 60_000, context.getRemainingTimeInMillis() < first];
      },
      {},
      { timeoutMs: 60_000 },
    );
    expect(outcome).toMatchObject({ result: [true, true] });
  });

  test('made by itself tells what its methods need', () => {
    expect(() => createContext({ seed: 1 }).succeed(1)).toThrow(
      'Cannot answer through context.succeed: this context was made by createContext and belongs to no invocation. Call the handler with invoke(handler, event, { context }).',
    );
  });
});

describe('an outcome', () => {
  test('has the body that the caller of a failed function gets', async () => {
    const context = { request_id: 'request-1' };
    const bodies = async (handler: () => unknown, timeoutMs = 60_000) => {
      const outcome = await invoke(handler, {}, { context, timeoutMs, quiet: true });
      return outcome.ok ? outcome.result : outcome.body;
    };
    expect(await bodies(() => Promise.reject('text'))).toMatchInlineSnapshot(`
      {
        "errorCode": -1,
        "errorMessage": "user code exception caught",
        "requestId": "request-1",
        "stackTrace": "text(callback err is not instance of Error)",
        "statusCode": 430,
      }
    `);
    expect(await bodies(() => sleep(500), 100)).toMatchInlineSnapshot(`
      {
        "errorCode": -1,
        "errorMessage": "Invoking task timed out after 0.1 seconds",
        "requestId": "request-1",
        "statusCode": 433,
      }
    `);
    expect(await bodies(async () => 'x'.repeat(7_000_000))).toMatchInlineSnapshot(`
      {
        "errorCode": -1,
        "errorMessage": "The size of response exceeds the upper limit (6MB)",
        "requestId": "request-1",
        "statusCode": 407,
      }
    `);
    expect(await bodies(async () => process.exit(1))).toMatchInlineSnapshot(`
      {
        "errorCode": -1,
        "errorMessage": "User process exit when running",
        "requestId": "request-1",
        "statusCode": 439,
      }
    `);
  });

  test('is written as the log of the platform', async () => {
    const outcome = await invoke(
      async () => {
        console.log('hello\nworld');
        return { ok: true };
      },
      {},
      { context: { request_id: 'request-1' }, quiet: true },
    );
    const steady = { durationMs: 12.4, initMs: 3, memoryBytes: 14_077_952 };
    expect(formatLog({ ...outcome, ...steady })).toMatchInlineSnapshot(`
      [
        "START RequestId: request-1",
        "Init Report RequestId: request-1 Coldstart: 3ms (InitFunction: 3ms) Memory:128MB MemUsage:13.425781MB",
        "hello",
        "world",
        "Response RequestId: request-1 RetMsg: {"ok":true}",
        "END RequestId: request-1",
        "Report RequestId: request-1 Duration:12ms Memory:128MB MemUsage:13.425781MB",
      ]
    `);
    const failed: Outcome = { ...(await invoke(async () => Promise.reject('x'), {})), ...steady };
    expect(formatLog({ ...failed, requestId: 'request-2', cold: false }).slice(1, 3)).toEqual([
      expect.stringMatching(/^ERROR RequestId: request-2 Result: \{"errorCode":-1,/),
      'END RequestId: request-2',
    ]);
  });
});

describe('the event', () => {
  test('is a copy, so that a handler that changes it changes nothing else', async () => {
    const event = { list: [1] };
    const handler = async (given: { list: number[] }) => given.list.push(2);
    expect(await invoke(handler, event)).toMatchObject({ result: 2 });
    expect(event).toEqual({ list: [1] });
  });

  test('is frozen when asked, in depth', async () => {
    const handler = async (given: { list: number[] }) => given.list.push(2);
    expect(await invoke(handler, { list: [1] }, { frozenEvent: true })).toMatchObject({
      statusCode: 430,
      error: { name: 'TypeError' },
    });
  });

  test.for([null, 0, '', [], 'text'])('may be any JSON: %j', async (event) => {
    expect(await invoke(async (given: unknown) => given, event)).toMatchObject({ result: event });
  });

  test('keeps a __proto__ key', async () => {
    const event = JSON.parse('{"__proto__":{"polluted":true}}');
    const outcome = await invoke(async (given: object) => Object.keys(given), event);
    expect(outcome).toMatchObject({ result: ['__proto__'] });
  });
});

describe('an instance', () => {
  test('made by a factory makes its handler once for each cold start', async () => {
    let made = 0;
    const instance = createInstance({
      factory: () => {
        let calls = 0;
        made++;
        return async () => ({ made, calls: ++calls });
      },
    });
    expect(await instance.invoke({})).toMatchObject({ cold: true, result: { made: 1, calls: 1 } });
    expect(await instance.invoke({})).toMatchObject({ cold: false, result: { made: 1, calls: 2 } });
    await instance.close();
    expect(await instance.invoke({})).toMatchObject({ cold: true, result: { made: 2, calls: 1 } });
  });

  test('answers null at once when nothing of its own can wake the handler', async () => {
    const instance = createInstance({ factory: () => () => new Promise(() => {}) }, { timeoutMs: 20_000 });
    expect(await instance.invoke({})).toMatchObject({ statusCode: 200, result: null, answeredBy: 'idle' });
  });

  test('waits when the loading of its module can still wake the handler', async () => {
    const instance = createInstance({
      factory: () => {
        const ready = sleep(80);
        return () => ready.then(() => 'woken');
      },
    });
    expect(await instance.invoke({})).toMatchObject({ result: 'woken' });
  });

  test('is cold again after a time-out and an exit', async () => {
    const late = createInstance(() => sleep(200), { timeoutMs: 20 });
    expect(await late.invoke({})).toMatchObject({ statusCode: 433, cold: true });
    expect(await late.invoke({})).toMatchObject({ statusCode: 433, cold: true });
    const gone = createInstance(async () => process.exit(1));
    expect(await gone.invoke({})).toMatchObject({ statusCode: 439, cold: true });
    expect(await gone.invoke({})).toMatchObject({ statusCode: 439, cold: true });
  });

  test('takes options of its own and of each invocation', async () => {
    const instance = createInstance(async (_event: never, context: ScfContext) => context.function_name, {
      context: { function_name: 'first' },
    });
    expect(await instance.invoke({})).toMatchObject({ result: 'first' });
    expect(await instance.invoke({}, { context: { function_name: 'second' } })).toMatchObject({
      result: 'second',
    });
  });
});

describe('this process', () => {
  test('is as before after an invocation, however it ended', async () => {
    const state = () => ({
      log: console.log,
      write: process.stdout.write,
      exit: process.exit,
      fetch: globalThis.fetch,
      rejections: process.rawListeners('unhandledRejection'),
      errors: process.rawListeners('uncaughtException'),
      env: { ...process.env },
    });
    const before = state();
    const handlers = [
      async () => 1,
      async () => Promise.reject(new Error('x')),
      () => {
        throw new Error('x');
      },
      async () => process.exit(1),
      () => sleep(60),
    ];
    for (const handler of handlers) {
      await invoke(handler, {}, { timeoutMs: 20, env: { SCF_FIXTURES_A: '1' } });
    }
    // Errors of the handler that was not stopped are listened for until it ends.
    await vi.waitFor(() => expect(state()).toEqual(before), { timeout: 20_000 });
    expect(state().log).toBe(before.log);
    expect(state().fetch).toBe(before.fetch);
  });

  test("gives handlers the environment that was asked for, and the platform's own", async () => {
    const handler = async () => [
      process.env.SCF_FIXTURES_B,
      process.env.TENCENTCLOUD_RUNENV,
      process.env.SCF_FUNCTIONNAME,
    ];
    expect(await invoke(handler, {}, { env: { SCF_FIXTURES_B: 'set' } })).toMatchObject({
      result: ['set', 'SCF', 'main'],
    });
    expect(await invoke(handler, {})).toMatchObject({ result: [null, null, null] });
  });

  test('restores the environment after the last of several invocations at once', async () => {
    process.env.SCF_FIXTURES_C = 'before';
    const invocations = [30, 10, 20].map((ms) =>
      invoke(() => sleep(ms), {}, { env: { SCF_FIXTURES_C: String(ms) } }),
    );
    await Promise.all(invocations);
    expect(process.env.SCF_FIXTURES_C).toBe('before');
    delete process.env.SCF_FIXTURES_C;
  });

  test('keeps spies on the console working, and the log complete', async () => {
    const spy = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const handler = async () => {
      console.warn('n = %d', 5);
    };
    const outcome = await invoke(handler, {});
    expect(spy).toHaveBeenCalledExactlyOnceWith('n = %d', 5);
    expect(outcome.log).toEqual([{ level: 'warn', text: 'n = 5' }]);
    const quiet = await invoke(handler, {}, { quiet: true });
    expect(spy).toHaveBeenCalledTimes(1);
    expect(quiet.log).toEqual(outcome.log);
  });

  test('keeps the logs of invocations at once apart', async () => {
    const handler = async (event: { name: string }) => {
      console.log(event.name);
      await sleep(5);
      process.stdout.write(`${event.name} again\n`);
    };
    const [a, b] = await Promise.all(['a', 'b'].map((name) => invoke(handler, { name }, { quiet: true })));
    expect(a?.log.map((line) => line.text)).toEqual(['a', 'a again']);
    expect(b?.log.map((line) => line.text)).toEqual(['b', 'b again']);
  });

  test('passes errors of everybody else on to whoever listened', async () => {
    const runner = process.rawListeners('unhandledRejection') as NodeJS.UnhandledRejectionListener[];
    const foreign: unknown[] = [];
    process.removeAllListeners('unhandledRejection');
    process.on('unhandledRejection', (reason) => foreign.push(reason));
    try {
      const invocation = invoke(() => sleep(20), {});
      Promise.reject('not of the handler');
      expect(await invocation).toMatchObject({ ok: true, lateErrors: [] });
    } finally {
      process.removeAllListeners('unhandledRejection');
      for (const listener of runner) process.on('unhandledRejection', listener);
    }
    expect(foreign).toEqual(['not of the handler']);
  });

  test('may have fake timers', async () => {
    vi.useFakeTimers();
    const outcome = await invoke(() => new Promise(() => {}), {}, { timeoutMs: 20 });
    expect(outcome.statusCode).toBe(433);
  });
});
