import { isObject, setOwn } from '../../kernel/json.js';
import type { Story } from '../story.js';
import { callNames, differenceInLeft, endOf, maskFor, sideBySide } from './compare.js';
import type { Complaint, Oracle, Steadiness } from './oracle.js';
import { inOrder } from './steps.js';

/** The same said otherwise. */
export const equivalentForm: Oracle = {
  name: 'equivalent-form',
  holds:
    'Forms of an event that mean the same come to the same: header casing, Base64 or text, order of names.',
  domain: 'Triggers that name equivalent forms. Differences in casing alone do not count.',
  isRelation: true,
  applies: (rules) => rules.equivalents !== undefined && rules.equivalents.length > 0,
  async judge(trial) {
    const base = await trial.base();
    for (const form of trial.rules.equivalents ?? []) {
      const event = form.of(trial.case.event);
      if (event === undefined) continue;
      const story = await trial.play(inOrder([event]));
      const found = differently(
        base,
        story,
        form.name,
        `In another form (${form.name}: ${form.because})`,
        'in this form',
        await trial.steady(),
      );
      if (found !== undefined) return found;
    }
    return undefined;
  },
};

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

/** The time zone of the process. */
export const timeZone: Oracle = {
  name: 'time-zone',
  holds: 'The time zone of the process changes nothing.',
  domain: 'Every trigger, in a process whose time zone can be changed (not in a worker thread).',
  isRelation: true,
  applies: () => true,
  async judge(trial) {
    const [first, ...others] = trial.timeZones;
    if (first === undefined) return undefined;
    const base = await trial.play({ ...inOrder([trial.case.event]), timeZone: first });
    for (const zone of others) {
      const story = await trial.play({ ...inOrder([trial.case.event]), timeZone: zone });
      const found = differently(
        base,
        story,
        'zone',
        `In the time zone ${zone} instead of ${first}`,
        `in ${zone}`,
        await trial.steady(),
      );
      if (found !== undefined) return found;
    }
    return undefined;
  },
};

function differently<Event>(
  base: Story<Event>,
  story: Story<Event>,
  what: string,
  how: string,
  there: string,
  steady: Steadiness,
): Complaint<Event> | undefined {
  const mask = maskFor(base, story);
  const lower = (text: string) => mask(text).toLowerCase();
  const ends = [endOf(base, lower), endOf(story, lower)];
  if (ends[0] !== ends[1] && steady.answer) {
    return {
      what: `${what} answer`,
      detail: `${how} the handler answers otherwise:\n  before: ${shortened(ends[0])}\n  ${there}: ${shortened(ends[1])}`,
      story,
      compared: base,
    };
  }
  const difference = differenceInLeft(base, story);
  const lowered = {
    onlyA: difference.onlyA.map((line) => line.toLowerCase()).sort(),
    onlyB: difference.onlyB.map((line) => line.toLowerCase()).sort(),
  };
  if (!steady.left || JSON.stringify(lowered.onlyA) === JSON.stringify(lowered.onlyB)) return undefined;
  return {
    what: `${what} ${callNames([...difference.onlyA, ...difference.onlyB])}`,
    detail: `${how} the handler leaves something else behind.\n${sideBySide(difference, 'before', there)}`,
    story,
    compared: base,
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
