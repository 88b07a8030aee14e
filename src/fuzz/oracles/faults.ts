import { callNames, claimsSuccess, differenceInLeft, endOf, maskFor, sideBySide } from '../play/compare.js';
import type { Oracle } from './oracle.js';
import { faultExecutions, outageExecutions } from './tools/faultExecutions.js';
import { isAboutLockOf, isAboutPassingKeyOf } from './tools/locks.js';

/** A failure that nobody hears of. */
export const swallowedFailure: Oracle = {
  name: 'swallowed-failure',
  holds: 'When an outside call fails and something stays undone, the handler does not report success.',
  domain:
    'Every trigger, for one failing call at a time, and for all that follow where the handler tries again. Not reported when the handler does something else instead, such as storing the message elsewhere, nor where all that is lost is a lock or a counter of Redis that expires by itself, or a file below /tmp.',
  isRelation: true,
  applies: () => true,
  async judge(trial) {
    const base = await trial.base();
    for (const execution of [...(await faultExecutions(trial)), ...(await outageExecutions(trial))]) {
      if (execution.invocations.length !== 1 || !claimsSuccess(execution)) continue;
      const mask = maskFor(base);
      if (trial.rules.retry.kind === 'none' && endOf(execution, mask) !== endOf(base, mask)) continue;
      const { onlyA: lost, onlyB: instead } = differenceInLeft(base, execution);
      const isAboutPassingKey = isAboutPassingKeyOf(base, mask);
      const isPassing = (line: string) => isAboutPassingKey(line) || isTemporaryFile(line);
      if (instead.length > 0 || lost.every(isPassing)) continue;
      const failed = execution.invocations[0]?.calls.find((call) => call.state === 'refused');
      const times = execution.delivery.steps[0]?.fault?.isOutage === true ? ' however often it is tried' : '';
      return {
        what: `${failed?.name} fails`,
        detail: `${failed?.name} fails${times}, the handler reports success, and nobody tries again:\n${sideBySide({ onlyA: lost, onlyB: [] }, 'without the failure', '')}`,
        execution,
        compared: base,
      };
    }
    return undefined;
  },
};

/** True for what is left of a file below /tmp, which goes with the instance. */
function isTemporaryFile(line: string): boolean {
  return /^fs\.\w+ \["\/tmp[/"]/.test(line);
}

/** A failure that a retry does not mend. */
export const retryAfterFault: Oracle = {
  name: 'retry-after-fault',
  holds: 'After an outside call has failed and the event came again, everything is done, and done once.',
  domain:
    'Triggers that try again after a failure of the function. A lock of Redis that expires by itself may stay when nothing else is lost.',
  isRelation: true,
  applies: (rules) => rules.retry.kind !== 'none',
  async judge(trial) {
    const base = await trial.base();
    for (const execution of [
      ...(await faultExecutions(trial)),
      ...(await faultExecutions(trial, { retriedWarm: true })),
    ]) {
      if (execution.invocations.length < 2 || execution.invocations.at(-1)?.outcome.ok !== true) continue;
      const mask = maskFor(base, execution);
      const difference = differenceInLeft(base, execution, mask);
      const isAboutLock = isAboutLockOf(base, [execution], mask);
      if ([...difference.onlyA, ...difference.onlyB].every(isAboutLock)) continue;
      const failed = execution.invocations[0]?.calls.find((call) => call.state === 'refused');
      const verb = difference.onlyA.length > 0 ? 'loses' : 'doubles';
      return {
        what: `${verb} ${callNames([...difference.onlyA, ...difference.onlyB])}`,
        detail: `${failed?.name} fails once and the event comes again: that ${verb} effects.\n${sideBySide(difference, 'without the failure', 'with failure and retry')}`,
        execution,
        compared: base,
      };
    }
    return undefined;
  },
};
