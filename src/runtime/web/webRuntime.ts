import { basename, dirname, join, resolve } from 'node:path';
import { canHoldNetwork } from '../heldNetwork.js';
import type { FoundFunction, Runtime } from '../runtime.js';
import { bootstrapName } from './bootstrapName.js';
import { isWebFunction } from './isWebFunction.js';
import { webSource } from './webSource.js';

/** Functions that are a server on port 9000, which scf_bootstrap starts: https://cloud.tencent.com/document/product/583/56124 */
export const webRuntime: Runtime = {
  name: 'web',
  versions: [],
  isCalledOverHttp: true,
  keepsReach: () => canHoldNetwork(),
  find: findWeb,
  host: async (found, platform) => (await import('./webHost.js')).webHost(found, platform),
  sourceOf: ({ root }) => webSource(root),
};

/** Finds a web function by its folder, or by its scf_bootstrap. */
function findWeb(spec: string, cwd: string): FoundFunction | undefined {
  const path = resolve(cwd, spec);
  const root = basename(path) === bootstrapName ? dirname(path) : path;
  return isWebFunction(root) ? { spec, root, path: join(root, bootstrapName), exportName: '' } : undefined;
}
