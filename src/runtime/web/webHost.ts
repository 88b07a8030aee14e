import { ProcessHost } from '../processHost.js';
import type { FoundFunction, FunctionHost, Platform } from '../runtime.js';
import { WebPlan } from './webPlan.js';

/** What starts the instances of a web function. */
export function webHost(found: FoundFunction, platform: Platform): FunctionHost {
  const plan = new WebPlan(found, platform);
  const host = new ProcessHost(plan, platform);
  return {
    get isAlone() {
      return plan.isAlone;
    },
    isSlowToStart: host.isSlowToStart,
    createEngine: () => host.createEngine(),
    takeCosts: () => host.takeCosts(),
    notes: host.notes,
    close: () => host.close(),
  };
}
