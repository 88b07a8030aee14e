import type { ScfRuntime } from './context.js';
import { esModuleProblem } from './esModules.js';
import type { HandlerFile } from './loadHandler.js';
import type { ThrownError } from './outcome.js';

/** Why code that runs here does not run on the platform, as far as its files tell. */
export interface CodeProblem {
  /** What the platform ends with when it loads the code; left out where it may load. */
  readonly loadError?: ThrownError;
  /** Says what is wrong and what to do, in a sentence. */
  readonly text: string;
}

/** What the files of a function say of the runtime that is to run them. */
export function codeProblems(file: HandlerFile, runtime: ScfRuntime): readonly CodeProblem[] {
  const ofModules = esModuleProblem(file, runtime);
  return ofModules === undefined ? [] : [ofModules];
}

/** The runtime of a function that names none. */
export const defaultRuntime: ScfRuntime = 'Nodejs18.15';
