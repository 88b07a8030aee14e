import { isObject } from '../../kernel/json.js';
import { type DescribedFunctions, factsOf, variablesOf } from './describedFunction.js';
import { eventsOf } from './eventsOf.js';
import type { EventForm } from './readEvent.js';

/** Triggers are only timers there; `config` is the cron expression: https://docs.cloudbase.net/en/cli-v1/functions/trigger */
const form: EventForm = {
  source: 'https://docs.cloudbase.net/en/cli-v1/functions/trigger',
  silent: undefined,
};
/** Of a function that says nothing else: https://docs.cloudbase.net/en/cli-v1/functions/configs */
const usualHandler = 'index.main';
const usualRoot = './functions';

/** The functions of a cloudbaserc.json. */
export function cloudbaseFunctions(document: unknown): DescribedFunctions | undefined {
  if (!isObject(document) || !Array.isArray(document.functions)) return undefined;
  const root = typeof document.functionRoot === 'string' ? document.functionRoot : usualRoot;
  const functions = document.functions.flatMap((one: unknown, place) => {
    if (!isObject(one)) return [];
    // Nested in `config` until version 0.6.0.
    const { config, ...flat } = one;
    const given: Readonly<Record<string, unknown>> = { ...(isObject(config) ? config : {}), ...flat };
    const { name, dir, triggers, envVariables, type } = given;
    const facts = factsOf(
      { handler: usualHandler, ...given },
      {
        handler: 'handler',
        code: 'dir',
        runtime: 'runtime',
        timeout: 'timeout',
        memory: 'memorySize',
        others: [
          'name',
          'type',
          'triggers',
          'envVariables',
          'ignore',
          'installDependency',
          'codeSecret',
          'handler',
        ],
      },
    );
    const events = (Array.isArray(triggers) ? triggers : []).map((trigger: unknown, index) => ({
      type: isObject(trigger) ? trigger.type : trigger,
      name: isObject(trigger) ? trigger.name : undefined,
      parameters: { cronExpression: isObject(trigger) ? trigger.config : undefined },
      path: ['functions', place, 'triggers', index],
    }));
    const FunctionName = String(name);
    return [
      {
        name: FunctionName,
        ...facts,
        code: typeof dir === 'string' ? dir : `${root}/${FunctionName}`,
        env: variablesOf(envVariables),
        ...eventsOf(events, { FunctionName }, form),
        ...(type === 'HTTP' ? { isOfWebFunction: true } : {}),
      },
    ];
  });
  return { tool: 'CloudBase', functions };
}
