import { basename, dirname, join, resolve } from 'node:path';
import { canHoldNetwork } from '../heldNetwork.js';
import { ProcessHost } from '../processHost.js';
import type { FoundFunction, FunctionHost, Platform, Runtime } from '../runtime.js';
import { bootstrapName } from './bootstrapName.js';
import { isWebFunction } from './isWebFunction.js';
import { WebPlan } from './webPlan.js';
import { webSource } from './webSource.js';

/** Functions that are a server on port 9000, which scf_bootstrap starts: https://cloud.tencent.com/document/product/583/56124 */
export const webRuntime: Runtime = {
  name: 'web',
  versions: [],
  isCalledOverHttp: true,
  keepsReach: () => canHoldNetwork(),
  find: findWeb,
  host: hostOf,
  sourceOf: ({ root }) => webSource(root),
};

/** Finds a web function by its folder, or by its scf_bootstrap. */
function findWeb(spec: string, cwd: string): FoundFunction | undefined {
  const path = resolve(cwd, spec);
  const root = basename(path) === bootstrapName ? dirname(path) : path;
  return isWebFunction(root) ? { spec, root, path: join(root, bootstrapName), exportName: '' } : undefined;
}

function hostOf(found: FoundFunction, platform: Platform): FunctionHost {
  const plan = new WebPlan(found, platform);
  const host = new ProcessHost(plan, platform);
  return {
    get isAlone() {
      return plan.isAlone;
    },
    isSlowToStart: host.isSlowToStart,
    createEngine: () => host.createEngine(),
    takeCosts: () => host.takeCosts(),
    close: () => host.close(),
  };
}
