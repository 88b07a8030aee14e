import { describeValue } from '../kernel/describeValue.js';
import { Misuse } from '../kernel/misuse.js';
import { defineMatcher } from './defineMatcher.js';
import type { Problem } from './finding.js';
import {
  type ConnectionTarget,
  lateProblem,
  messagesText,
  pushedTo,
  pushFinding,
  recordOf,
} from './pushFinding.js';

/** Counts messages that reached a client before the function answered. */
export const toHavePushedTimes = defineMatcher<[targetOrCount: ConnectionTarget | number, count?: number]>({
  name: 'toHavePushedTimes',
  subject: 'gateway',
  find(received, ...args) {
    const record = recordOf(received, 'toHavePushedTimes');
    const [target, count] = args.length < 2 ? [undefined, args[0]] : args;
    if (typeof count !== 'number' || !Number.isSafeInteger(count) || count < 0) {
      throw new Misuse(
        'INVALID_COUNT',
        `Cannot use toHavePushedTimes: the count is ${describeValue(count)}. Pass a whole number from 0, behind the id where there is one.`,
      );
    }
    const { inTime, late, place } = pushedTo(record, target, 'toHavePushedTimes');
    const problems: Problem[] =
      inTime.length === count
        ? []
        : [
            {
              path: [],
              expected: `${count}`,
              received: `${inTime.length}${inTime.length === 0 ? '' : `: ${messagesText(inTime)}`}`,
            },
            ...(late.length > 0 ? [lateProblem(late)] : []),
          ];
    const what = count === 1 ? '1 push' : `${count} pushes`;
    return pushFinding(record, {
      expected: `${what}${place}`,
      negated: `another number than ${what}${place}`,
      problems,
    });
  },
});
