import type { Story } from '../play/story.js';

/** Says when runs prove nothing. */
export function warningsOf(stories: readonly Story<unknown>[]): string[] {
  const warnings: string[] = [];
  const visits = stories.flatMap((story) => story.visits.slice(0, 1));
  if (visits.length < 10) return warnings;
  const failed = visits.filter(({ outcome }) => !outcome.ok).length;
  if (failed / visits.length > 0.9) {
    warnings.push(
      `The handler failed on ${failed} of ${visits.length} events: it may reject them early. Give a payload, overrides or examples that it accepts.`,
    );
  }
  const ends = new Set(
    visits.map(({ outcome }) => (outcome.ok ? outcome.json : `failure ${outcome.statusCode}`)),
  );
  const calls = visits.reduce((sum, visit) => sum + visit.calls.length, 0);
  if (calls === 0) {
    warnings.push(
      'No outside call was seen, so that nothing is known about redelivery, retries and batches. Wrap stubs in effect(name, fn), or make HTTP requests.',
    );
  }
  if (calls === 0 && ends.size === 1 && failed === 0) {
    warnings.push(
      `All ${visits.length} events came to the same answer: the handler may not look at its event.`,
    );
  }
  return warnings;
}
