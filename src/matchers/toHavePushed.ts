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

function problemsOf({ inTime, late, record, id }: PushedTo, data: PushExpectation | undefined): Problem[] {
  const fits = ({ data: actual }: { data: string | Uint8Array }) =>
    data === undefined || isExpectedData(actual, data);
  if (inTime.some(fits)) return [];
  if (late.some(fits)) return [lateProblem(late.filter(fits))];
  const [only, ...others] = inTime;
  if (only !== undefined && others.length === 0 && data !== undefined) {
    return dataProblems(only.data, data, ['data']);
  }
  const elsewhere = record.pushes.filter((push) => push.connectionId !== id);
  const isKnown = id === undefined || record.connections.some((connection) => connection.id === id);
  const hint = isKnown
    ? elsewhere.length === 0 || id === undefined
      ? undefined
      : `there are pushes to ${[...new Set(elsewhere.map(({ connectionId }) => connectionId))].join(', ')}`
    : 'the gateway has no such connection; the id comes first, then the data';
  return [
    {
      path: [],
      expected: data === undefined ? 'a push' : dataText(data),
      received: messagesText(inTime),
      ...(hint !== undefined && { hint }),
    },
  ];
}
