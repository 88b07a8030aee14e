import { isObject, setOwn } from '../../kernel/json.js';
import { callNames, clockMaskFor, differenceInLeft, endOf, maskFor, sideBySide } from '../play/compare.js';
import { inOrder } from '../play/steps.js';
import type { Story } from '../play/story.js';
import type { Complaint, Oracle, Steadiness } from './oracle.js';

/** The same said otherwise. */
export const equivalentForm: Oracle = {
  name: 'equivalent-form',
  holds:
    'Forms of an event that mean the same come to the same: header casing, Base64 or text, order of names.',
  domain: 'Triggers that name equivalent forms. Differences in casing alone do not count.',
  isRelation: true,
  applies: (rules) => rules.relations !== undefined && rules.relations.length > 0,
  async judge(trial) {
    const outcome = (await trial.base()).visits.at(-1)?.outcome;
    const answer: unknown = outcome?.ok === true ? outcome.result : undefined;
    for (const form of trial.rules.relations ?? []) {
      const original =
        form.baseline === undefined ? trial.case.event : form.baseline(trial.case.event, answer);
      const event = original === undefined ? undefined : form.followUp(original);
      if (original === undefined || event === undefined) continue;
      const base = await trial.play(inOrder([original]));
      const story = await trial.play(inOrder([event]));
      const how = `In another form (${form.name}: ${form.because})`;
      const found =
        form.compare === 'calls' || form.compare === 'success'
          ? differentCalls(base, story, form.name, how, form.compare)
          : differently(base, story, form.name, how, 'in this form', await trial.steady(), [
              ...(form.compare === 'values' ? [] : changedTexts(original, event)),
            ]);
      if (found !== undefined) return found;
    }
    return undefined;
  },
};

/** The texts and numbers that two forms of an event have at the same places and that differ. */
function changedTexts(a: unknown, b: unknown, depth = 0): string[] {
  if (typeof a === 'object' && a !== null && typeof b === 'object' && b !== null) {
    if (depth > 100) return [];
    return Object.keys(a).flatMap((key) => changedTexts(Reflect.get(a, key), Reflect.get(b, key), depth + 1));
  }
  const isLeaf = (part: unknown) => typeof part === 'string' || typeof part === 'number';
  if (!isLeaf(a) || !isLeaf(b) || a === b) return [];
  return [String(a), String(b)];
}

function differentCalls<Event>(
  base: Story<Event>,
  story: Story<Event>,
  what: string,
  how: string,
  compare: 'calls' | 'success',
): Complaint<Event> | undefined {
  const ends = [base, story].map(({ visits }) => (visits.at(-1)?.outcome.ok === true ? 'succeeds' : 'fails'));
  const calls = [base, story].map((one) =>
    one.calls
      .map((call) => requestKind(call.name))
      .sort()
      .join(', '),
  );
  const isSame = ends[0] === ends[1] && (compare === 'success' || calls[0] === calls[1]);
  if (isSame) return undefined;
  return {
    what: `${what} ${ends[0] === ends[1] ? 'calls' : 'fails'}`,
    detail: `${how} the handler does something else:\n  before: ${ends[0]}, calls ${calls[0] || 'nothing'}\n  in this form: ${ends[1]}, calls ${calls[1] || 'nothing'}`,
    story,
    compared: base,
  };
}

/** The name of a call; of a request without its path, in which the data stands that differs. */
function requestKind(name: string): string {
  return name.replace(/^([A-Z]+ https?:\/\/[^/]+)\/.*$/s, '$1');
}

const futureField = 'scfFixturesFutureField';

/** A field that the vendor adds one day. */
export const unknownField: Oracle = {
  name: 'unknown-field',
  holds: 'Fields that the vendor may add change nothing.',
  domain:
    "Every trigger whose event is not the caller's own data. A handler that passes the event on as it is is not reported.",
  isRelation: true,
  applies: () => true,
  async judge(trial) {
    const event = withFutureFields(trial.case.event, 4);
    if (trial.trigger.contract.accepts(null)) return undefined;
    if (JSON.stringify(event) === JSON.stringify(trial.case.event) || !trial.trigger.contract.accepts(event))
      return undefined;
    const base = await trial.base();
    const story = await trial.play(inOrder([event]));
    const text = JSON.stringify([
      story.calls.map((call) => call.args),
      story.visits.at(-1)?.outcome.ok === true && story.visits.at(-1)?.outcome,
    ]);
    if (text.includes(futureField)) return undefined;
    return differently(
      base,
      story,
      'field',
      'With fields that no source shows yet',
      'with them',
      await trial.steady(),
    );
  },
};

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

/** The value with one more field in every object, down to a depth. */
function withFutureFields<T>(value: T, depth: number): T;
function withFutureFields(value: unknown, depth: number): unknown {
  if (depth === 0) return value;
  if (Array.isArray(value)) return value.map((item) => withFutureFields(item, depth - 1));
  if (!isObject(value)) return value;
  const copy = {};
  for (const [name, part] of Object.entries(value)) {
    setOwn(copy, name, isData(name) ? part : withFutureFields(part, depth - 1));
  }
  setOwn(copy, futureField, 'new');
  return copy;
}

/** Objects whose names are data: headers, parameters. */
function isData(name: string): boolean {
  return /headers?$|queryString|Parameters$|stageVariables|payload|meta|identity|^data$/i.test(name);
}
