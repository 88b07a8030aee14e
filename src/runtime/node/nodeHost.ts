import { ProcessHost } from '../processHost.js';
import type { FunctionHost, Platform } from '../runtime.js';
import { NodePlan } from './nodePlan.js';

/**
 * Starts the instances of a function in JavaScript, each in a process of its own that is as on SCF.
 *
 * @param spec its name: `path/index.main_handler`, `./path/file.js#export`.
 */
export function nodeHost(
  spec: string,
  platform: Platform,
  how: {
    readonly cwd: string;
    /** What becomes of code that the runtime does not load on SCF. */
    readonly unloadable: 'run' | 'refuse';
  },
): FunctionHost {
  return new ProcessHost(new NodePlan(spec, platform, how), platform);
}
