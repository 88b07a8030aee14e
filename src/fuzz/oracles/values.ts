import { mapTexts } from '../../kernel/mapLeaves.js';
import { lostIn } from '../play/effects/lostValues.js';
import { inOrder } from '../play/steps.js';
import { lastAnswer } from '../play/webAnswerIn.js';
import type { Oracle, Trial } from './oracle.js';
import { isFromFrontEnd } from './tools/callersTexts.js';
import { incomingTexts, type Leaf, outgoing, placeOf, readableBytes, shown } from './tools/outgoing.js';
import { isPassedOnWhole } from './tools/passedOnWhole.js';

const lostWord = /(?:^|[^\p{L}\p{N} ])(undefined|NaN|\[object \w+\]|Invalid Date)(?:$|[^\p{L}\p{N} ])/u;

/** A value that got lost on its way out. */
export const lostValue: Oracle = {
  name: 'lost-value',
  holds:
    'What goes out holds no NaN, no invalid date, and no text that was made of undefined or of an object.',
  domain:
    'Every trigger: outside calls, answers and JSON. A text counts when `undefined`, `NaN` or `[object Object]` stands in it like a value, as in order:undefined; what a page has in <script> is a program, and who writes user[name]=1 to a front end has sent an object. Infinity in an instance of a class is taken for a limit of a library.',
  isRelation: false,
  isConclusive: true,
  maxBytes: readableBytes,
  applies: () => true,
  async judge(trial) {
    const execution = await trial.base();
    // JSON can say 1e400, which is read as Infinity: who passes it on has lost nothing.
    const given = new Set(lostIn(trial.case.event).map(kindOfLoss));
    for (const text of incomingTexts(trial.trigger, trial.case.event)) {
      if (text.length < 400 && Math.abs(Number(text)) === Number.POSITIVE_INFINITY)
        given.add(String(Number(text)));
    }
    for (const { calls, lost } of execution.invocations) {
      const isOwn = (one: string) => !given.has(kindOfLoss(one));
      const call = calls.find((one) => one.lost?.some(isOwn));
      const found = (call?.lost ?? lost).find(isOwn);
      if (found === undefined) continue;
      const what = kindOfLoss(found);
      const where = call === undefined ? 'JSON that the handler writes' : call.name;
      return {
        what: `${what} ${call?.name ?? 'written'}`,
        detail: `${found} goes into ${where}; JSON makes null of it.`,
        execution,
      };
    }
    const isProgram = ofPrograms.test(String(lastAnswer(execution)?.headers['content-type']));
    for (const { where, value } of outgoing(execution)) {
      if (isProgram && placeOf(where) === answerBody) continue;
      const word = typeof value === 'string' ? lostWord.exec(withoutPrograms(value))?.[1] : undefined;
      if (word === undefined) continue;
      const texts = incomingTexts(trial.trigger, trial.case.event);
      if (texts.some((text) => text.includes(word))) continue;
      if (word === '[object Object]' && isFromFrontEnd(trial.rules) && texts.some(writesObject)) continue;
      return {
        what: `${word} ${placeOf(where)}`,
        detail: `${where} is ${shown(value)}: a value is missing there.`,
        execution,
      };
    }
    return undefined;
  },
};

/** True for `user[name]=1`, which parsers of queries and of forms make an object of. */
const writesObject = (text: string): boolean => /\w(?:\[|%5B)\w{1,80}(?:\]|%5D)/i.test(text);

/** Programs for browsers, in which these are words of the language. */
const ofPrograms = /\b(?:javascript|ecmascript|wasm|css)\b/i;
const programs = /<(script|style)\b[^>]{0,1000}>.*?(?:<\/\1\s*>|$)/gis;
const answerBody = placeOf('the answer: body');

/** A page without the programs in it. */
function withoutPrograms(text: string): string {
  return text.includes('<') ? text.replaceAll(programs, '') : text;
}

/** `NaN` of `NaN at total`. */
function kindOfLoss(loss: string): string {
  return loss.replace(/ at .*/, '');
}

const firstSecond = 1_200_000_000;
const lastSecond = 2_500_000_000;

/** A time that was read in the wrong unit. */
export const timeUnit: Oracle = {
  name: 'time-unit',
  holds: 'A time of the event is read in its own unit: seconds, milliseconds or microseconds.',
  domain: 'Every trigger: reported when a date goes out that a time of the event gives in a wrong unit.',
  isRelation: false,
  isConclusive: true,
  maxBytes: readableBytes,
  applies: () => true,
  async judge(trial) {
    const texts = incomingTexts(trial.trigger, trial.case.event);
    const wrong = new Map(texts.flatMap((text) => wrongReadings(text).map((day) => [day, text] as const)));
    if (wrong.size === 0) return undefined;
    const execution = await trial.base();
    for (const { where, value } of outgoing(execution)) {
      const days =
        String(value).match(/(?:[+-]\d{6}|\b\d{4})-\d\d-\d\d/g) ?? (isYear(value) ? [String(value)] : []);
      for (const day of days) {
        const time = wrong.get(day);
        if (time === undefined || texts.some((text) => text.includes(day))) continue;
        return {
          what: placeOf(where),
          detail: `${where} is ${shown(value)}: that is what ${time} gives in a wrong unit.`,
          execution,
        };
      }
    }
    return undefined;
  },
};

function isYear(value: string | number): boolean {
  return /^\d{4,6}$/.test(String(value));
}

