import { judgeResponse, responses } from '../../responses/index.js';
import type { Execution } from '../play/execution.js';
import { inOrder } from '../play/steps.js';
import type { Oracle, Trial } from './oracle.js';

/** A handler that was written for another deployment than its own. */
export const otherDeployment: Oracle = {
  name: 'other-deployment',
  holds: 'A handler does not refuse what it answers in another deployment.',
  domain:
    'Triggers whose deployment is told: a path prefix behind which nothing is found (404) that is found without it; a body that is refused as Base64 and taken as text.',
  isRelation: false,
  isConclusive: true,
  applies: (rules) => (rules.elsewhere ?? []).length > 0,
  async judge(trial) {
    const execution = await trial.base();
    const status = statusOf(trial, execution);
    const { event } = trial.case;
    for (const { name, because, otherwise, refuses, probes } of trial.rules.elsewhere ?? []) {
      if (status === undefined || !refuses(status)) continue;
      const other = otherwise(event);
      if (other === undefined) continue;
      const compared = await trial.play(inOrder([other]));
      const there = statusOf(trial, compared);
      if (there === undefined || there >= 400) continue;
      const known = await statusesOf(trial, probes?.(event) ?? []);
      if (!known.every((one) => one !== undefined && refuses(one))) continue;
      return {
        what: name,
        detail: `The handler answers ${status} since ${because}; without that it answers ${there}.`,
        execution,
        compared,
      };
    }
    return undefined;
  },
};

async function statusesOf<Event>(
  trial: Trial<Event>,
  events: readonly Event[],
): Promise<(number | undefined)[]> {
  const statuses: (number | undefined)[] = [];
  for (const event of events) statuses.push(statusOf(trial, await trial.play(inOrder([event]))));
  return statuses;
}

/** The status that the client gets; undefined where the function fails. */
function statusOf<Event>(trial: Trial<Event>, { invocations }: Execution<Event>): number | undefined {
  const contract = responses.find(({ name }) => name === trial.rules.response);
  const outcome = invocations.at(-1)?.outcome;
  if (contract === undefined || outcome?.ok !== true) return undefined;
  return judgeResponse(contract, outcome.result).rendered.status;
}
