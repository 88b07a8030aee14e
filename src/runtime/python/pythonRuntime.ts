import { scriptOf } from '../pythonCode.js';
import type { Runtime } from '../runtime.js';
import { findPython } from './findPython.js';
import { PythonHost } from './pythonHost.js';

/** Python functions, run by a Python of this machine: https://cloud.tencent.com/document/product/583/55592 */
export const pythonRuntime: Runtime = {
  name: 'python',
  versions: ['Python2.7', 'Python3.6', 'Python3.7', 'Python3.9', 'Python3.10'],
  keepsReach: () => true,
  find: findPython,
  host: (found, platform) => new PythonHost(found, platform),
  scriptOf,
};
