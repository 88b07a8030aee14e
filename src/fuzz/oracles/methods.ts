import { isObject } from '../../kernel/json.js';
import type { Execution } from '../play/execution.js';
import { inOrder } from '../play/steps.js';
import { lastAnswer } from '../play/webAnswerIn.js';
import type { Oracle, Trial } from './oracle.js';

/** Answers that say no to a method. */
const refusals = [401, 403, 404, 405, 501];

/** HEAD against GET. */
export const headAgainstGet: Oracle = {
  name: 'head-against-get',
  holds: 'HEAD is answered as GET is, without the body: the same status, the same type.',
  domain: 'Web functions that answer a GET by 2xx; one may refuse HEAD by 404, 405 or 501.',
  isRelation: true,
  applies: (rules) => rules.isPlainHttp === true,
  async judge(trial) {
    const head = asMethod(trial, 'HEAD');
    if (!isObject(trial.case.event) || trial.case.event.httpMethod !== 'GET' || head === undefined)
      return undefined;
    const compared = await trial.base();
    const got = lastAnswer(compared);
    if (got === undefined || got.statusCode < 200 || got.statusCode > 299) return undefined;
    const execution = await trial.play(inOrder([head]));
    const [outcome] = execution.invocations.map((one) => one.outcome);
    const answer = lastAnswer(execution);
    const said = answer === undefined ? outcome?.status : String(answer.statusCode);
    if (answer !== undefined && refusals.includes(answer.statusCode)) return undefined;
    const types = [got, answer].map((one) => String(one?.headers['content-type'] ?? 'none'));
    if (answer?.statusCode === got.statusCode && types[0] === types[1] && answer.problem === undefined)
      return undefined;
    if (!(await trial.determinism()).answer) return undefined;
    const [before, after] =
      answer?.statusCode === got.statusCode && answer.problem === undefined
        ? types.map((type) => `type ${type}`)
        : [String(got.statusCode), answer?.problem ?? said];
    return {
      what: answer?.problem === undefined ? 'answer' : 'body',
      detail: `The function answers HEAD otherwise than GET:\n  GET: ${before}\n  HEAD: ${after}`,
      execution,
      compared,
    };
  },
};

/** What a browser asks before it sends. */
export const unsafeOptions: Oracle = {
  name: 'unsafe-options',
  holds: 'OPTIONS and HEAD leave nothing behind.',
  domain:
    'Web functions, where the same request by another method leaves something behind (RFC 9110, section 9.2.1): browsers send OPTIONS before it.',
  isRelation: true,
  applies: (rules) => rules.isPlainHttp === true,
  async judge(trial) {
    const compared = await trial.base();
    if (writesOf(compared).length === 0) return undefined;
    for (const method of ['OPTIONS', 'HEAD']) {
      const other = asMethod(trial, method);
      if (other === undefined) continue;
      const execution = await trial.play(inOrder([other]));
      const writes = writesOf(execution);
      if (writes.length === 0) continue;
      return {
        what: `${method} ${writes[0]}`,
        detail: `The same request as ${method} leaves something behind: ${writes.slice(0, 3).join(', ')}.`,
        execution,
        compared,
      };
    }
    return undefined;
  },
};

function writesOf({ calls }: Execution<unknown>): string[] {
  return calls
    .filter(({ effect, state }) => effect.kind !== 'read' && state !== 'blocked')
    .map(({ name }) => name);
}

/** The event of a case by another method; undefined where it is no request, or has that method. */
function asMethod<Event>({ case: { event }, trigger }: Trial<Event>, httpMethod: string): Event | undefined {
  if (!isObject(event) || event.httpMethod === httpMethod) return undefined;
  const other: unknown = { ...event, httpMethod };
  return trigger.contract.accepts(other) ? other : undefined;
}
