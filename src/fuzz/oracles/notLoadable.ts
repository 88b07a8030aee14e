import type { Oracle } from './oracle.js';

/** Code that the platform does not load. */
export const notLoadable: Oracle = {
  name: 'not-loadable',
  holds: 'The code of a function can be loaded by the runtime that it is deployed with.',
  domain:
    'A function in JavaScript that lies in a file, where its runtime is named: ES modules up to Nodejs18.15, syntax and modules of Node that came after its version. All else is asked of it as it runs here.',
  needs: 'unloadable',
  judgesDeployment: true,
  isRelation: false,
  applies: () => true,
  async judge(trial) {
    if (trial.unloadable === undefined) return undefined;
    const { text, error } = trial.unloadable;
    const first = error.split('\n').find((line) => /Error\b/.test(line)) ?? error;
    return {
      what: `not loaded: ${first}`,
      detail: `${text}\nOn SCF each call ends with status 443:\n  ${error.replaceAll('\n', '\n  ')}`,
      execution: await trial.base(),
    };
  },
};
