import { describeValue } from '../kernel/describeValue.js';
import { isObject } from '../kernel/json.js';
import { Misuse } from '../kernel/misuse.js';
import { callOf, type InvokeOptions, timeLimit } from './callOf.js';
import type { ScfHandler } from './context.js';
import type { CallTrial, Engine } from './engine.js';
import { hostedEngine } from './hostedEngine.js';
import { findHandler, loadHandler } from './loadHandler.js';
import { createLocalEngine, functionSource } from './local/localEngine.js';
import { nodeHost } from './node/nodeHost.js';
import type { Outcome } from './outcome.js';
import type { Stopwatch } from './realTime.js';
import { defaultInitTimeoutMs, type FunctionHost, type Platform } from './runtime.js';
import { findFunction, type OwnProcess } from './runtimes.js';
import { engineOfApi, type StartedRuntimeApi } from './startRuntimeApi.js';
import { createWorkerEngine } from './worker/workerEngine.js';

export type { InvokeOptions } from './callOf.js';
export { type CurrentInvocation, currentInvocation, watchThroughout } from './local/localEngine.js';

/** A handler, where to find it (`path/index.main_handler`, `./path/file.js#export`, `./index.py:main_handler`, the folder of a `bootstrap` or a `Dockerfile`), what makes it afresh for each cold start, or the API that a program asks which was started by hand. */
export type HandlerSource<Event = never> =
  | ScfHandler<Event>
  | string
  | StartedRuntimeApi
  | { readonly factory: () => ScfHandler<Event> | Promise<ScfHandler<Event>> };

/** How to make an instance. */
export interface InstanceOptions extends InvokeOptions {
  /**
   * `none`: in this process, cheap; a handler that blocks the event loop blocks the test as well.
   * `worker`: in a thread, which is stopped at the time limit, at its memory, and when it exits.
   * `process`: in a process of its own with the surroundings of the platform, which also keeps programs and threads that the
   * function starts, and addons, from writing outside of `/tmp` where the machine can; what it cannot is in the notes.
   */
  readonly isolation?: 'none' | 'worker' | 'process';
  /**
   * `platform`: a worker has the environment of the platform and of the function alone, an empty `/tmp` of its own, which
   * is taken away at its end, and elsewhere writing fails with EROFS; what differs here is in the outcome. `here` when
   * left out: the environment and the files of this process.
   */
  readonly surroundings?: 'here' | 'platform';
  /**
   * What becomes of code that the runtime does not load on SCF (ES modules up to Nodejs18.15, syntax of later versions),
   * where the surroundings are the platform's: `run` when left out; `refuse` ends with 443, as there.
   */
  readonly unloadable?: 'run' | 'refuse';
  /** Folder that a handler's path starts from; the current one when left out. */
  readonly cwd?: string;
  /** Answers with 437 and 443, as the platform does, where a handler that cannot be loaded is a Misuse otherwise. */
  readonly deployed?: boolean;
  /**
   * The program that runs a function in a process of its own, such as the path of a Python or of a Node; when left out, the
   * Python on the PATH, and this Node or an installed one of the runtime's version.
   */
  readonly program?: string;
  /** How long a function in a thread or a process of its own may take until it is ready, in milliseconds; 65,000 when left out. */
  readonly initTimeoutMs?: number;
  /**
   * What starts the server of an image function, whose name may then be any folder: `['python3', 'app.py']`; what its
   * Dockerfile says when left out.
   */
  readonly command?: readonly string[];
  /** The port of an image function; 9000, or a free one where that is taken, when left out. */
  readonly port?: number;
  /**
   * An image function has failed (430) when its status is not 2xx. Otherwise its body is the answer, whatever its status
   * is: what SCF does is not documented.
   */
  readonly failsOnStatus?: boolean;
}

/** One instance of a function: its module is loaded once and stays warm between invocations. */
export interface ScfInstance {
  readonly source: unknown;
  /** True while it handles an event; an instance of SCF handles one at a time. */
  readonly busy: boolean;
  /** @throws Misuse INSTANCE_BUSY, and those of {@link invoke}. */
  invoke(event: unknown, options?: InvokeOptions): Promise<Outcome>;
  /** Makes the next invocation a cold one, and ends the worker. */
  close(): Promise<void>;
}

/**
 * Makes an instance of a function. After a time-out, a memory overrun or an exit it starts cold again, as on the platform.
 *
 * @throws Misuse FUNCTION_IN_WORKER, for a function that is to run in a worker.
 * @example
 * const instance = createInstance(async (event, context) => context.function_name);
 * (await instance.invoke({})).cold; // true
 * (await instance.invoke({})).cold; // false
 */
export function createInstance<Event = never>(
  source: HandlerSource<Event>,
  options: InstanceOptions = {},
): ScfInstance {
  return createMeasuredInstance(source, options, undefined);
}

/** An instance in whose invocations a handler may be stopped. */
export interface MeasuredInstance extends ScfInstance {
  /** Ends it where an invocation may never end, since what waits for that is lost. */
  giveUp(): void;
}

/** An instance whose time limits are measured with another stopwatch. */
export function createMeasuredInstance<Event = never>(
  source: HandlerSource<Event>,
  options: InstanceOptions,
  stopwatch: Stopwatch | undefined,
): MeasuredInstance {
  const engine = engineOf(source, options);
  let busy = false;
  return {
    source,
    get busy() {
      return busy;
    },
    async invoke(event, more) {
      if (busy) {
        throw new Misuse(
          'INSTANCE_BUSY',
          'Cannot invoke a second event in this instance: it still handles another, and an SCF instance handles one at a time. Await the first, or make another instance.',
        );
      }
      busy = true;
      try {
        const call = callOf(event, { ...options, ...more, isolation: options.isolation ?? 'none' });
        return await engine.invoke({ ...call, stopwatch });
      } finally {
        busy = false;
      }
    },
    giveUp: () => engine.giveUp?.(),
    close: () => engine.close(),
  };
}

