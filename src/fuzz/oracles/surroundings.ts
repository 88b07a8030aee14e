import { mapTexts, textsIn } from '../../kernel/mapLeaves.js';
import type { Trigger } from '../../kernel/trigger.js';
import { inOrder } from '../play/steps.js';
import type { Oracle } from './oracle.js';
import { differently } from './tools/differently.js';
import { withDriverTimes } from './tools/driverTimes.js';
import { incomingTexts } from './tools/outgoing.js';

/** The time zone of the process. */
export const timeZone: Oracle = {
  name: 'time-zone',
  holds: 'The time zone of the process changes nothing.',
  domain:
    'Every trigger, in a process whose time zone can be changed (not in a worker thread); after the first cases only where the handler asks for something local, such as getHours() or a format without a zone. Texts of the event that the engine takes for dates in local time though they are in no form of ISO 8601, such as 2026-3-2 and 10, are replaced before. Times in statements of MySQL are those of its clients, which write them in the zone of the process, unless they are written alike in each.',
  isRelation: true,
  applies: () => true,
  async judge(trial) {
    const [first, ...others] = trial.timeZones;
    if (first === undefined) return undefined;
    if (!trial.isEarly && !(await trial.base()).followsZone) return undefined;
    const event = withoutLooseDates(trial.trigger, trial.case.event);
    if (event === undefined) return undefined;
    const base = await trial.play({ ...inOrder([event]), timeZone: first });
    for (const zone of others) {
      const execution = await trial.play({ ...inOrder([event]), timeZone: zone });
      const before = withDriverTimes({ execution: base, zone: first }, execution);
      const after = withDriverTimes({ execution, zone }, base);
      const found = await differently(before, after, {
        what: 'zone',
        how: `In the time zone ${zone} instead of ${first}`,
        there: `in ${zone}`,
        determinism: trial.determinism,
      });
      if (found !== undefined) return { ...found, execution, compared: base };
    }
    return undefined;
  },
};

/**
 * The event with another text for what is a date by the leniency of the engine, where the contract leaves that open;
 * undefined where a date of that sort stays, in an encoded part for instance.
 */
function withoutLooseDates<Event>(trigger: Trigger<Event>, event: Event): Event | undefined {
  const without = (from: Event, texts: readonly string[]): Event | undefined => {
    const changed = mapTexts(from, (text) => (texts.includes(text) ? 'soon' : text));
    return trigger.contract.accepts(changed) ? changed : undefined;
  };
  const loose = textsIn(event).filter(isLooseDate);
  const strict =
    loose.length === 0
      ? event
      : (without(event, loose) ?? loose.reduce((left, one) => without(left, [one]) ?? left, event));
  const isWritten = (text: string) => /\d[-/.]\d{1,2}[-/.]\d/.test(text) && isLooseDate(text);
  return incomingTexts(trigger, strict).some(isWritten) ? undefined : strict;
}

function isLooseDate(text: string): boolean {
  if (text.length > 60 || /^\d{4}-\d\d-\d\d($|[T ]\d\d:\d\d)/.test(text)) return false;
  return !Number.isNaN(Date.parse(text));
}

/** Other alphabets' order, other capitals (i, İ), other marks in numbers and dates. */
const locales = ['en-US', 'sv-SE', 'tr-TR'] as const;

/** The locale of the process. */
export const locale: Oracle = {
  name: 'locale',
  holds: 'The locale of the process changes nothing.',
  domain:
    'Handlers that call localeCompare, toLocaleString or an Intl format without a locale, or with undefined, while they handle an event.',
  isRelation: true,
  needsColdStart: true,
  applies: () => true,
  async judge(trial) {
    if (!(await trial.base()).invocations.some((invocation) => invocation.followsLocale)) return undefined;
    const [first, ...others] = locales;
    const base = await trial.play({ ...inOrder([trial.case.event]), locale: first });
    for (const other of others) {
      const execution = await trial.play({ ...inOrder([trial.case.event]), locale: other });
      const found = await differently(base, execution, {
        what: 'locale',
        how: `In the locale ${other} instead of ${first}`,
        there: `in ${other}`,
        determinism: trial.determinism,
      });
      if (found !== undefined) return found;
    }
    return undefined;
  },
};

/** As many other processes are tried: a set of two has the same order in half of them. */
const otherProcesses = [1, 2, 3];

/** What a process draws when it starts. */
export const processSeed: Oracle = {
  name: 'process-seed',
  holds: 'What a process draws when it starts, such as the order of sets and hash(), changes nothing.',
  domain:
    'Functions in a language whose processes draw such a seed: Python, whose instances each have another; after the first cases only where their code may follow it, such as by a set, hash() or a package.',
  isRelation: true,
  applies: () => true,
  async judge(trial) {
    if (!trial.hasProcessSeed) return undefined;
    const base = await trial.base();
    if (!trial.isEarly && !base.followsSeed) return undefined;
    // Without sets only addresses differ, in any other process.
    for (const seed of base.followsSeed ? otherProcesses : otherProcesses.slice(0, 1)) {
      const execution = await trial.play({ ...inOrder([trial.case.event]), processSeed: seed });
      const found = await differently(base, execution, {
        what: 'process',
        how: 'In another process, whose sets are in another order,',
        there: 'in the other process',
        determinism: trial.determinism,
      });
      if (found !== undefined) return found;
    }
    return undefined;
  },
};
