import { describeValue } from '../kernel/describeValue.js';
import type { Issue, IssuePath } from '../kernel/issue.js';
import { isObject, jsonInside } from '../kernel/json.js';
import { Misuse } from '../kernel/misuse.js';
import { configOf, type FoundTriggers, problem } from './foundTriggers.js';
import { isSilentlyClosed, triggersOfEvent } from './serverlessEvents.js';
import type { ServerlessFunction } from './serverlessForm.js';
import { fromTerraform } from './terraform.js';
import { findKind, likelyType } from './triggerKinds.js';

const component = 'https://github.com/serverless-components/tencent-scf/blob/master/docs/configure.md';

/**
 * Reads the triggers of a configuration text: JSON or YAML, in one of the forms of {@link triggersIn}.
 *
 * @throws Misuse when it is neither JSON nor YAML, or has no triggers in it.
 * @example
 * (await readTriggers('events:\n  - timer: { parameters: { cronExpression: "0 0 9 * * * *", enable: true } }'))
 *   .triggers[0]?.config.TriggerDesc; // '0 0 9 * * * *'
 */
export async function readTriggers(text: string): Promise<FoundTriggers> {
  const plain = text.replace(/^\uFEFF/, '');
  const json = jsonInside(plain);
  try {
    return triggersIn(json === undefined ? await parsedYaml(plain) : json);
  } catch (error) {
    throw isOverflow(error) ? tooDeep() : error;
  }
}

async function parsedYaml(text: string): Promise<unknown> {
  const { parseDocument } = await import('yaml');
  const document = parseDocument(text, { logLevel: 'silent' });
  const [error] = document.errors;
  if (error !== undefined) throw unreadable(error);
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (problem) {
    throw isOverflow(problem) ? problem : unreadable(problem);
  }
}

/** True where a parser that calls itself has come to the end of the stack, in whatever words it says so. */
function isOverflow(error: unknown): boolean {
  return /Maximum call stack size exceeded/.test(String(error));
}

function tooDeep(): Misuse {
  return new Misuse(
    'INVALID_CONFIG',
    'Cannot read the configuration: it is nested too deeply. Write it flatter.',
  );
}

function unreadable(error: unknown): Misuse {
  const reason = error instanceof Error ? error.message.split('\n')[0]?.replace(/:$/, '') : String(error);
  return new Misuse(
    'INVALID_CONFIG',
    `Cannot read the configuration: it is neither JSON nor YAML (${reason}). Mend that place.`,
  );
}

/**
 * Finds the triggers of a parsed document: one trigger in CreateTrigger's names, a list of them or the answer of
 * ListTriggers; a serverless.yml of the tencent-scf component, or its `events`; the output of `terraform show -json`.
 *
 * @throws Misuse when there are none.
 * @example
 * triggersIn({ Type: 'timer', TriggerName: 'daily', TriggerDesc: '0 0 9 * * * *' }).triggers.length; // 1
 */
export function triggersIn(document: unknown): FoundTriggers {
  const found = fromRequests(document) ?? fromServerless(document) ?? fromTerraform(document);
  if (found !== undefined) return found;
  throw new Misuse(
    'UNKNOWN_CONFIG',
    `Cannot find triggers in ${describeValue(document)}: it is no trigger, no list of triggers, no serverless.yml with events and no output of terraform show -json. A trigger has a Type and a TriggerDesc.`,
  );
}

function fromRequests(document: unknown): FoundTriggers | undefined {
  const places: [IssuePath, unknown][] = [];
  if (isObject(document)) {
    const { Triggers = document.Type === undefined ? undefined : [document] } = isObject(document.Response)
      ? document.Response
      : document;
    if (!Array.isArray(Triggers)) return undefined;
    const base = isObject(document.Response) ? ['Response', 'Triggers'] : ['Triggers'];
    for (const [index, trigger] of Triggers.entries())
      places.push([trigger === document ? [] : [...base, index], trigger]);
  } else if (Array.isArray(document)) {
    if (!document.every((item) => isObject(item) && 'Type' in item)) return undefined;
    for (const [index, item] of document.entries()) places.push([[index], item]);
  } else return undefined;
  const issues: Issue[] = [];
  const triggers = places.map(([path, value]) => ({ path, config: configOf(value, path, issues) }));
  return { triggers, issues };
}

function fromServerless(document: unknown): FoundTriggers | undefined {
  const root = isObject(document) && isObject(document.inputs) ? document.inputs : document;
  const events = isObject(root) ? root.events : root;
  if (!Array.isArray(events) || (events === document && !events.some(hasKnownType))) return undefined;
  const base = root === document ? (isObject(root) ? ['events'] : []) : ['inputs', 'events'];
  const func = functionIn(root);
  const isWeb = isObject(root) && root.type === 'web';
  const read = events.map((event, index) => readEvent(event, [...base, index], func));
  const misled = isWeb ? events.flatMap((event, index) => notForWeb(event, [...base, index])) : [];
  const triggers = read.flatMap((one) => one.triggers);
  const issues = [...misled, ...read.flatMap((one) => one.issues)];
  if (triggers.length + issues.length === 0) return undefined;
  return { triggers, issues, ...(isWeb ? { isOfWebFunction: true } : {}) };
}

/** The first `${…}` of a text. */
function variableIn(text: string): string | undefined {
  const start = text.indexOf('${');
  const end = text.indexOf('}', start);
  return start < 0 || end < 0 ? undefined : text.slice(start, end + 1);
}

/** The triggers of one event, or why they cannot be told. */
function readEvent(event: unknown, place: IssuePath, func: ServerlessFunction): FoundTriggers {
  const [[type, body] = ['', undefined]] = isObject(event) ? Object.entries(event) : [];
  const path = [...place, type];
  const kind = findKind(type);
  if (kind === undefined) return { triggers: [], issues: [unknownType(event, type, place)] };
  const variable = variableIn(JSON.stringify(body ?? {}));
  if (variable !== undefined) return { triggers: [], issues: [notChecked(variable, path)] };
  return {
    triggers: triggersOfEvent(kind, body, func).map((found) => ({ path, ...found })),
    issues: isSilentlyClosed(kind, body) ? [neverFires(path)] : [],
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

function unknownType(event: unknown, type: string, path: IssuePath): Issue {
  return problem({
    path,
    rule: 'event-type',
    expected: 'an event of a type that the component has',
    received: isObject(event) ? JSON.stringify(type) : describeValue(event),
    source: component,
    hint: likelyType(type),
  });
}

function notChecked(variable: string, path: IssuePath): Issue {
  return problem({
    path,
    rule: 'variable',
    severity: 'warning',
    expected: 'values that can be read here',
    received: variable,
    source: component,
    hint: 'not checked',
  });
}

function neverFires(path: IssuePath): Issue {
  return problem({
    path: [...path, 'parameters', 'enable'],
    rule: 'enable',
    severity: 'warning',
    expected: 'true or false',
    received: 'nothing',
    source: component,
    hint: 'left out it means false, and the trigger never fires',
  });
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
