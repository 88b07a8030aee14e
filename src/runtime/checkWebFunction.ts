import type { WebProblem } from './web/packageRules.js';

export { isWebFunction } from './web/isWebFunction.js';
export type { WebProblem };

/**
 * Checks the package of a web function, which listens on port 9000 and is started by scf_bootstrap, without running it.
 *
 * @param path its folder, or the zip file that is uploaded.
 * @returns what keeps it from starting, or from being reached, with the status that the platform ends with.
 * @throws Misuse NO_PACKAGE.
 * @example
 * await checkWebFunction('test/runtime/webFunctions/right'); // []
 */
export async function checkWebFunction(path: string): Promise<readonly WebProblem[]> {
  const { packageProblems } = await import('./web/packageProblems.js');
  return packageProblems(path);
}
