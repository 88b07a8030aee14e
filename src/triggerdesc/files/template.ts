import type { IssuePath } from '../../kernel/issue.js';
import { isObject } from '../../kernel/json.js';
import {
  type DescribedFunction,
  type DescribedFunctions,
  factsOf,
  variablesOf,
} from './describedFunction.js';
import { eventsOf } from './eventsOf.js';
import type { EventForm } from './readEvent.js';

const form: EventForm = { source: 'https://cloud.tencent.com/document/product/583/36198', silent: undefined };
const functionType = 'TencentCloud::Serverless::Function';

type Given = Readonly<Record<string, unknown>>;

/** The functions of a template.yaml of Tencent Cloud's Serverless Application Model, in their namespaces or beside them. */
export function templateFunctions(document: unknown): DescribedFunctions | undefined {
  if (!isObject(document) || !isObject(document.Resources)) return undefined;
  const globals =
    isObject(document.Globals) && isObject(document.Globals.Function) ? document.Globals.Function : {};
  const tool = 'the Serverless Application Model';
  const functions = Object.entries(document.Resources).flatMap(([name, resource]) => {
    if (!isObject(resource)) return [];
    const path = ['Resources', name];
    if (resource.Type === functionType) return [functionOf(name, { resource, globals, path })];
    return Object.entries(resource).flatMap(([inner, value]) =>
      isObject(value) && value.Type === functionType
        ? [functionOf(inner, { resource: value, globals, path: [...path, inner], Namespace: name })]
        : [],
    );
  });
  if (functions.length > 0) return { tool, functions };
  const others = Object.values(document.Resources).flatMap((one) =>
    isObject(one) ? [String(one.Type)] : [],
  );
  return { tool, functions, refused: `it has no ${functionType}, only ${[...new Set(others)].join(', ')}` };
}

function functionOf(
  name: string,
  {
    resource,
    globals,
    path,
    Namespace,
  }: {
    readonly resource: Given;
    readonly globals: Given;
    readonly path: IssuePath;
    readonly Namespace?: string;
  },
): DescribedFunction {
  const own = isObject(resource.Properties) ? resource.Properties : {};
  const given = { ...globals, ...own };
  const facts = factsOf(given, {
    handler: 'Handler',
    code: 'CodeUri',
    runtime: 'Runtime',
    timeout: 'Timeout',
    memory: 'MemorySize',
    others: ['Type', 'Description', 'Environment', 'Events', 'LocalZipFile'],
  });
  const inProperties = isObject(own.Events);
  const events = inProperties ? own.Events : resource.Events;
  const place = [...path, ...(inProperties ? ['Properties'] : []), 'Events'];
  const named = Object.entries(isObject(events) ? events : {}).map(([event, value]) => ({
    type: isObject(value) ? value.Type : value,
    name: event,
    parameters: parametersOf(value),
    path: [...place, event],
  }));
  const env = [globals.Environment, own.Environment].map((one) =>
    variablesOf(isObject(one) ? one.Variables : undefined),
  );
  return {
    name,
    ...facts,
    env: Object.assign({}, ...env),
    ...eventsOf(named, { FunctionName: name, ...(Namespace === undefined ? {} : { Namespace }) }, form),
    ...(own.Type === 'HTTP' ? { isOfWebFunction: true } : {}),
  };
}

/** `Cron` and `Message` are other names of what a timer fires at and sends. */
function parametersOf(event: unknown): Given {
  const { Cron, Message, ...rest }: Given =
    isObject(event) && isObject(event.Properties) ? event.Properties : {};
  return {
    ...rest,
    ...(Cron === undefined ? {} : { cronExpression: Cron }),
    ...(Message === undefined ? {} : { argument: Message }),
  };
}
