import { isAbsolute } from 'node:path';
import type { ScfHandler } from '../../runtime/index.js';
import { type Computing, type Outcome, outcomeOf } from '../../runtime/outcome.js';
import { handlerFrames } from '../../runtime/ownFrame.js';
import { stackFrameOf } from '../../runtime/stackFrame.js';
import type { Attempt } from './delivery.js';
import type { Invocation, Subject } from './execution.js';
import { Stopped, type StopReason, type Watchdog } from './watchdog.js';

/** The handler, called under the eyes of the watchdog. */
export function guarded<Event>(
  handler: ScfHandler<Event>,
  watchdog: Watchdog,
  { onStart, onStopped }: { readonly onStart: () => void; readonly onStopped: (thrown: Stopped) => void },
): ScfHandler<Event> {
  const start = (...args: Parameters<ScfHandler<Event>>): unknown => {
    onStart();
    try {
      return watchdog.start(() => handler(...args));
    } catch (error) {
      if (error instanceof Stopped) onStopped(error);
      throw error;
    }
  };
  const isAsync = Object.prototype.toString.call(handler) === '[object AsyncFunction]';
  const wrapper: ScfHandler<Event> = isAsync
    ? async (...args) => start(...args)
    : (...args) => start(...args);
  return Object.defineProperty(wrapper, 'length', { value: handler.length });
}

/** The innermost frame of what was stopped that is the handler's own code, or a library's. */
export function stoppedPlace(
  stopped: StopReason | undefined,
  computing: Computing | undefined,
  watchdog: Watchdog,
): Pick<Invocation<unknown>, 'stoppedAt'> {
  if (stopped === undefined) return {};
  if (computing !== undefined) return computing.at === undefined ? {} : { stoppedAt: computing.at };
  const frames = handlerFrames(watchdog.stackOfStopped() ?? '').map(stackFrameOf);
  const frame = frames.find((one) => one !== undefined && isAbsolute(one.file));
  if (frame === undefined) return {};
  const place = `${frame.file}:${frame.line}:${frame.column}`;
  return { stoppedAt: frame.name === '' ? place : `${frame.name} (${place})` };
}

/** What a call has come to whose handler was stopped, and nothing came back of it. */
export function lostOutcome(
  { step }: Pick<Attempt<unknown>, 'step'>,
  { timeoutMs, memoryMb }: Pick<Subject<unknown, unknown>, 'timeoutMs' | 'memoryMb'>,
): { readonly outcome: Outcome; readonly settling: Outcome } {
  const facts = { requestId: `${step}`, durationMs: timeoutMs, memoryBytes: 0, memoryLimitMb: memoryMb };
  const nothing = { cold: true, initMs: 0, log: [], lateWork: [], lateErrors: [] };
  const outcome = outcomeOf({ type: 'timeout' }, { ...facts, ...nothing }, { timeoutMs, legacy: false });
  return { outcome, settling: outcome };
}
