import { describeIssue } from '../../kernel/issue.js';
import { judgeResponse, responses } from '../../responses/index.js';
import { describeIgnored, type Outcome } from '../../runtime/index.js';
import { takesItsTime } from '../play/judgeOutcome.js';
import { packageWithout } from '../play/missingPackage.js';
import type { Oracle } from './oracle.js';
import { errorPlaceOf, framesOf, isAccident } from './tools/accident.js';
import { faultExecutions } from './tools/faultExecutions.js';
import { isRefused } from './tools/isRefused.js';
import { thrownIn } from './tools/toldErrors.js';

/** A handler that never answers. */
export const neverSettles: Oracle = {
  name: 'never-settles',
  holds: 'The handler answers.',
  domain:
    'Every trigger, also while one outside call fails. A time-out then, or after more than 100 outside calls, is not reported: those take their time.',
  isRelation: false,
  isConclusive: true,
  applies: () => true,
  async judge(trial) {
    const execution = await trial.base();
    for (const invocation of execution.invocations) {
      const { outcome, stopped, calls } = invocation;
      if (stopped !== undefined || isRefused(execution, invocation)) continue;
      if (outcome.statusCode === 433) {
        if (takesItsTime(outcome, calls)) continue;
        return { what: 'time-out', detail: `No answer within ${outcome.timeoutMs} ms.`, execution };
      }
      if (isWithoutAnswer(outcome)) {
        return { what: 'no answer', detail: withoutAnswer, execution };
      }
    }
    if (!trial.isThorough) return undefined;
    for (const failing of await faultExecutions(trial)) {
      const [invocation] = failing.invocations;
      if (invocation === undefined || !isWithoutAnswer(invocation.outcome)) continue;
      const failed = invocation.calls.find(({ state }) => state === 'refused');
      return {
        what: 'no answer after a failure',
        detail: `${failed?.name} fails, and nobody answers. ${withoutAnswer}`,
        execution: failing,
        compared: execution,
      };
    }
    return undefined;
  },
};

const withoutAnswer =
  'The handler neither returned a promise that settles nor called back, and nothing is left that could make it.';

function isWithoutAnswer(outcome: Outcome): boolean {
  return outcome.ok && outcome.answeredBy === 'idle' && outcome.ignored === undefined;
}

/** An answer that the runtime ignores. */
export const ignoredAnswer: Oracle = {
  name: 'ignored-answer',
  holds: 'What the handler answers reaches its caller.',
  domain:
    'Every trigger, on Node 10.15 and later: an async function answers by what it returns, and its callback is ignored; another one by its callback or a promise, and what else it returns is ignored.',
  isRelation: false,
  isConclusive: true,
  applies: () => true,
  async judge(trial) {
    const execution = await trial.base();
    for (const { outcome } of execution.invocations) {
      if (!outcome.ok || outcome.ignored === undefined) continue;
      return { what: outcome.ignored, detail: describeIgnored(outcome.ignored), execution };
    }
    return undefined;
  },
};

/** A handler that takes its process with it. */
export const processKilled: Oracle = {
  name: 'process-killed',
  holds: 'The handler neither ends its process, nor keeps it busy for ever, nor takes all its memory.',
  domain:
    'Every trigger; in a worker thread only before the first pause, and without a limit of memory. For ever is longer than the time limit, or 20 s of processor time. Elsewhere 512 MB that the process grows by while the handler computes without a pause are too much.',
  isRelation: false,
  isConclusive: true,
  applies: () => true,
  async judge(trial) {
    const execution = await trial.base();
    for (const { outcome, stopped, stoppedAt } of execution.invocations) {
      if (stopped !== undefined) {
        const at = stoppedAt === undefined ? '' : ` It was at ${stoppedAt}.`;
        return {
          what: 'endless loop',
          detail:
            stopped === 'memory'
              ? `The handler computes without a pause and had to be stopped when the process had grown by 512 MB.${at}`
              : `The handler computes without a pause and had to be stopped.${at}`,
          execution,
        };
      }
      if (outcome.statusCode === 439) {
        const error = thrownIn(outcome.log.map(({ text }) => text).join('\n'));
        if (error === undefined)
          return {
            what: 'exit',
            detail: `The handler ends its process with exit code ${outcome.exitCode}.`,
            execution,
          };
        return {
          what: `exit after ${error.name} ${errorPlaceOf(error)}`,
          detail: [
            `The process ends with exit code ${outcome.exitCode}, since nobody catches ${error.name}: ${error.message}`,
            ...framesOf(error).slice(0, 3),
          ].join('\n'),
          execution,
        };
      }
    }
    return undefined;
  },
};

/** An answer that its reader cannot use. */
export const refusedResponse: Oracle = {
  name: 'refused-response',
  holds:
    'What the handler returns is a response that its reader accepts; it throws no error in place of one.',
  domain:
    'Triggers whose result somebody reads: HTTP front ends and WebSocket functions, while nothing fails outside.',
  isRelation: false,
  isConclusive: true,
  applies: (rules) => rules.response !== undefined,
  async judge(trial) {
    const contract = responses.find(({ name }) => name === trial.rules.response);
    const execution = await trial.base();
    const last = execution.invocations.at(-1);
    if (contract === undefined || last === undefined || isRefused(execution, last)) return undefined;
    if (packageWithout(last) !== undefined) return undefined;
    const { outcome } = last;
    if (outcome.statusCode === 430 && contract.fail === undefined && !isAccident(outcome.error)) {
      const { name, message } = outcome.error;
      return {
        what: `throws ${name}`,
        detail: `The handler throws ${name}: ${message}. ${contract.reader} takes that for a broken function, not for an answer.`,
        execution,
      };
    }
    if (!outcome.ok || outcome.answeredBy === 'idle') return undefined;
    const { breaking } = judgeResponse(contract, outcome.result, { connectEvent: trial.case.event });
    const [first] = breaking;
    if (first === undefined) return undefined;
    return {
      what: first.rule,
      detail: [
        first.severity === 'error'
          ? `${contract.reader} refuses the response:`
          : `${contract.reader} passes the response on, and clients fail on it:`,
        ...breaking.map((issue) => `  ${describeIssue(issue)}`),
      ].join('\n'),
      execution,
    };
  },
};
