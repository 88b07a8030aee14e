import { type Bootstrap, modernBootstrap } from './bootstrap.js';
import type { ScfRuntime } from './context.js';
import { legacyBootstrap } from './legacyBootstrap.js';

const legacyBootstraps: Partial<Record<ScfRuntime, Bootstrap>> = {
  'Nodejs6.10': legacyBootstrap({ followsPromises: false }),
  'Nodejs8.9': legacyBootstrap({ followsPromises: true }),
};

/** How a runtime calls a handler. */
export function bootstrapOf(runtime: ScfRuntime): Bootstrap {
  return legacyBootstraps[runtime] ?? modernBootstrap;
}

/** True for Node 6.10 and 8.9. */
export function isLegacy(runtime: ScfRuntime): boolean {
  return runtime in legacyBootstraps;
}
