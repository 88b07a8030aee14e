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

/** How many folders of a path are looked at. */
const maxFolders = 12;

/** True where a text stands in another, whole or from one of its slashes on: of a path, code takes the end. */
export function standsIn(text: string, whole: string): boolean {
  let part = text;
  for (let folders = 0; folders <= maxFolders; folders++) {
    if (part.length >= shortest && whole.includes(part)) return true;
    const slash = part.indexOf('/');
    if (slash < 0) return false;
    part = part.slice(slash + 1);
  }
  return false;
}

/**
 * The event with another text wherever its sender wrote that one, and where an address of the event ends like it; undefined
 * where that is none that the platform sends.
 */
export function withCallersText<Event>(trial: Trial<Event>, text: string, other: string): Event | undefined {
  const [last, otherLast] = [lastPartOf(text), lastPartOf(other)];
  return changedEvent(trial, (leaf, names) => {
    if (!isCallers(names, trial.rules)) return leaf;
    if (leaf === text) return other;
    const isItsAddress = text.includes('/') && typeof leaf === 'string' && isAddressOf(leaf, last);
    return isItsAddress ? leaf.slice(0, -last.length) + otherLast : leaf;
  });
}

function isAddressOf(leaf: string, lastPart: string): boolean {
  return lastPart.length >= shortest && /^https?:\/\//.test(leaf) && leaf.endsWith(`/${lastPart}`);
}

/** The last part of a path, as addresses write it. */
const lastPartOf = (path: string): string => encodeURIComponent(path.slice(path.lastIndexOf('/') + 1));

/** True for the event of a front end, whose callers may be anybody. */
export function isFromFrontEnd({ response, isPlainHttp }: Trial<unknown>['rules']): boolean {
  return response !== undefined || isPlainHttp === true;
}

function isCallers([first = '']: readonly string[], rules: Trial<unknown>['rules']): boolean {
  return !isFromFrontEnd(rules) || /^(?:query|body$|payload$)/i.test(first);
}
