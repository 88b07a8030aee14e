import type { LateWork, Outcome } from '../../runtime/index.js';

/** Work that may end by itself soon: what it does meanwhile, such as a call, is told for what it is. */
const passing: ReadonlySet<LateWork['kind']> = new Set(['compression', 'immediate', 'timer']);

/** What a client keeps to look after its connections. */
const ticking: ReadonlySet<LateWork['kind']> = new Set(['interval', 'timer']);

/** True for a timer with no line of the handler's in the stack it comes from. */
export function isOfClient({ kind, at }: LateWork): boolean {
  return ticking.has(kind) && at === undefined;
}

/**
 * An outcome with what became of the work that was left; timers that libraries leave and that come to nothing are none,
 * nor are those that a client keeps for its connections, with no line of the handler's in the stack they come from.
 */
export function withLate(outcome: Outcome, settling: Pick<Outcome, 'lateWork' | 'lateErrors'>): Outcome {
  const lateWork = outcome.lateWork.filter((late) => {
    if (isOfClient(late)) return false;
    return !passing.has(late.kind) || settling.lateWork.some(({ kind }) => kind === late.kind);
  });
  return { ...outcome, lateWork, lateErrors: settling.lateErrors };
}
