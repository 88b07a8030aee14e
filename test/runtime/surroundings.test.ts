import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createContext, createInstance, invoke, platformEnv } from '../../src/runtime/index.js';

const cwd = fileURLToPath(new URL('./handlers/', import.meta.url));

afterEach(() => {
  vi.restoreAllMocks();
});

const levels = ['log', 'info', 'warn', 'error', 'debug'] as const;

/** All of this process that an invocation may change. */
function surroundings() {
  const events = [...process.eventNames(), 'uncaughtException', 'unhandledRejection', 'exit'] as 'exit'[];
  return {
    zone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
    hour: new Date(0).getHours(),
    env: { ...process.env },
    locale: [new Intl.NumberFormat().resolvedOptions().locale, 'i'.toLocaleUpperCase()],
    listeners: Object.fromEntries(events.map((event) => [event, process.rawListeners(event)])),
    functions: [
      ...levels.map((level) => console[level]),
      ...[process.stdout.write, process.stderr.write, process.exit, fetch, setTimeout, Intl.NumberFormat],
    ],
  };
}

describe.each<readonly [how: string, handle: () => unknown]>([
  ['answers', async () => new Date(0).getHours()],
  ['fails', async () => Promise.reject(new Error('no'))],
  [
    'throws',
    () => {
      throw new Error('no');
    },
  ],
  ['exits', async () => process.exit(1)],
  ['is too slow', () => sleep(60)],
  ['never settles', () => new Promise(() => undefined)],
  ['crashes', () => void setTimeout(() => expect.unreachable('nobody catches this'), 1)],
])('a handler that %s', (_how, handle) => {
  test('leaves the time zone, the locale, the environment and all listeners as they were', async () => {
    const zones = ['Asia/Shanghai', 'America/New_York'].filter((zone) => zone !== surroundings().zone);
    const before = surroundings();
    for (const TZ of zones) {
      await invoke(
        handle,
        {},
        { timeoutMs: 20, quiet: true, env: { TZ, LANG: 'tr_TR.UTF-8', SCF_FIXTURES_D: '1' } },
      );
      expect({ ...surroundings(), listeners: {} }).toEqual({ ...before, listeners: {} });
    }
    // Errors of a handler that was not stopped are listened for until it ends.
    await vi.waitFor(() => expect(surroundings()).toEqual(before), { timeout: 20_000 });
    for (const [at, replaced] of surroundings().functions.entries())
      expect(replaced).toBe(before.functions[at]);
  });
});

test('who begins to listen for errors while a handler runs goes on listening', async () => {
  const before = process.rawListeners('unhandledRejection');
  const listener = () => undefined;
  const listens = async () => void process.on('unhandledRejection', listener);
  try {
    await invoke(listens, {});
    expect(process.rawListeners('unhandledRejection')).toEqual([...before, listener]);
  } finally {
    process.removeListener('unhandledRejection', listener);
  }
});

test('a handler runs in the time zone that its environment names', async () => {
  const hours = async () => [new Date(0).getHours(), new Date(0).getMinutes()];
  expect(await invoke(hours, {}, { env: { TZ: 'Asia/Shanghai' } })).toMatchObject({ result: [8, 0] });
  expect(await invoke(hours, {}, { env: { TZ: 'Asia/Kolkata' } })).toMatchObject({ result: [5, 30] });
});

