import { callNames, clockMaskFor, differenceInLeft, endOf, maskFor, sideBySide } from '../../play/compare.js';
import type { Story } from '../../play/story.js';
import type { Complaint, Steadiness } from '../oracle.js';
/** What is different between a story and the same with other surroundings or in another form. */
export function differently<Event>(
  base: Story<Event>,
  story: Story<Event>,
  what: string,
  how: string,
  there: string,
  steady: Steadiness,
  passedOn: readonly string[] = [],
  computed?: RegExp,
): Complaint<Event> | undefined {
  const mask = steady.times ? clockMaskFor(base, story) : maskFor(base, story);
  const passed = sameFor(passedOn);
  const same = (text: string) => passed(computed === undefined ? text : text.replace(computed, '<digest>'));
  const lower = (text: string) => same(mask(text).toLowerCase());
  const ends = [endOf(base, lower), endOf(story, lower)];
  if (ends[0] !== ends[1] && steady.answer) {
    return {
      what: `${what} answer`,
      detail: `${how} the handler answers otherwise:\n  before: ${shortened(ends[0])}\n  ${there}: ${shortened(ends[1])}`,
      story,
      compared: base,
    };
  }
  const difference = differenceInLeft(base, story, mask);
  const lowered = {
    onlyA: difference.onlyA.map((line) => same(line.toLowerCase())).sort(),
    onlyB: difference.onlyB.map((line) => same(line.toLowerCase())).sort(),
  };
  if (!steady.left || JSON.stringify(lowered.onlyA) === JSON.stringify(lowered.onlyB)) return undefined;
  return {
    what: `${what} ${callNames([...difference.onlyA, ...difference.onlyB])}`,
    detail: `${how} the handler leaves something else behind.\n${sideBySide(difference, 'before', there)}`,
    story,
    compared: base,
  };
}

/** Makes texts the same that stand for each other in two forms of an event: who passes them on takes no notice. */
function sameFor(texts: readonly string[]): (text: string) => string {
  if (texts.length === 0) return (text) => text;
  const longestFirst = texts
    .filter((text) => text !== '')
    .map((text) => text.toLowerCase())
    .sort((a, b) => b.length - a.length);
  return (text) => {
    let plain = text.replaceAll('\\', '');
    if (longestFirst.length < texts.length) plain = plain.replaceAll('""', '\u241f');
    for (const one of longestFirst) plain = plain.replaceAll(one.replaceAll('\\', ''), '\u241f');
    return plain.replaceAll(/"\u241f"|\u241f/g, '');
  };
}

function shortened(text: string | undefined): string {
  return text === undefined || text.length <= 200 ? String(text) : `${text.slice(0, 200)}…`;
}