/** The days, and the years, that a time gives when its unit is mistaken; none for what is no time. */
function wrongReadings(text: string): string[] {
  if (!/^\d{9,16}(\.\d{1,6})?$/.test(text)) return [];
  const value = Number(text);
  const unitMs = [1000, 1, 0.001].find((ms) => {
    const seconds = (value * ms) / 1000;
    return seconds >= firstSecond && seconds <= lastSecond;
  });
  if (unitMs === undefined) return [];
  return [1_000_000, 1000, 1, 0.001].flatMap((ms) => {
    const date = new Date(value * ms);
    if (ms === unitMs || Number.isNaN(date.getTime())) return [];
    const day = date.toISOString().slice(0, date.getUTCFullYear() > 9999 ? 13 : 10);
    // The first day of all times is what a missing time gives.
    return day === '1970-01-01' ? [] : [day, String(date.getUTCFullYear())];
  });
}

const money = /(price|amount|total|cost|fee|cents|balance|money|payment|salary|paid|invoice|charge)/i;

/** A number that lost digits, or money that gained some. */
export const inexactNumber: Oracle = {
  name: 'inexact-number',
  holds: 'Ids keep all their digits, and sums of money have no more than their inputs.',
  domain:
    'Every trigger: ids above 2^53 that go out rounded, but for JSON that is passed on whole; fields named after money that hold 0.30000000000000004; 1.15 that comes to 114 cents.',
  isRelation: false,
  isConclusive: true,
  maxBytes: readableBytes,
  applies: () => true,
  async judge(trial) {
    const execution = await trial.base();
    const leaves = outgoing(execution);
    const texts = incomingTexts(trial.trigger, trial.case.event);
    const whole = texts.join('\n');
    for (const { where, value } of leaves) {
      if (typeof value !== 'number' || !money.test(where) || !isNoisy(value)) continue;
      if (whole.includes(String(value))) continue;
      return {
        what: `noise ${placeOf(where)}`,
        detail: `${where} is ${value}: binary fractions do not add up to decimal ones.`,
        execution,
      };
    }
    const short = centLost(leaves, texts);
    if (short !== undefined && (await isMadeOf(trial, ...short))) {
      const [{ where, value }, amount] = short;
      return {
        what: `cent ${placeOf(where)}`,
        detail: `${where} is ${value}, made of ${amount}: ${amount} * 100 is ${Number(amount) * 100}, and cutting that off loses a cent.`,
        execution,
      };
    }
    const said = leaves.map(({ value }) => String(value)).join('\n');
    for (const digits of new Set(whole.match(/(?<!\d)[1-9]\d{15,19}(?!\d)/g) ?? [])) {
      const rounded = String(Number(digits));
      if (rounded === digits || said.includes(digits)) continue;
      // The number alone may be what was read, and rounded, to look for texts.
      if (texts.some((text) => text !== rounded && text.includes(rounded))) continue;
      const leaf = leaves.find(({ value }) => new RegExp(`(?<!\\d)${rounded}(?!\\d)`).test(String(value)));
      if (leaf === undefined) continue;
      if (
        isPassedOnWhole(
          execution,
          texts.filter((text) => text.includes(digits)),
        )
      )
        continue;
      return {
        what: `rounded ${placeOf(leaf.where)}`,
        detail: `${leaf.where} is ${shown(leaf.value)}: the event says ${digits}, which a number cannot hold.`,
        execution,
      };
    }
    return undefined;
  },
};

/** A number that is an amount of the event in cents, cut off where it had to be rounded. */
function centLost(leaves: readonly Leaf[], texts: readonly string[]): readonly [Leaf, string] | undefined {
  for (const amount of texts) {
    if (!/^\d{1,9}\.\d\d?$/.test(amount)) continue;
    const cents = Number(amount) * 100;
    if (Math.trunc(cents) === Math.round(cents) || texts.includes(String(Math.trunc(cents)))) continue;
    const leaf = leaves.find(({ value }) => value === Math.trunc(cents));
    if (leaf !== undefined) return [leaf, amount];
  }
  return undefined;
}

/** True when a number follows an amount: with another one in its place, whose cents are exact, it is those. */
async function isMadeOf<Event>(trial: Trial<Event>, leaf: Leaf, amount: string): Promise<boolean> {
  const exact = `${Math.trunc(Number(amount))}.25`;
  const changed = mapTexts(trial.case.event, (text) => (text === amount ? exact : text));
  if (!trial.trigger.contract.accepts(changed)) return false;
  const cents = Math.round(Number(exact) * 100);
  const execution = await trial.play(inOrder([changed]));
  return outgoing(execution).some(
    ({ where, value }) => placeOf(where) === placeOf(leaf.where) && value === cents,
  );
}

/** True for a number that is a short decimal but for its last digits. */
function isNoisy(value: number): boolean {
  if (Number.isInteger(value) || Math.abs(value) > 1e9) return false;
  const short = Number(value.toPrecision(12));
  return short !== value && (String(short).split('.')[1]?.length ?? 0) <= 4;
}

/** Numbers in the order of texts. */
export const numbersSortedAsTexts: Oracle = {
  name: 'numbers-sorted-as-texts',
  holds: 'Numbers are sorted as numbers: sort() without a comparator puts 10 before 9.',
  domain: 'Every trigger: sort and toSorted of arrays whose order that changes.',
  isRelation: false,
  isConclusive: true,
  applies: () => true,
  async judge(trial) {
    const execution = await trial.base();
    const [numbers] = execution.invocations.flatMap((invocation) => invocation.sortedAsTexts);
    if (numbers === undefined) return undefined;
    return { what: 'sort', detail: `The handler sorts ${numbers.slice(0, 200)} as texts.`, execution };
  },
};