describe("the user's environment counts before the platform's", () => {
  const own = {
    SCF_NAMESPACE: 'mine',
    TENCENTCLOUD_RUNENV: 'LOCAL',
    SCF_FUNCTIONNAME: 'other',
    SECRET_NAME: 's',
  };

  test('in this process, and in the context', async () => {
    const names = [...Object.keys(platformEnv(createContext())), 'SECRET_NAME'];
    const read = async (
      _event: unknown,
      context: { readonly environment: string; readonly environ: string },
    ) => ({
      variables: Object.fromEntries(names.map((name) => [name, process.env[name]])),
      environment: JSON.parse(context.environment),
      environ: context.environ.split(';'),
    });
    const outcome = await invoke(read, {}, { env: own });
    expect(outcome).toMatchObject({
      result: {
        variables: { ...platformEnv(createContext()), ...own },
        environment: { SCF_NAMESPACE: 'mine', SECRET_NAME: 's' },
        environ: expect.arrayContaining(['SCF_NAMESPACE=mine', 'SECRET_NAME=s']),
      },
    });
  });

  test('in a worker', async () => {
    expect(
      await invoke('counter.env', {}, { cwd, isolation: 'worker', timeoutMs: 5000, env: own }),
    ).toMatchObject({
      result: { secret: 's', run: 'LOCAL', name: 'other' },
    });
  });
});

describe.each(['stdout', 'stderr'] as const)('what a handler writes to %s', (stream) => {
  /** Writes in every way in which a stream takes it, and waits for each. */
  const writing = async () => {
    const write = (...args: unknown[]) =>
      new Promise((done) => {
        const isTaken: unknown = Reflect.apply(process[stream].write, process[stream], [
          ...args,
          () => done(isTaken),
        ]);
      });
    return [await write('a\n'), await write('b\n', 'utf8'), await write(Buffer.from('c\nd\n'))];
  };

  test('while it is quiet goes into the log alone, and whoever wrote it is called back', async () => {
    const spy = vi.spyOn(process[stream], 'write').mockReturnValue(true);
    const outcome = await invoke(writing, {}, { quiet: true });
    expect(outcome).toMatchObject({ result: [true, true, true] });
    expect(outcome.log).toEqual(['a', 'b', 'c\nd'].map((text) => ({ level: stream, text })));
    expect(spy).not.toHaveBeenCalled();
  });

  test('is passed on as it is otherwise', async () => {
    const passed: unknown[] = [];
    vi.spyOn(process[stream], 'write').mockImplementation((...args: unknown[]) => {
      passed.push(args.filter((arg) => typeof arg !== 'function'));
      process.nextTick(args.at(-1) as () => void);
      return false;
    });
    const outcome = await invoke(writing, {});
    expect(passed).toEqual([['a\n'], ['b\n', 'utf8'], [Buffer.from('c\nd\n')]]);
    expect(outcome).toMatchObject({ result: [false, false, false] });
  });

  test('in a worker is called back too', async () => {
    expect(
      await invoke('counter.write', { stream }, { cwd, isolation: 'worker', timeoutMs: 5000 }),
    ).toMatchObject({
      result: 'called back',
      log: [{ level: stream, text: 'a' }],
    });
  });
});

test.each(levels)('console.%s is noted once, and silent while it is quiet', async (level) => {
  const spy = vi
    .spyOn(console, level)
    .mockImplementation(() => process.stdout.write('written by the console\n') as never);
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  const say = async () => void console[level]('%s is %d', 'a', 1);
  const log = [{ level, text: 'a is 1' }];
  expect((await invoke(say, {})).log).toEqual(log);
  expect(spy).toHaveBeenCalledExactlyOnceWith('%s is %d', 'a', 1);
  expect((await invoke(say, {}, { quiet: true })).log).toEqual(log);
  expect(spy).toHaveBeenCalledTimes(1);
});

test('a worker over its memory is stopped, and the next one starts cold with as much', async () => {
  const instance = createInstance('deadly.heapHog', {
    cwd,
    isolation: 'worker',
    memoryMb: 64,
    timeoutMs: 30_000,
  });
  for (let start = 0; start < 2; start++) {
    expect(await instance.invoke({})).toMatchObject({
      statusCode: 434,
      cold: true,
      body: { errorMessage: 'Task memory exceeded 64 MB' },
    });
  }
  await instance.close();
  expect(await invoke('counter.main_handler', {}, { cwd, isolation: 'worker', memoryMb: 64 })).toMatchObject({
    statusCode: 200,
    memoryLimitMb: 64,
  });
});
