import { isObject } from '../../kernel/json.js';
import { webAnswerIn } from '../play/webAnswerIn.js';
import type { Oracle } from './oracle.js';
import { errorPlaceOf, framesOf, isStackOverflow } from './tools/accident.js';
import { isRefused } from './tools/isRefused.js';
import { accidentIn } from './tools/toldErrors.js';

/** No program sends lists within lists so deep; who says 500 to them has refused them. */
const deepest = 500;

/** A status of 5xx behind which stands an error that nobody threw on purpose. */
export const serverError: Oracle = {
  name: 'server-error',
  holds: 'No request ends with 5xx for an error that the language or its own library throws.',
  domain:
    'Web functions, while nothing fails outside: what the answer or the log of the request tells of the error, a stack or words of the engine. An error that the code throws itself counts as its answer, and so does the end of the stack for a body that is nested more than 500 times.',
  isRelation: false,
  isConclusive: true,
  applies: (rules) => rules.isPlainHttp === true,
  async judge(trial) {
    const execution = await trial.base();
    for (const invocation of execution.invocations) {
      const { outcome } = invocation;
      const answer = webAnswerIn(outcome);
      if (answer === undefined || answer.statusCode < 500 || answer.problem !== undefined) continue;
      if (isRefused(execution, invocation) || invocation.calls.some(({ state }) => state === 'blocked'))
        continue;
      const log = outcome.log.map(({ text }) => text).join('\n');
      const error = accidentIn(log) ?? accidentIn(answer.body);
      if (error === undefined || (isStackOverflow(error) && isDeep(invocation.attempt.event))) continue;
      const place =
        error.frames === undefined && framesOf(error).length === 0 ? error.stack : errorPlaceOf(error);
      return {
        what: `${answer.statusCode} ${error.name} ${place}`,
        detail: [
          `The function answers ${answer.statusCode} for ${error.name}: ${error.message}`,
          ...framesOf(error).slice(0, 3),
        ].join('\n'),
        execution,
      };
    }
    return undefined;
  },
};

function isDeep(event: unknown): boolean {
  if (!isObject(event) || typeof event.body !== 'string') return false;
  let depth = 0;
  for (const [bracket] of event.body.matchAll(/[[\]{}]/g)) {
    depth += bracket === '[' || bracket === '{' ? 1 : -1;
    if (depth > deepest) return true;
  }
  return false;
}