/** An instance of a function in a process of its own, of which each call is tried with something. */
export interface HostedInstance {
  invoke(event: unknown, options: InvokeOptions, trial: CallTrial): Promise<Outcome>;
  close(): Promise<void>;
}

/** Makes the instance of a host whose calls are tried. */
export function createHostedInstance(host: FunctionHost): HostedInstance {
  const engine = host.createEngine();
  return {
    invoke: (event, options, trial) => engine.invoke({ ...callOf(event, options), trial }),
    close: () => engine.close(),
  };
}

/**
 * Calls a handler as the SCF Node runtime does and tells what became of it; an error of the handler is an outcome,
 * never thrown. Without an `instance` every invocation is a cold one.
 *
 * @throws Misuse HANDLER_FILE_NOT_FOUND, HANDLER_EXPORT_NOT_FOUND, HANDLER_SYNTAX, HANDLER_IS_TYPESCRIPT, HANDLER_SPEC,
 * HANDLER_LANGUAGE, EVENT_NOT_JSON, INVALID_LIMIT, FUNCTION_IN_WORKER.
 * @example
 * const outcome = await invoke(async (event) => `Hello ${event.name}`, { name: 'Ada' });
 * outcome.statusCode; // 200
 * outcome.ok && outcome.result; // 'Hello Ada'
 */
export async function invoke<Given, Event = Given>(
  source: HandlerSource<Event>,
  event: Given,
  options: InstanceOptions & { readonly instance?: ScfInstance } = {},
): Promise<Outcome> {
  const { instance, ...rest } = options;
  if (instance !== undefined) {
    if (instance.source === source) return instance.invoke(event, rest);
    throw new Misuse(
      'INSTANCE_OF_ANOTHER_HANDLER',
      `Cannot invoke ${describeValue(source)} in this instance: it was made for ${describeValue(instance.source)}. Make an instance for each handler: createInstance(handler).`,
    );
  }
  const engine = engineOf(source, rest);
  if (engine.isOwnThread !== true) return engine.invoke(callOf(event, rest));
  const outcome = await engine.invoke(callOf(event, rest)).catch(async (error: unknown) => {
    await engine.close();
    throw error;
  });
  if (outcome.lateWork.length === 0) await engine.close();
  else setTimeout(() => void engine.close(), Math.max(0, timeLimit(rest) - outcome.durationMs)).unref();
  return outcome;
}

/** What starts the instances of a function that is called over HTTP. */
export async function createWebHost(
  { runtime, found }: OwnProcess,
  options: InstanceOptions,
): Promise<FunctionHost> {
  return runtime.host(found, platformOf({ ...options, deployed: true }));
}

function platformOf(options: InstanceOptions): Platform {
  const { program, initTimeoutMs = defaultInitTimeoutMs, command, port, failsOnStatus } = options;
  const { deployed = false, runtime: version } = options;
  return { deployed, initTimeoutMs, timeZone: 'UTC', version, program, command, port, failsOnStatus };
}

function engineOf<Event>(source: HandlerSource<Event>, options: InstanceOptions): Engine {
  const { cwd = process.cwd(), deployed = false } = options;
  const own = typeof source === 'string' ? findFunction(source, cwd, options) : undefined;
  if (own !== undefined) return hostedEngine(own.runtime.host(own.found, platformOf(options)));
  if (options.isolation === 'process') {
    if (typeof source !== 'string') throw functionIn('process');
    if (process.platform === 'win32')
      throw new Misuse(
        'NO_PROCESS_GROUPS',
        `Cannot run ${source} in a process of its own: Windows cannot end it with all that it has started. Take isolation: 'worker', or run it in WSL.`,
      );
    const { unloadable = 'run' } = options;
    return hostedEngine(nodeHost(source, platformOf(options), { cwd, unloadable }));
  }
  if (options.isolation === 'worker') {
    const { surroundings, unloadable = 'run', initTimeoutMs = defaultInitTimeoutMs } = options;
    const platform = surroundings === 'platform' ? { unloadable } : undefined;
    if (typeof source === 'string')
      return createWorkerEngine(source, { cwd, deployed, initTimeoutMs, platform });
    throw functionIn('worker');
  }
  if (typeof source === 'function') {
    return createLocalEngine(functionSource(source as ScfHandler, { deployed }));
  }
  if (typeof source === 'string') {
    const load = (generation: number) => loadHandler(findHandler(source, cwd), generation);
    return createLocalEngine({ load, ownsEventLoop: true, deployed });
  }
  const byHand = typeof source === 'object' && source !== null ? engineOfApi(source) : undefined;
  if (byHand !== undefined) return byHand;
  if (!isObject(source) || typeof source.factory !== 'function') {
    throw new Misuse(
      'NOT_A_HANDLER',
      `Cannot invoke ${describeValue(source)}: it is no handler. Give a function, a path such as src/index.main_handler, or { factory }.`,
    );
  }
  const { factory } = source;
  const load = async () => (await factory()) as ScfHandler;
  return createLocalEngine({ load, ownsEventLoop: true, deployed });
}

function functionIn(isolation: 'worker' | 'process'): Misuse {
  const between = isolation === 'worker' ? 'threads' : 'processes';
  return new Misuse(
    'FUNCTION_IN_WORKER',
    `Cannot run a function in a ${isolation}: functions do not travel between ${between}. Give the path of its file, such as src/index.main_handler.`,
  );
}
