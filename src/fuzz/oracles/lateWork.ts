import type { LateWork, ThrownError } from '../../runtime/index.js';
import { reachesOut } from '../play/compare.js';
import type { Execution, Invocation } from '../play/execution.js';
import { slowly } from '../play/steps.js';
import type { Oracle } from './oracle.js';
import { faultExecutions } from './tools/faultExecutions.js';
import { isRefused } from './tools/isRefused.js';

const staying = ' It keeps the function from ending unless context.callbackWaitsForEmptyEventLoop is false.';

/** Work that goes on after the answer. */
export const lateWork: Oracle = {
  name: 'late-work',
  holds: 'When the handler answers, everything it started has ended.',
  domain:
    'Every trigger: a warm instance may be frozen or taken away after the answer, and the work with it. What a library has put off, such as closing a connection that is idle, counts by the outside calls that it makes.',
  isRelation: false,
  isConclusive: true,
  applies: () => true,
  async judge(trial) {
    const execution = await trial.base();
    for (const { outcome, calls } of execution.invocations) {
      if (!outcome.ok || outcome.answeredBy === 'idle') continue;
      const late = calls.find((call) => call.late);
      if (late !== undefined) {
        return {
          what: `call ${late.name}`,
          detail: `${late.name} is still under way when the handler answers.`,
          execution,
        };
      }
      const [work] = outcome.lateWork;
      if (work !== undefined) {
        const at = work.at === undefined ? '' : `, started by ${work.at}`;
        return {
          what: `${work.kind} ${work.what}`,
          detail: `${aliveText(work, calls)} when the handler answers${at}.${work.kind === 'server' ? staying : ''}`,
          execution,
        };
      }
    }
    if (!trial.isThorough || !reachesOut(execution)) return undefined;
    const slow = await trial.play(slowly(trial.case.event));
    const late = slow.invocations.flatMap(({ outcome, calls }) =>
      outcome.ok && outcome.answeredBy !== 'idle' ? calls.filter((call) => call.late) : [],
    )[0];
    if (late === undefined) return undefined;
    return {
      what: `call ${late.name}`,
      detail: `${late.name} is slow, and still under way when the handler answers.`,
      execution: slow,
    };
  },
};

/** An error that nobody catches. */
export const unhandledRejection: Oracle = {
  name: 'unhandled-rejection',
  holds: 'No promise rejects and no event fails without somebody who catches it.',
  domain: 'Every trigger, also while an outside call fails.',
  isRelation: false,
  isConclusive: true,
  applies: () => true,
  async judge(trial) {
    for (const execution of [await trial.base(), ...(await faultExecutions(trial))]) {
      for (const invocation of execution.invocations) {
        if (isRefused(execution, invocation)) continue;
        const { outcome, calls } = invocation;
        // What is still under way is cut off when the delivery ends: that it is not awaited is the cause.
        if (calls.some((call) => call.late)) continue;
        const [late] = outcome.lateErrors.filter((error) => !isCutOff(error, invocation));
        if (late !== undefined) {
          return {
            what: `late ${late.name}`,
            detail: uncaughtText(late, invocation, 'after the answer nobody'),
            execution,
          };
        }
        if (outcome.statusCode === 430 && outcome.answeredBy === 'uncaught') {
          const { name, message } = outcome.error;
          return {
            what: `uncaught ${name}`,
            detail: uncaughtText({ name, message }, invocation, 'nobody'),
            execution,
          };
        }
      }
    }
    return undefined;
  },
};

/** True for what a file is not found for while another is still being written: that nobody waits for that is the cause. */
function isCutOff({ message }: ThrownError, { outcome }: Invocation<unknown>): boolean {
  return /^ENOENT: /.test(message) && outcome.lateWork.some(({ kind }) => kind === 'file');
}

/** Where /tmp is a directory of the execution's own, streams have its name. */
function withoutOwnTemp(text: string): string {
  return text.replace(/[^\s'"]+/g, (word) => {
    const at = word.indexOf('/scf-fixtures-tmp-');
    if (at < 0) return word;
    const rest = word.slice(at).replace(/^\/scf-fixtures-tmp-[\w-]+/, '');
    return `${word.slice(0, word.indexOf('/'))}/tmp${rest}`;
  });
}

/** Names the outside call that was made to fail, where the error does not. */
function uncaughtText(
  { name, message }: Pick<ThrownError, 'name' | 'message'>,
  { calls }: Invocation<unknown>,
  who: string,
): string {
  const failed = calls.find(({ state }) => state === 'refused' || state === 'failed')?.name;
  const told = `${who} catches ${name}: ${withoutOwnTemp(message)}`;
  return failed === undefined || message.includes(failed)
    ? `${told.charAt(0).toUpperCase()}${told.slice(1)}`
    : `${failed} fails, and ${told}`;
}

function aliveText({ kind, what, path }: LateWork, calls: Execution<unknown>['calls']): string {
  if (kind === 'server') return `A server (${what}) is still listening`;
  if (kind !== 'file') return `${what} is still alive`;
  // The handler's own name of the file, where several have been written the last one.
  const [own] = calls
    .filter(({ name }) => name.startsWith('fs.'))
    .map(({ args }) => args)
    .slice(-1);
  const file = Array.isArray(own) ? own[0] : path;
  const named = typeof file === 'string' ? `Work on the file ${withoutOwnTemp(file)}` : 'Work on a file';
  return `${named} (${what}) is still under way`;
}
