import { allSucceed } from '../../play/compare.js';
import type { Delivery } from '../../play/delivery.js';
import type { Execution } from '../../play/execution.js';
import type { Trial } from '../oracle.js';

/** Only so many of an invocation's outside calls are made to fail, the first ones and the last. */
const maxFaults = 4;
/** An event with so many calls shows no more by the failure of each than a smaller one does. */
const manyCalls = 80;
/** So many take seconds each time; what fails in them is seen with fewer. */
const tooManyCalls = 1000;

/**
 * The event with one outside call failing, for one call after the other; of very many calls the first alone, or none.
 *
 * @param options `retriedWarm` tries again on the instance that failed.
 */
export async function faultExecutions<Event>(
  trial: Trial<Event>,
  { retriedWarm = false }: { readonly retriedWarm?: boolean } = {},
): Promise<Execution<Event>[]> {
  const base = await trial.base();
  if (!allSucceed(base)) return [];
  const calls = (base.invocations[0]?.calls ?? []).filter((call) => call.number > 0);
  const last = calls.length > manyCalls ? [] : calls.slice(maxFaults).slice(-1);
  const numbers = [...calls.slice(0, firstFaults(calls.length)), ...last].map((call) => call.number);
  const executions: Execution<Event>[] = [];
  const isWorthIt = (number: number) =>
    trial.isThorough || calls.some((call) => call.number === number && trial.failsCall(call.name));
  for (const call of numbers.filter(isWorthIt))
    executions.push(await trial.play(failing(trial.case.event, { call, retriedWarm })));
  return executions;
}

/** How many of the first calls are made to fail, one at a time. */
function firstFaults(calls: number): number {
  if (calls > tooManyCalls) return 0;
  return calls > manyCalls ? 1 : maxFaults;
}

/**
 * The event while all outside calls fail from one on, where the handler gets over the failure of that one alone by
 * calling again: who tries three times is told of nothing until the other side is down.
 */
export async function outageExecutions<Event>(trial: Trial<Event>): Promise<Execution<Event>[]> {
  const executions: Execution<Event>[] = [];
  for (const { invocations } of await faultExecutions(trial)) {
    const [invocation] = invocations;
    if (invocations.length !== 1 || invocation?.outcome.ok !== true) continue;
    const failed = invocation.calls.find(({ state }) => state === 'refused');
    const isTriedAgain = invocation.calls.some(
      ({ name, number, state }) => name === failed?.name && number > failed.number && state !== 'refused',
    );
    if (failed === undefined || !isTriedAgain) continue;
    executions.push(await trial.play(failing(trial.case.event, { call: failed.number, isOutage: true })));
  }
  return executions;
}

function failing<Event>(
  event: Event,
  {
    call,
    retriedWarm = false,
    isOutage = false,
  }: { readonly call: number; readonly retriedWarm?: boolean; readonly isOutage?: boolean },
): Delivery<Event> {
  const fault = { call, kind: 'refused', ...(isOutage ? { isOutage } : {}) } as const;
  return { steps: [{ event, atMs: 0, instance: 0, fault, ...(retriedWarm ? { retriedWarm } : {}) }] };
}
