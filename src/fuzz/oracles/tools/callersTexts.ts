import { mapLeaves } from '../../../kernel/mapLeaves.js';
import type { Trial } from '../oracle.js';
import { changedEvent } from './changedEvent.js';

/** What is shorter stands in many a text by chance. */
const shortest = 2;

/**
 * Texts of an event that are written outside of the platform: the query and the body of a request, all texts of an event
 * that is none. Headers and paths of requests are left out, since they arrive encoded.
 */
export function callersTexts({
  case: { event },
  rules,
}: Pick<Trial<unknown>, 'case' | 'rules'>): readonly string[] {
  const texts = new Set<string>();
  mapLeaves(event, (leaf, names) => {
    if (typeof leaf === 'string' && leaf.length >= shortest && isCallers(names, rules)) texts.add(leaf);
    return leaf;
  });
  return [...texts];
}

/** The event with another text wherever its sender wrote that one; undefined where that is none that the platform sends. */
export function withCallersText<Event>(trial: Trial<Event>, text: string, other: string): Event | undefined {
  return changedEvent(trial, (leaf, names) =>
    leaf === text && isCallers(names, trial.rules) ? other : leaf,
  );
}

/** True for the event of a front end, whose callers may be anybody. */
export function isFromFrontEnd({ response, isPlainHttp }: Trial<unknown>['rules']): boolean {
  return response !== undefined || isPlainHttp === true;
}

function isCallers([first = '']: readonly string[], rules: Trial<unknown>['rules']): boolean {
  return !isFromFrontEnd(rules) || /^(?:query|body$|payload$)/i.test(first);
}
