import type { CallTrial } from '../../runtime/engine.js';
import { createHostedInstance, type HostedInstance } from '../../runtime/invoke.js';
import type { FunctionHost } from '../../runtime/runtime.js';
import type { ChanceSeed } from './chance/chance.js';
import type { Attempt, Delivery } from './delivery.js';

/** The instances of one execution that are processes of their own, by their numbers. */
export class HostedInstances {
  readonly #all = new Map<number, HostedInstance>();

  of(number: number, host: FunctionHost): HostedInstance {
    const instance = this.#all.get(number) ?? createHostedInstance(host);
    this.#all.set(number, instance);
    return instance;
  }

  async close(): Promise<void> {
    await Promise.all([...this.#all.values()].map((instance) => instance.close()));
  }
}

/** What the process of an attempt draws, and what its clock shows. */
export function trialOf<Event>(
  { instance, step, number, atMs }: Attempt<Event>,
  { timeZone, processSeed = 0 }: Delivery<Event>,
  {
    seed: { text, variation },
    startMs,
    originMs,
  }: { readonly seed: ChanceSeed; readonly startMs: number; readonly originMs: number },
): Pick<CallTrial, 'timeZone' | 'processSeed' | 'chance' | 'loadChance'> {
  return {
    timeZone,
    processSeed,
    chance: { seed: `${text} ${variation} event ${step} ${number}`, nowMs: startMs + atMs, originMs },
    loadChance: { seed: `${text} ${variation} load ${instance}`, nowMs: originMs, originMs },
  };
}
