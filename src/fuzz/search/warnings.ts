import type { Execution } from '../play/execution.js';

/** Says when runs prove nothing. */
export function warningsOf(executions: readonly Execution<unknown>[]): string[] {
  const warnings = refusals(executions);
  const invocations = executions.flatMap((execution) => execution.invocations.slice(0, 1));
  if (invocations.length < 10) return warnings;
  const failed = invocations.filter(({ outcome }) => !outcome.ok).length;
  if (failed / invocations.length > 0.9) {
    warnings.push(
      `The handler failed on ${failed} of ${invocations.length} events: it may reject them early. Give a payload, overrides or examples that it accepts.`,
    );
  }
  const ends = new Set(
    invocations.map(({ outcome }) => (outcome.ok ? outcome.json : `failure ${outcome.statusCode}`)),
  );
  const calls = invocations.reduce((sum, invocation) => sum + invocation.calls.length, 0);
  if (calls === 0) {
    warnings.push(
      'No outside call was seen, so that nothing is known about redelivery, retries and batches. Wrap stubs in effect(name, fn), or make HTTP requests.',
    );
  }
  if (calls === 0 && ends.size === 1 && failed === 0) {
    warnings.push(
      `All ${invocations.length} events came to the same answer: the handler may not look at its event.`,
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
