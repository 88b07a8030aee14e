import type { Difference } from './difference.js';
import { rememberSettle } from './engine.js';
import type { InstanceMessage } from './instanceMessages.js';
import type { End, LateWork, LogLine, Outcome, ThrownError } from './outcome.js';

/** The invocation that a thread or a process is busy with. */
export interface RunningInvocation {
  readonly log: LogLine[];
  readonly lateErrors: ThrownError[];
  readonly differences: Difference[];
  end?: End;
  durationMs: number;
  memoryBytes: number;
  lateWork: readonly LateWork[];
  drained: boolean;
  /** The instance was ended from outside. */
  wasStopped: boolean;
  /** The instance has told all about the invocation, or is gone. */
  isOver: boolean;
  /** Called whenever something above changed. */
  changed(): void;
}

/** An invocation of which nothing is known yet. */
export function newInvocation(): RunningInvocation {
  return {
    log: [],
    lateErrors: [],
    differences: [],
    durationMs: 0,
    memoryBytes: 0,
    lateWork: [],
    drained: false,
    wasStopped: false,
    isOver: false,
    changed: () => {},
  };
}

/** Notes what an instance says of its invocation. */
export function hear(now: RunningInvocation, message: InstanceMessage): void {
  switch (message.type) {
    case 'log':
      now.log.push(message.line);
      return;
    case 'end':
      now.end ??= message.end;
      now.durationMs = message.durationMs;
      now.memoryBytes = message.memoryBytes;
      return;
    case 'judged':
      now.lateWork = message.lateWork;
      now.lateErrors.splice(0, Infinity, ...message.lateErrors);
      now.isOver = true;
      break;
    case 'differs':
      now.differences.push(message.difference);
      return;
    case 'late-error':
      now.lateErrors.push(message.error);
      break;
    case 'drained':
      now.drained = true;
  }
  now.changed();
}

/** Lets `settled` wait for what the invocation left running. */
export function rememberSettled(outcome: Outcome, now: RunningInvocation, restMs: number): Outcome {
  return rememberSettle(outcome, async (limitMs = restMs) => {
    if (!now.drained && now.lateWork.length > 0) {
      await new Promise<void>((resolve) => {
        const limit = setTimeout(resolve, limitMs);
        now.changed = () => {
          if (!now.drained && !now.wasStopped) return;
          clearTimeout(limit);
          resolve();
        };
      });
    }
    const drained = now.drained || now.lateWork.length === 0;
    return { drained, lateWork: drained ? [] : now.lateWork, lateErrors: [...now.lateErrors] };
  });
}
