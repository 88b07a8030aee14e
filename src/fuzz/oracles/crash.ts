import { jsonBytes } from '../../kernel/json.js';
import { packageWithout } from '../play/missingPackage.js';
import type { Oracle } from './oracle.js';
import { errorPlaceOf, framesOf, isAccident, isEngines } from './tools/accident.js';
import { faultExecutions } from './tools/faultExecutions.js';
import { isRefused } from './tools/isRefused.js';

/** Who gets so much may well answer as much. */
const largeEventBytes = 1_000_000;

/** An error that nobody threw on purpose. */
export const crash: Oracle = {
  name: 'crash',
  holds: 'A valid event makes no error that the language or its own library throws.',
  domain:
    'Every trigger, also while one outside call fails. An error that the handler throws itself (new Error, new TypeError, a class of its own) counts as its answer, and a package that is not installed here may be there on the platform.',
  isRelation: false,
  isConclusive: true,
  applies: () => true,
  async judge(trial) {
    const execution = await trial.base();
    for (const invocation of execution.invocations) {
      if (isRefused(execution, invocation) || packageWithout(invocation) !== undefined) continue;
      const { outcome } = invocation;
      const isTooLarge = outcome.statusCode === 407 || outcome.statusCode === 410;
      if (isTooLarge && jsonBytes(trial.case.event) < largeEventBytes) {
        return { what: 'answer too large', detail: 'The answer is larger than 6 MB.', execution };
      }
      if (outcome.statusCode === 443 && isAccident(outcome.error)) {
        const { name, message } = outcome.error;
        return {
          what: `load ${name}`,
          detail: `The handler cannot be loaded: ${name}: ${message}`,
          execution,
        };
      }
      if (outcome.statusCode !== 430 || !isAccident(outcome.error)) continue;
      const { error } = outcome;
      return {
        what: `${error.name} ${errorPlaceOf(error)}`,
        detail: [
          `The handler ends with ${error.name}: ${error.message}`,
          ...framesOf(error).slice(0, 3),
        ].join('\n'),
        execution,
      };
    }
    if (!trial.isThorough) return undefined;
    for (const failing of await faultExecutions(trial)) {
      const outcome = failing.invocations[0]?.outcome;
      if (outcome?.statusCode !== 430 || outcome.answeredBy === 'uncaught') continue;
      const { error } = outcome;
      if (!isEngines(error) || /fetch|network|socket|ECONN|abort/i.test(error.message)) continue;
      const failed = failing.invocations[0]?.calls.find((call) => call.state === 'refused');
      return {
        what: `after a failure ${error.name} ${errorPlaceOf(error)}`,
        detail: [
          `${failed?.name} fails, and the handler ends with an error of its own, ${error.name}: ${error.message}`,
          ...framesOf(error).slice(0, 3),
        ].join('\n'),
        execution: failing,
      };
    }
    return undefined;
  },
};
