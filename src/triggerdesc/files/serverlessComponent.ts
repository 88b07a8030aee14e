import type { Issue, IssuePath } from '../../kernel/issue.js';
import { isObject } from '../../kernel/json.js';
import { type FoundTriggers, problem } from '../foundTriggers.js';
import type { ServerlessFunction } from '../serverlessForm.js';
import { findKind } from '../triggerKinds.js';
import { type DescribedFunctions, factsOf, variablesOf } from './describedFunction.js';
import { type EventForm, readEvent } from './readEvent.js';

const form: EventForm = {
  source: 'https://github.com/serverless-components/tencent-scf/blob/master/docs/configure.md',
  silent: 'CLOSE',
};

/** The events of a serverless.yml of the tencent-scf component, or a list of such events. */
export function fromServerless(document: unknown): FoundTriggers | undefined {
  const root = isObject(document) && isObject(document.inputs) ? document.inputs : document;
  const events = isObject(root) ? root.events : root;
  if (!Array.isArray(events) || (events === document && !events.some(hasKnownType))) return undefined;
  const base = root === document ? (isObject(root) ? ['events'] : []) : ['inputs', 'events'];
  const func = functionIn(root);
  const isWeb = isObject(root) && root.type === 'web';
  const read = events.map((event, index) => readEvent(event, [...base, index], func, form));
  const misled = isWeb ? events.flatMap((event, index) => notForWeb(event, [...base, index])) : [];
  const triggers = read.flatMap((one) => one.triggers);
  const issues = [...misled, ...read.flatMap((one) => one.issues)];
  if (triggers.length + issues.length === 0) return undefined;
  return { triggers, issues, ...(isWeb ? { isOfWebFunction: true } : {}) };
}

/** The function of such a file. */
export function componentFunction(document: unknown): DescribedFunctions | undefined {
  if (!isObject(document) || !isObject(document.inputs)) return undefined;
  const { inputs } = document;
  const { environment, name } = inputs;
  const triggers = fromServerless(document) ?? { triggers: [], issues: [] };
  const facts = factsOf(inputs, {
    handler: 'handler',
    code: 'src',
    runtime: 'runtime',
    timeout: 'timeout',
    initTimeout: 'initTimeout',
    memory: 'memorySize',
    others: ['name', 'namespace', 'region', 'description', 'type', 'events', 'environment', 'src'],
  });
  const env = variablesOf(isObject(environment) ? environment.variables : undefined);
  const isNamed = typeof name === 'string' && !name.includes('${');
  return {
    tool: 'the tencent-scf component',
    functions: [{ ...(isNamed ? { name } : {}), ...facts, env, ...triggers }],
  };
}

/** A trigger that calls no web function. */
function notForWeb(event: unknown, place: IssuePath): Issue[] {
  const [type = ''] = isObject(event) ? Object.keys(event) : [];
  const kind = findKind(type);
  if (kind === undefined || kind.callsWebFunctions === true) return [];
  return [
    problem({
      path: [...place, type],
      rule: 'web-trigger',
      expected: 'a function URL or an API, which alone call a web function',
      received: `a trigger of type ${type}`,
      source: 'https://cloud.tencent.com/document/product/583/56124',
      hint: 'take an event function for it',
    }),
  ];
}

function hasKnownType(event: unknown): boolean {
  return isObject(event) && Object.keys(event).some((type) => findKind(type) !== undefined);
}

function functionIn(root: unknown): ServerlessFunction {
  if (!isObject(root)) return {};
  const plain = (value: unknown) => typeof value === 'string' && value !== '' && !value.includes('${');
  const { name, namespace, region } = root;
  return {
    ...(plain(name) ? { FunctionName: String(name) } : {}),
    ...(plain(namespace) ? { Namespace: String(namespace) } : {}),
    ...(plain(region) ? { Region: String(region) } : {}),
  };
}
