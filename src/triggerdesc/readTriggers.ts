import { describeValue } from '../kernel/describeValue.js';
import type { Issue, IssuePath } from '../kernel/issue.js';
import { isObject, jsonInside } from '../kernel/json.js';
import { Misuse } from '../kernel/misuse.js';
import type { DescribedFunctions } from './files/describedFunction.js';
import { functionsIn } from './files/functionsIn.js';
import { hclDocument, isHcl } from './files/hcl.js';
import { fromServerless } from './files/serverlessComponent.js';
import { fromTerraform } from './files/terraform.js';
import { configOf, type FoundTriggers } from './foundTriggers.js';

/**
 * Reads the triggers of a configuration text: JSON, YAML or Terraform's language, in one of the forms of
 * {@link triggersIn}.
 *
 * @throws Misuse when it is neither JSON nor YAML, or has no triggers in it.
 * @example
 * (await readTriggers('events:\n  - timer: { parameters: { cronExpression: "0 0 9 * * * *", enable: true } }'))
 *   .triggers[0]?.config.TriggerDesc; // '0 0 9 * * * *'
 */
export async function readTriggers(text: string): Promise<FoundTriggers> {
  return parsed(text, triggersIn);
}

/**
 * Reads the functions that a deployment file describes, with their triggers, in one of the forms of {@link functionsIn}.
 *
 * @returns undefined for a file of another sort.
 * @throws Misuse when it is neither JSON nor YAML nor Terraform's language.
 * @example
 * const text = '{ "functions": [{ "name": "app", "handler": "index.main", "timeout": 5 }] }';
 * (await readFunctions(text))?.functions[0]?.timeoutSeconds; // 5
 */
export async function readFunctions(text: string): Promise<DescribedFunctions | undefined> {
  return parsed(text, functionsIn);
}

async function parsed<Found>(text: string, find: (document: unknown) => Found): Promise<Found> {
  const plain = text.replace(/^\uFEFF/, '');
  const json = jsonInside(plain);
  try {
    if (json !== undefined) return find(json);
    return find(isHcl(plain) ? hclDocument(plain) : await parsedYaml(plain));
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
 * ListTriggers; a serverless.yml of the tencent-scf component, or its `events`; the output of `terraform show -json`;
 * the functions of {@link functionsIn}.
 *
 * @throws Misuse when there are none.
 * @example
 * triggersIn({ Type: 'timer', TriggerName: 'daily', TriggerDesc: '0 0 9 * * * *' }).triggers.length; // 1
 */
export function triggersIn(document: unknown): FoundTriggers {
  const found =
    fromRequests(document) ??
    fromServerless(document) ??
    fromTerraform(document) ??
    ofFunctions(functionsIn(document));
  if (found !== undefined) return found;
  throw new Misuse(
    'UNKNOWN_CONFIG',
    `Cannot find triggers in ${describeValue(document)}: it is no trigger, no list of triggers, no serverless.yml with events, no template.yaml, cloudbaserc.json or s.yaml with a function of Tencent Cloud, and nothing of Terraform. A trigger has a Type and a TriggerDesc.`,
  );
}

function ofFunctions(found: DescribedFunctions | undefined): FoundTriggers | undefined {
  if (found === undefined) return undefined;
  const { functions, tool, refused } = found;
  if (refused !== undefined)
    throw new Misuse(
      'UNKNOWN_CONFIG',
      `Cannot find triggers in a file of ${tool}: ${refused}. Name another file.`,
    );
  const isWeb = functions.length > 0 && functions.every((one) => one.isOfWebFunction === true);
  return {
    triggers: functions.flatMap(({ triggers }) => triggers),
    issues: functions.flatMap(({ issues }) => issues),
    ...(isWeb ? { isOfWebFunction: true } : {}),
  };
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
