import type { PushedMessage } from '../domain/websocket/pushRecord.js';
import { describeValue } from '../kernel/describeValue.js';
import { Misuse } from '../kernel/misuse.js';
import { defineMatcher } from './defineMatcher.js';
import type { Problem } from './finding.js';
import {
  type ConnectionTarget,
  dataProblems,
  dataText,
  lateProblem,
  type PushExpectation,
  pushedTo,
  pushFinding,
  recordOf,
} from './pushFinding.js';

/** Every message in its place, and none besides. */
export const toHavePushedInOrder = defineMatcher<
  [targetOrList: ConnectionTarget | readonly PushExpectation[], list?: readonly PushExpectation[]]
>({
  name: 'toHavePushedInOrder',
  subject: 'gateway',
  find(received, ...args) {
    const record = recordOf(received, 'toHavePushedInOrder');
    const [target, list] = args.length < 2 ? [undefined, args[0]] : args;
    if (!Array.isArray(list)) {
      throw new Misuse(
        'NO_LIST',
        `Cannot use toHavePushedInOrder: the messages are ${describeValue(list)}. Pass an array, behind the id where there is one.`,
      );
    }
    const { inTime, late, place } = pushedTo(record, target, 'toHavePushedInOrder');
    const differences = differencesOf(inTime, list);
    return pushFinding(record, {
      expected: `exactly these pushes${place}: ${list.map(dataText).join(', ') || 'none'}`,
      negated: `other pushes${place} than ${list.map(dataText).join(', ') || 'none'}`,
      problems: differences.length > 0 && late.length > 0 ? [...differences, lateProblem(late)] : differences,
    });
  },
});

function differencesOf(pushes: readonly PushedMessage[], list: readonly PushExpectation[]): Problem[] {
  const length = Math.max(pushes.length, list.length);
  return Array.from({ length }, (_, index): Problem[] => {
    const push = pushes[index];
    const path = ['pushes', index];
    if (index >= list.length) {
      return [{ path, expected: 'no more', received: push === undefined ? 'nothing' : dataText(push.data) }];
    }
    const expected = list[index] as PushExpectation;
    if (push === undefined) return [{ path, expected: dataText(expected), received: 'no push' }];
    return dataProblems(push.data, expected, path);
  }).flat();
}
