import type { BatchLens } from '../../kernel/delivery.js';
import {
  allSucceed,
  callNames,
  differenceInLeft,
  endOf,
  isMixOf,
  maskFor,
  reachesOut,
  sideBySide,
} from '../play/compare.js';
import type { DeliveryStep } from '../play/delivery.js';
import type { Execution } from '../play/execution.js';
import { forgetsAll, isAsAlone } from '../play/forgetsAll.js';
import { atOnce, inOrder } from '../play/steps.js';
import type { Oracle, Trial } from './oracle.js';
import { findsLockTaken } from './tools/locks.js';

/** The same event again. */
export const redelivery: Oracle = {
  name: 'redelivery',
  holds: 'An event that comes twice leaves behind what it leaves when it comes once.',
  domain:
    'Triggers that deliver at least once. The same PUT, DELETE or call with the same idempotency key counts once, and so does a message of Kafka with the same key.',
  isRelation: true,
  applies: (rules) => rules.atLeastOnce,
  async judge(trial) {
    const base = await trial.base();
    if (!allSucceed(base)) return undefined;
    const { event } = trial.case;
    // Two instances have nothing in common but what is outside.
    const isMet = trial.isEarly || reachesOut(base);
    const isKept = isMet || base.remembers;
    for (const instances of [...(isMet ? [[0, 1]] : []), ...(isKept ? [[0, 0]] : [])]) {
      const execution = await trial.play(inOrder([event, event], instances));
      const second = execution.invocations[1];
      if (second !== undefined && !second.outcome.ok) {
        return {
          what: 'second fails',
          detail: `The event succeeds, and fails when it comes again (${second.outcome.status}).`,
          execution,
          compared: base,
        };
      }
      const difference = differenceInLeft(base, execution);
      if (difference.onlyA.length + difference.onlyB.length === 0) continue;
      return {
        what: callNames([...difference.onlyA, ...difference.onlyB]),
        detail: `The event comes twice, and that changes what is left behind.\n${sideBySide(difference, 'when it comes once', 'when it comes twice')}`,
        execution,
        compared: base,
      };
    }
    return undefined;
  },
};

/** A warm instance against a cold one. */
export const warmCold: Oracle = {
  name: 'warm-cold',
  holds: 'What a warm instance makes of an event is what a cold one makes of it.',
  domain:
    'Every trigger; after the first cases only where the function may keep something, which the code of one in Python tells; with the cookies of the answer before, where a server sets them itself. Reads do not count, so that a cache is fine. Nor do headers that say what is left of a limit of requests.',
  isRelation: true,
  judgesMemory: true,
  applies: () => true,
  async judge<Event>(trial: Trial<Event>) {
    type Step = DeliveryStep<Event>;
    const { event, other } = trial.case;
    const base = await trial.base();
    if (!trial.isEarly && !base.remembers && !reachesOut(base)) return undefined;
    if (await forgetsAll(trial)) return undefined;
    const hasCalls = base.calls.some((call) => call.number > 0);
    const fault = { call: 1, kind: 'refused' } as const;
    for (const [first, isFailing] of [
      [event, false],
      ...(other === undefined ? [] : [[other, false] as const]),
      ...(hasCalls ? [[event, true] as const] : []),
    ] as const) {
      const onInstance = (instance: number) => {
        const [before, next] = inOrder([first, event], [0, instance]).steps as [Step, Step];
        const after = trial.rules.isPlainHttp === true ? { ...next, keepsCookies: true } : next;
        return { steps: [isFailing ? { ...before, fault } : before, after] };
      };
      const warm = await trial.play(onInstance(0));
      if (isAsAlone(warm, await trial.base())) continue;
      const cold = await trial.play(onInstance(1));
      const history = isFailing ? 'on which an outside call has failed' : 'that has handled an event before';
      const difference = differenceInLeft(cold, warm);
      const names = callNames([...difference.onlyA, ...difference.onlyB]);
      if (names !== '') {
        return {
          what: names,
          detail: `An instance ${history} leaves something else behind.\n${sideBySide(difference, 'on a cold instance', 'on a warm instance')}`,
          execution: warm,
          compared: cold,
        };
      }
      const mask = maskFor(cold, warm);
      const ends = [endOf(cold, mask), endOf(warm, mask)];
      if (ends[0] !== ends[1] && (await trial.determinism({ hasSameChance: false })).answer) {
        return {
          what: 'answer',
          detail: `An instance ${history} answers otherwise:\n  cold: ${ends[0]}\n  warm: ${ends[1]}`,
          execution: warm,
          compared: cold,
        };
      }
    }
    return undefined;
  },
};

/** Two at the same time against one after the other. */
export const concurrency: Oracle = {
  name: 'concurrency',
  holds: 'Two invocations at the same time leave behind what they leave one after the other.',
  domain:
    'Every trigger: the platform starts as many instances as there are events. What it hands over in order, as CKafka does each partition, never comes at the same time. Where both write the same place, either may come last. A timer may leave an event out while it has a lock of Redis that expires by itself.',
  isRelation: true,
  applies: () => true,
  async judge(trial) {
    const { event, other } = trial.case;
    for (const [first, second] of [
      [event, event],
      ...(other === undefined ? [] : [[event, other] as const]),
    ] as const) {
      if (shareOrder(trial.rules.batch, first, second)) continue;
      // What meets nothing outside cannot meet another.
      if (!trial.isEarly && !(await meetOutside(trial, [first, second]))) continue;
      const reverse = await trial.play(inOrder([second, first], [0, 1]));
      const orders = [await trial.play(inOrder([first, second], [0, 1]))];
      if (first !== second) orders.push(reverse);
      if (!orders.every(allSucceed)) continue;
      const execution = await trial.play(atOnce([first, second]));
      if (!allSucceed(execution) || isMixOf(execution, orders)) continue;
      if (trial.rules.recurs === true && findsLockTaken(await trial.base(), execution)) continue;
      const compared = orders[0] as Execution<typeof event>;
      const difference = differenceInLeft(compared, execution);
      return {
        what: callNames([...difference.onlyA, ...difference.onlyB]),
        detail: `Two invocations at the same time get in each other's way.\n${sideBySide(difference, 'one after the other', 'at the same time')}`,
        execution,
        compared,
      };
    }
    return undefined;
  },
};

/** True when each of some events, alone, meets something outside. */
async function meetOutside<Event>(trial: Trial<Event>, events: readonly Event[]): Promise<boolean> {
  for (const event of new Set(events)) if (!reachesOut(await trial.play(inOrder([event])))) return false;
  return true;
}

/** True when two events have items of which one has to wait for the other. */
function shareOrder<Event>(lens: BatchLens<Event> | undefined, a: Event, b: Event): boolean {
  const { orderKeyOf } = lens ?? {};
  if (lens === undefined || orderKeyOf === undefined) return false;
  const keys = new Set(lens.itemsOf(a).map((item) => orderKeyOf(item)));
  return lens.itemsOf(b).some((item) => keys.has(orderKeyOf(item)));
}
