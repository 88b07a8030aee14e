import { describeValue } from '../kernel/describeValue.js';
import { Misuse } from '../kernel/misuse.js';
import { type ContextOptions, contextData, defaultRuntime, platformEnv, type ScfRuntime } from './context.js';
import type { Call } from './engine.js';

/** How to invoke; all may be left out. */
export interface InvokeOptions {
  /** Fields of the context to fix, or a seed to make its request id from. */
  readonly context?: ContextOptions;
  /** Time limit in milliseconds; that of the context, 3000, when left out. */
  readonly timeoutMs?: number;
  /**
   * Memory size in MB; that of the context, 128, when left out. Enforced in a process on all that it
   * holds, in a worker on the heap of the thread and on the growth of the whole process while it runs (buffers stand outside
   * the heap).
   */
  readonly memoryMb?: number;
  /**
   * Environment variables of the function. They and the platform's own (`TENCENTCLOUD_RUNENV`, `SCF_FUNCTIONNAME`, …)
   * are set until the answer, then restored; left out, the environment stays as it is (a worker always gets the platform's).
   */
  readonly env?: Readonly<Record<string, string>>;
  /** Node 6.10 and 8.9 answer by rules of their own; `Nodejs18.15` when left out. */
  readonly runtime?: ScfRuntime;
  /** Freezes the event, so that a handler that writes to it throws. */
  readonly frozenEvent?: boolean;
  /** Keeps what the handler writes from the terminal; it is in the outcome's log either way. A worker is always quiet. */
  readonly quiet?: boolean;
}

/** The time limit of an invocation in milliseconds. */
export function timeLimit(options: InvokeOptions): number {
  return options.timeoutMs ?? options.context?.time_limit_in_ms ?? 3000;
}

/**
 * One invocation with all defaults filled in.
 *
 * @throws Misuse EVENT_NOT_JSON, INVALID_LIMIT.
 */
export function callOf(
  event: unknown,
  options: InvokeOptions & { readonly isolation?: 'none' | 'worker' | 'process' },
): Call {
  const timeoutMs = positive('timeoutMs', timeLimit(options));
  const memoryMb = positive('memoryMb', options.memoryMb ?? options.context?.memory_limit_in_mb ?? 128);
  const env = options.env;
  const data = contextData({
    time_limit_in_ms: timeoutMs,
    memory_limit_in_mb: memoryMb,
    ...(env === undefined ? {} : { env }),
    ...options.context,
  });
  return {
    eventText: eventText(event),
    data,
    timeoutMs,
    memoryMb,
    runtime: options.runtime ?? defaultRuntime,
    frozenEvent: options.frozenEvent ?? false,
    quiet: options.quiet ?? false,
    env:
      env === undefined && (options.isolation ?? 'none') === 'none'
        ? undefined
        : { ...platformEnv(data), ...env },
  };
}

function positive(name: string, value: number): number {
  // setTimeout holds no more than 31 bits.
  if (value > 0 && value < 2 ** 31) return value;
  throw new Misuse(
    'INVALID_LIMIT',
    `Cannot invoke with ${name} ${describeValue(value)}: it is no positive number below 2^31. Give milliseconds for timeoutMs, MB for memoryMb.`,
  );
}

function eventText(event: unknown): string {
  let problem = `${describeValue(event)} is no JSON`;
  try {
    const text: string | undefined = JSON.stringify(event);
    if (text !== undefined && !isExotic(event)) return text;
  } catch (error) {
    problem = (error as Error).message;
  }
  throw new Misuse(
    'EVENT_NOT_JSON',
    `Cannot invoke a handler with this event: ${problem}. Give a value that JSON can hold, such as sample(timer).`,
  );
}

/** An object that JSON.stringify turns into something else without a word: a Map, a Promise, a Date. */
function isExotic(event: unknown): boolean {
  if (typeof event === 'number') return !Number.isFinite(event);
  if (typeof event !== 'object' || event === null || Array.isArray(event)) return false;
  const tag = Object.prototype.toString.call(event);
  return tag !== '[object Object]' || ArrayBuffer.isView(event);
}
