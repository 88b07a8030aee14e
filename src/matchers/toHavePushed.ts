import type { PushedMessage } from '../domain/websocket/pushRecord.js';
import { defineMatcher } from './defineMatcher.js';
import type { Problem } from './finding.js';
import {
  type ConnectionTarget,
  dataProblems,
  dataText,
  isExpectedData,
  lateProblem,
  messagesText,
  type PushExpectation,
  type PushedTo,
  pushedTo,
  pushFinding,
  recordOf,
} from './pushFinding.js';

/** On a gateway the id comes first; on a client, which is one connection, it can be left out. */
export const toHavePushed = defineMatcher<
  [targetOrData?: ConnectionTarget | PushExpectation | undefined, data?: PushExpectation]
>({
  name: 'toHavePushed',
  subject: 'gateway',
  find(received, ...args) {
    const record = recordOf(received, 'toHavePushed');
    const [target, data] = record.subject === 'client' && args.length < 2 ? [undefined, ...args] : args;
    const pushed = pushedTo(record, target, 'toHavePushed');
    const what = data === undefined ? 'a push' : `a push of ${dataText(data)}`;
    return pushFinding(record, {
      expected: `${what}${pushed.place}`,
      negated: `no ${what.slice(2)}${pushed.place}`,
      problems: problemsOf(pushed, data),
    });
  },
});

function problemsOf(pushed: PushedTo, data: PushExpectation | undefined): Problem[] {
  const { inTime, late } = pushed;
  const fits = (push: PushedMessage) => data === undefined || isExpectedData(push.data, data);
  if (inTime.some(fits)) return [];
  if (late.some(fits)) return [lateProblem(late.filter(fits))];
  const [only, ...others] = inTime;
  if (only !== undefined && others.length === 0 && data !== undefined) {
    return dataProblems(only.data, data, ['data']);
  }
  const expected = data === undefined ? 'a push' : dataText(data);
  return [{ path: [], expected, received: messagesText(inTime), ...hintOf(pushed) }];
}

/** Where messages went instead. */
function hintOf({ id, record }: PushedTo): Pick<Problem, 'hint'> {
  if (id === undefined) return {};
  if (!record.connections.some((connection) => connection.id === id)) {
    return { hint: 'the gateway has no such connection; the id comes first, then the data' };
  }
  const others = new Set(record.pushes.map(({ connectionId }) => connectionId));
  others.delete(id);
  return others.size === 0 ? {} : { hint: `there are pushes to ${[...others].join(', ')}` };
}
