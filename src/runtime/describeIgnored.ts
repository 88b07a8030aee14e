import type { IgnoredAnswer } from './outcome.js';

/** Says what became of an answer that the runtime ignored, and what to do. */
export function describeIgnored(ignored: IgnoredAnswer): string {
  return ignored === 'callback'
    ? 'The caller gets null: the callback of an async function is ignored. Return the answer, or leave out async.'
    : 'The caller gets null: what a function returns is ignored unless it is async or returns a promise. Make it async, or call back.';
}
