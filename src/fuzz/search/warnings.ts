import type { Execution } from '../play/execution.js';

/** Says when runs prove nothing. */
export function warningsOf(executions: readonly Execution<unknown>[]): string[] {
  const warnings: string[] = [];
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
