import { allSucceed } from '../../play/compare.js';
import type { Delivery } from '../../play/delivery.js';
import type { Execution } from '../../play/execution.js';
import type { Trial } from '../oracle.js';

/** Only so many of an invocation's outside calls are made to fail, the first ones and the last. */
const maxFaults = 4;

/**
 * The event with one outside call failing, for one call after the other.
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
  const numbers = calls.slice(0, maxFaults).map((call) => call.number);
  const last = calls.at(-1)?.number;
  if (last !== undefined && !numbers.includes(last)) numbers.push(last);
  const executions: Execution<Event>[] = [];
  const isWorthIt = (number: number) =>
    trial.isThorough || calls.some((call) => call.number === number && trial.failsCall(call.name));
  for (const call of numbers.filter(isWorthIt))
    executions.push(await trial.play(failing(trial.case.event, { call, retriedWarm })));
  return executions;
}

function failing<Event>(
  event: Event,
  { call, retriedWarm }: { readonly call: number; readonly retriedWarm: boolean },
): Delivery<Event> {
  const fault = { call, kind: 'refused' } as const;
  return { steps: [{ event, atMs: 0, instance: 0, fault, ...(retriedWarm ? { retriedWarm } : {}) }] };
}
