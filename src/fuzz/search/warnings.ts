import type { Execution, Invocation } from '../play/execution.js';

/** What is known of a search when it ends. */
export interface Exercise {
  /** What became of each case by itself. */
  readonly bases: readonly Execution<unknown>[];
  /** Somebody reads what the handler answers. */
  readonly isAnswerRead: boolean;
  /** The time was used up before all runs were made. */
  readonly isCutShort: boolean;
}

/** With fewer cases next to nothing was tried. */
const minCases = 10;
/** A handler that fails on more than this share of all events was not reached. */
const maxFailing = 0.9;

/** Why a run that has found nothing proves little; empty where it proves something. */
export function weaknessOf({ bases, isAnswerRead, isCutShort }: Exercise): string[] {
  const first = bases.flatMap(({ invocations }) => invocations.slice(0, 1));
  if (first.length === 0) return ['No case was tried.'];
  const failed = first.filter(({ outcome }) => !outcome.ok);
  if (failed.length / first.length > maxFailing) {
    return [
      `The handler failed on ${failed.length} of ${first.length} events${saidMost(failed)}, so that next to nothing of it was tried. Give a payload, overrides or examples that it accepts, or what it needs to run.`,
    ];
  }
  const reasons: string[] = [];
  const hasCalls = first.some(({ calls }) => calls.some(({ state }) => state !== 'blocked'));
  const ends = new Set(first.map(({ outcome }) => (outcome.ok ? outcome.json : `${outcome.statusCode}`)));
  if (isCutShort && first.length < minCases)
    reasons.push(
      `Only ${first.length} ${first.length === 1 ? 'case was' : 'cases were'} tried in the time that was given.`,
    );
  if (!hasCalls && !isAnswerRead)
    reasons.push(
      'No effect of the handler was seen, and nobody reads what it answers. Wrap stubs of what it calls in effect(name, fn), or let it make HTTP requests.',
    );
  else if (!hasCalls && ends.size === 1 && first.length >= minCases)
    reasons.push(
      `All ${first.length} events came to the same answer: the handler may not look at its event.`,
    );
  return reasons;
}

/** What the handler said of most of the events on which it failed. */
function saidMost(failed: readonly Invocation<unknown>[]): string {
  const counts = new Map<string, number>();
  for (const { outcome } of failed) {
    const said = 'error' in outcome ? `${outcome.error.name}: ${outcome.error.message}` : outcome.status;
    counts.set(said, (counts.get(said) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most === undefined ? '' : ` (mostly ${most[0].split('\n')[0]?.slice(0, 200)})`;
}

/** What else a reader should know. */
export function warningsOf({ bases, isAnswerRead }: Exercise): string[] {
  const warnings = refusals(bases);
  const calls = bases.flatMap(({ invocations }) => invocations.flatMap((invocation) => invocation.calls));
  if (calls.length === 0 && isAnswerRead && bases.length >= minCases) {
    warnings.push(
      'No outside call was seen, so that nothing is known about redelivery, retries and batches. Wrap stubs in effect(name, fn), or make HTTP requests.',
    );
  }
  return warnings;
}

/** How many refused calls are told by name. */
const maxRefusals = 5;

/** What the handler was not allowed to do, each once. */
function refusals(executions: readonly Execution<unknown>[]): string[] {
  const counts = new Map<string, number>();
  for (const { calls, loadCalls } of executions) {
    for (const { name, args, state } of [...calls, ...loadCalls]) {
      if (state !== 'blocked') continue;
      const shown = Array.isArray(args) && args.length > 0 ? `${name} ${JSON.stringify(args[0])}` : name;
      counts.set(shown, (counts.get(shown) ?? 0) + 1);
    }
  }
  return [...counts]
    .slice(0, maxRefusals)
    .map(([name, count]) => `${name} was refused ${times(count)}: ${remedy(name)}`);
}

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}

function remedy(name: string): string {
  const [scheme, target] = name.split(' ');
  const isProcess = scheme !== 'tcp' && scheme !== 'udp' && scheme !== 'dns' && scheme !== 'socket';
  return isProcess
    ? 'a handler that is fuzzed starts no other process or thread. Allow it by name with --allow-run (allowRun), or wrap a stub in effect().'
    : `nothing leaves the process of a handler that is fuzzed. Allow it with --allow-net ${target} (allow), or wrap a stub in effect().`;
}
