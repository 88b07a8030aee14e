import { webAnswerIn } from '../play/webAnswerIn.js';
import type { Oracle } from './oracle.js';
import { errorPlaceOf, framesOf } from './tools/accident.js';
import { isRefused } from './tools/isRefused.js';
import { accidentIn } from './tools/toldErrors.js';

/** A status of 5xx behind which stands an error that nobody threw on purpose. */
export const serverError: Oracle = {
  name: 'server-error',
  holds: 'No request ends with 5xx for an error that the language or its own library throws.',
  domain:
    'Web functions, while nothing fails outside: what the answer or the log of the request tells of the error, a stack or words of the engine. An error that the code throws itself counts as its answer.',
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
      if (error === undefined) continue;
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
