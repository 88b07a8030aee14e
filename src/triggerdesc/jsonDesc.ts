import type { Contract } from '../kernel/contract.js';
import { describeValue } from '../kernel/describeValue.js';
import type { Issue } from '../kernel/issue.js';
import { isObject } from '../kernel/json.js';
import type { Rule } from '../kernel/trigger.js';
import { unknownFieldIssues } from '../kernel/unknownFields.js';
import { valueAt } from '../kernel/valueAt.js';
import type { DescReading } from './kind.js';

/** The page that describes every TriggerDesc, in English as of 2024. */
export const descriptionPage = 'https://www.tencentcloud.com/document/product/583/34880';

/** How the TriggerDesc of one type is read when it is JSON. */
export interface JsonDescDefinition<Desc> {
  readonly contract: Contract<Desc>;
  readonly rules: readonly Rule<Desc>[];
  /** What to do about an issue of the contract, beyond what holds for all types. */
  hint?(issue: Issue, value: unknown): string | undefined;
  /** What an empty text stands for, where it may be empty. */
  readonly whenEmpty?: Desc;
  /** True when the text must be continuous. */
  readonly withoutSpaces?: boolean;
}

/** Reads and checks a TriggerDesc that is JSON, given as it is sent or as the value that it stands for. */
export function readJsonDesc<Desc>(
  definition: JsonDescDefinition<Desc>,
  desc: string | object,
): DescReading<Desc> {
  const { contract, whenEmpty } = definition;
  if (desc === '' && whenEmpty !== undefined) return { desc: whenEmpty, issues: [] };
  const issues: Issue[] = [];
  let value: unknown = desc;
  if (typeof desc === 'string') {
    try {
      value = JSON.parse(desc);
    } catch (error) {
      return { issues: [notJson(contract.name, desc, error)] };
    }
    if (definition.withoutSpaces === true && /\s/.test(desc)) issues.push(spaces(contract.name, desc, value));
  }
  if (!contract.accepts(value)) {
    const broken = contract.issuesOf(value).map((issue) => withHint(issue, value, definition));
    return { issues: [...issues, ...broken] };
  }
  for (const rule of definition.rules)
    rule.check(value, (path, problem) => {
      issues.push({ path, rule: rule.name, severity: rule.severity, source: rule.source, ...problem });
    });
  issues.push(...unknownFields(contract, value));
  return issues.some((issue) => issue.severity === 'error') ? { issues } : { desc: value, issues };
}

function notJson(contract: string, text: string, error: unknown): Issue {
  const quoted = /^\s*'|^\s*\{\s*[\w']+\s*:/.test(text);
  return {
    path: [],
    rule: `${contract}/json`,
    severity: 'error',
    expected: 'JSON',
    received: describeValue(text),
    ...(quoted
      ? { hint: 'names and texts stand in double quotes' }
      : error instanceof SyntaxError && text.includes('\\"')
        ? { hint: 'it looks escaped once too often' }
        : {}),
    source: descriptionPage,
  };
}

function spaces(contract: string, text: string, value: unknown): Issue {
  const compact = JSON.stringify(value);
  return {
    path: [],
    rule: `${contract}/no-spaces`,
    severity: 'error',
    expected: 'JSON without spaces',
    received: `a space at character ${text.search(/\s/) + 1}`,
    hint: `write ${withoutSpaces(compact)}`,
    source: descriptionPage,
  };
}

/** JSON text whose values hold their spaces as `\u0020`, since the text must have none. */
export function withoutSpaces(json: string): string {
  return json.replaceAll(' ', '\\u0020');
}

function withHint<Desc>(issue: Issue, value: unknown, definition: JsonDescDefinition<Desc>): Issue {
  const received = valueAt(value, issue.path);
  const hint = definition.hint?.(issue, received) ?? flagHint(issue, received);
  return hint === undefined ? issue : { ...issue, hint };
}

/** A flag given as a boolean or in the wrong case. */
function flagHint(issue: Issue, value: unknown): string | undefined {
  if (!issue.rule.endsWith('-enum') || (typeof value !== 'boolean' && typeof value !== 'string'))
    return undefined;
  const upper = JSON.stringify(String(value).toUpperCase());
  return issue.expected.includes(upper) ? `write the text ${upper}` : undefined;
}

/** Fields that no source shows: most often a known one in the wrong case. */
function unknownFields<Desc>(contract: Contract<Desc>, value: Desc): Issue[] {
  return unknownFieldIssues(contract.name, contract.schema(), value).map((issue) => {
    const name = String(issue.path.at(-1));
    const meant = knownNames(contract.schema()).find((known) => known.toLowerCase() === name.toLowerCase());
    return {
      ...issue,
      severity: 'warning',
      ...(meant === undefined ? {} : { hint: `is ${meant} meant?` }),
      source: descriptionPage,
    };
  });
}

function knownNames(schema: unknown): string[] {
  if (!isObject(schema) || !isObject(schema.properties)) return [];
  return Object.entries(schema.properties).flatMap(([name, property]) => [name, ...knownNames(property)]);
}
