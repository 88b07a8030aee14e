import type { Issue } from '../../kernel/issue.js';
import { isObject } from '../../kernel/json.js';
import { problem } from '../foundTriggers.js';
import {
  type DescribedFunction,
  type DescribedFunctions,
  factsOf,
  variablesOf,
} from './describedFunction.js';
import { Expression, expressionIn, type HclBlock, isHclDocument } from './hcl.js';
import { resourcesIn, type TerraformResource, triggersOfResource } from './terraform.js';

const page =
  'https://registry.terraform.io/providers/tencentcloudstack/tencentcloud/latest/docs/resources/scf_function';
const functionType = 'tencentcloud_scf_function';
const tool = 'Terraform';

/** The functions of Terraform's files, or of the output of `terraform show -json`. */
export function terraformFunctions(document: unknown): DescribedFunctions | undefined {
  const resources = isHclDocument(document)
    ? document.hcl.blocks.flatMap(literalResource)
    : resourcesIn(document);
  if (resources === undefined) return undefined;
  const functions = resources.filter(({ type }) => type === functionType).map(functionOf);
  const beside = resources.filter(({ type }) => type !== functionType).map(triggersIn);
  const [only] = functions;
  const triggers = beside.flatMap((one) => one.triggers);
  const issues = beside.flatMap((one) => one.issues);
  if (only === undefined && triggers.length + issues.length === 0)
    return { tool, functions: [], refused: `it has no ${functionType}` };
  // What stands beside the functions belongs to one of them; which one, only a plan knows.
  const apart: DescribedFunction = { env: {}, unread: [], triggers, issues };
  if (only === undefined || functions.length > 1) return { tool, functions: [...functions, apart] };
  const all = { ...only, triggers: [...only.triggers, ...triggers], issues: [...only.issues, ...issues] };
  return { tool, functions: [all] };
}

function functionOf(resource: TerraformResource): DescribedFunction {
  const { values } = resource;
  const facts = factsOf(values, {
    handler: 'handler',
    runtime: 'runtime',
    timeout: 'timeout',
    memory: 'mem_size',
    others: ['name', 'namespace', 'description', 'environment', 'triggers', 'func_type', 'zip_file', 'tags'],
  });
  const { name, environment, func_type } = values;
  return {
    ...(typeof name === 'string' ? { name } : {}),
    ...facts,
    unread: [...facts.unread, ...(resource.unread ?? []).map((one) => one.name)],
    env: variablesOf(environment),
    ...triggersIn(resource),
    ...(func_type === 'HTTP' ? { isOfWebFunction: true } : {}),
  };
}

function triggersIn(resource: TerraformResource): Pick<DescribedFunction, 'triggers' | 'issues'> {
  const triggers = triggersOfResource(resource);
  return { triggers, issues: (resource.unread ?? []).map((one) => notLiteral(resource, one)) };
}

function notLiteral({ path }: TerraformResource, { name, text }: Unread): Issue {
  return problem({
    path: [...path, name],
    rule: 'variable',
    severity: 'warning',
    expected: 'a literal value',
    received: text,
    source: page,
    hint: 'not read; terraform show -json tells all values',
  });
}

/** An attribute that is no literal value. */
interface Unread {
  readonly name: string;
  readonly text: string;
}

/** A resource with its literal values; what is none is named. */
function literalResource({ type, labels, body }: HclBlock): TerraformResource[] {
  const [kind = '', name = ''] = labels;
  if (type !== 'resource' || !/^tencentcloud_scf_(?:function|trigger|trigger_config)$/.test(kind)) return [];
  const unread: Unread[] = [];
  const literal = (given: Readonly<Record<string, unknown>>, place: string) =>
    Object.fromEntries(
      Object.entries(given).flatMap(([key, value]) => {
        const found = expressionIn(value);
        if (found === undefined) return [[key, value]];
        unread.push({ name: `${place}${key}`, text: found.text });
        if (value instanceof Expression || !isObject(value)) return [];
        return [
          [
            key,
            Object.fromEntries(Object.entries(value).filter(([, one]) => expressionIn(one) === undefined)),
          ],
        ];
      }),
    );
  const values = literal(body.attributes, '');
  const triggers = body.blocks
    .filter((block) => block.type === 'triggers')
    .map((block, index) => literal(block.body.attributes, `triggers[${index}].`));
  for (const {
    type: dynamic,
    labels: [label = ''],
  } of body.blocks.filter((block) => block.type === 'dynamic'))
    unread.push({ name: label, text: `${dynamic} "${label}"` });
  const withTriggers = triggers.length === 0 ? values : { ...values, triggers };
  return [{ type: kind, values: withTriggers, path: ['resource', kind, name], unread }];
}
