import { isObject } from '../../kernel/json.js';
import { type DescribedFunctions, factsOf, variablesOf } from './describedFunction.js';
import { eventsOf } from './eventsOf.js';
import type { EventForm } from './readEvent.js';

const form: EventForm = {
  source: 'https://www.serverless.com/framework/docs-providers-tencent-guide-events',
  silent: 'OPEN',
};

/** The `functions` of a serverless.yml of Serverless Framework, whose provider is Tencent Cloud. */
export function frameworkFunctions(document: unknown): DescribedFunctions | undefined {
  if (!isObject(document) || !isObject(document.functions) || document.provider === undefined)
    return undefined;
  const tool = 'Serverless Framework';
  const provider = isObject(document.provider) ? document.provider : { name: document.provider };
  if (provider.name !== 'tencent')
    return { tool, functions: [], refused: `its provider is ${String(provider.name)}, not tencent` };
  const functions = Object.entries(document.functions).flatMap(([name, value]) => {
    if (!isObject(value)) return [];
    const { events, environment } = value;
    const given = { ...shared(provider), ...value };
    const facts = factsOf(given, {
      handler: 'handler',
      runtime: 'runtime',
      timeout: 'timeout',
      memory: 'memorySize',
      others: ['events', 'environment', 'description', 'name'],
    });
    const found = (Array.isArray(events) ? events : []).flatMap((event: unknown, index) =>
      Object.entries(isObject(event) ? event : {}).map(([type, body]) => ({
        type,
        name: isObject(body) ? body.name : undefined,
        parameters: isObject(body) ? body.parameters : undefined,
        path: ['functions', name, 'events', index, type],
      })),
    );
    const env = { ...environmentOf(provider.environment), ...environmentOf(environment) };
    return [{ name, ...facts, env, ...eventsOf(found, { FunctionName: name }, form) }];
  });
  return { tool, functions };
}

/** What the provider says for all functions. */
function shared(provider: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const names = ['runtime', 'timeout', 'memorySize'];
  return Object.fromEntries(
    names.flatMap((name) => (provider[name] === undefined ? [] : [[name, provider[name]]])),
  );
}

function environmentOf(given: unknown): Readonly<Record<string, string>> {
  return variablesOf(isObject(given) ? given.variables : undefined);
}
