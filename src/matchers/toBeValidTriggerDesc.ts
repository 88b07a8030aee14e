import { describeValue } from '../kernel/describeValue.js';
import type { Issue } from '../kernel/issue.js';
import { Misuse } from '../kernel/misuse.js';
import { defineMatcher, type Matcher } from './defineMatcher.js';

/** Where the matcher of TriggerDescs finds what it checks with; "scf-fixtures/triggerdesc" is one. */
export interface TriggerDescRegistry {
  /** What is wrong with a TriggerDesc of that type; throws a Misuse when there is no such type. */
  checkTriggerDesc(type: string, desc: string | object): Issue[];
}

/** Makes the matcher of TriggerDescs: the text as it is sent, or the value that a JSON text stands for. */
export function createToBeValidTriggerDesc({
  checkTriggerDesc,
}: TriggerDescRegistry): Matcher<[type: string]> {
  return defineMatcher({
    name: 'toBeValidTriggerDesc',
    subject: 'desc',
    find(received, type) {
      if (typeof type !== 'string')
        throw new Misuse(
          'UNKNOWN_TRIGGER_TYPE',
          `Cannot use toBeValidTriggerDesc: the type is ${describeValue(type)}. Pass the Type of a trigger: 'timer', 'cos', ….`,
        );
      const isDesc = typeof received === 'string' || (typeof received === 'object' && received !== null);
      return {
        expected: `a TriggerDesc that a ${type} trigger can have`,
        negated: `no TriggerDesc that a ${type} trigger can have`,
        problems: isDesc
          ? checkTriggerDesc(type, received)
          : [{ path: [], expected: 'a string', received: describeValue(received) }],
      };
    },
  });
}
