import { isObject } from '../../kernel/json.js';
import { mapLeaves } from '../../kernel/mapLeaves.js';
import type { Execution } from '../play/execution.js';
import { inOrder } from '../play/steps.js';
import type { Oracle } from './oracle.js';
import { changedEvent } from './tools/changedEvent.js';

const maxTexts = 3;
const shortest = 2;
const ownHeader = '\r\nx-injected: 1';

/** Text of the event that ends a header and begins another. */
export const headerInjection: Oracle = {
  name: 'header-injection',
  holds: 'No text of the event begins a header of its own in the response.',
  domain:
    'HTTP front ends: texts of the query and of the body that go out in a header. A caller writes a line end there as %0D%0A.',
  isRelation: true,
  looksFirst: true,
  applies: (rules) => rules.response !== undefined || rules.isPlainHttp === true,
  async judge(trial) {
    const { event } = trial.case;
    const headers = headersOf(await trial.base());
    if (headers.length === 0) return undefined;
    const texts = textsOfCaller(event).filter((text) => headers.some((header) => header.includes(text)));
    for (const text of texts.slice(0, maxTexts)) {
      const changed = changedEvent(trial, (leaf, names) =>
        leaf === text && isCallers(names) ? `${text}${ownHeader}` : leaf,
      );
      if (changed === undefined) continue;
      const execution = await trial.play(inOrder([changed]));
      if (!headersOf(execution).some((header) => header.includes(ownHeader)) && !hasOwnHeader(execution))
        continue;
      return {
        what: 'line end',
        detail: `A line end in ${JSON.stringify(text)} ends the header that it is put into, and what follows is a header that the caller wrote.`,
        execution,
      };
    }
    return undefined;
  },
};

/** Headers and paths arrive without line ends, or with encoded ones. */
const isCallers = ([first = '']: readonly string[]) => /^(query|body|payload)/i.test(first);

function textsOfCaller(event: unknown): string[] {
  const texts = new Set<string>();
  mapLeaves(event, (leaf, names) => {
    if (typeof leaf === 'string' && leaf.length >= shortest && isCallers(names)) texts.add(leaf);
    return leaf;
  });
  return [...texts];
}

/** What a server has sent itself has come apart already. */
function hasOwnHeader(execution: Execution<unknown>): boolean {
  const outcome = execution.invocations.at(-1)?.outcome;
  const headers = outcome?.ok === true && isObject(outcome.result) ? outcome.result.headers : undefined;
  return isObject(headers) && Object.hasOwn(headers, 'x-injected');
}

/** The values of the headers of the last answer. */
function headersOf(execution: Execution<unknown>): string[] {
  const outcome = execution.invocations.at(-1)?.outcome;
  const headers = outcome?.ok === true && isObject(outcome.result) ? outcome.result.headers : undefined;
  return isObject(headers)
    ? Object.values(headers)
        .flatMap((value) => (Array.isArray(value) ? value : [value]))
        .map(String)
    : [];
}
