import type { EffectCall } from '../effectKind.js';

/**
 * Takes counters that only tell whether something comes for the first time for what they are: an invocation that counts
 * what was counted before, and leaves out for it what the earlier one did, has done nothing.
 */
export function declineGuards(calls: readonly EffectCall[]): void {
  const made = byInvocation(calls);
  const first = new Map<string, number>();
  for (const call of calls) {
    const { counted, invocation, state } = call;
    if (counted === undefined || state !== 'done') continue;
    const earlier = first.get(counted.key);
    if (earlier === undefined) first.set(counted.key, invocation);
    else if (earlier !== invocation && leavesOut(made.get(earlier) ?? [], made.get(invocation) ?? []))
      call.state = 'declined';
  }
}

/** True when the later of two invocations does less than the earlier one, but for what it counts first. */
function leavesOut(earlier: readonly EffectCall[], later: readonly EffectCall[]): boolean {
  const [before, now] = [earlier, later].map((calls) => {
    const counts = calls.flatMap(({ counted }) => (counted === undefined ? [] : [counted]));
    const keys = new Set(counts.map(({ key }) => key));
    const writes = calls.filter(
      ({ effect, counted, args, state }) =>
        effect.kind !== 'read' && counted === undefined && state !== 'declined' && !isAbout(args, keys),
    );
    const appends = writes.filter(({ effect }) => effect.kind === 'append').length;
    return { fresh: counts.filter(({ isFirst }) => isFirst).length, writes: writes.length, appends };
  }) as [Tally, Tally];
  return now.writes < before.writes && now.appends * before.fresh <= before.appends * now.fresh;
}

interface Tally {
  readonly fresh: number;
  readonly writes: number;
  readonly appends: number;
}

/** True for a command about a counter itself, such as when it expires. */
function isAbout(args: unknown, keys: ReadonlySet<string>): boolean {
  return Array.isArray(args) && typeof args[0] === 'string' && keys.has(args[0]);
}

function byInvocation(calls: readonly EffectCall[]): Map<number, EffectCall[]> {
  const made = new Map<number, EffectCall[]>();
  for (const call of calls) made.set(call.invocation, [...(made.get(call.invocation) ?? []), call]);
  return made;
}
