import { describeValue } from '../kernel/describeValue.js';
import type { Issue, IssuePath } from '../kernel/issue.js';
import { isObject, type JsonSchema } from '../kernel/json.js';
import { valueAt } from '../kernel/valueAt.js';

/** What a compiled validator says of one keyword that failed. */
export interface ValidationError {
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** Turns a validator's errors into issues: one per place and keyword, alternatives of a union told as one. */
export function issuesOfErrors(
  contract: string,
  errors: readonly ValidationError[],
  schema: JsonSchema,
  value: unknown,
): Issue[] {
  const unions = errors.filter((error) => error.keyword === 'anyOf');
  const told = errors.filter((error) => !unions.some((union) => union !== error && isWithin(error, union)));
  const seen = new Set<string>();
  const issues: Issue[] = [];
  for (const error of told) {
    const issue = issueOf(error, { contract, errors, schema, value });
    const key = `${error.instancePath} ${issue.rule}`;
    if (seen.has(key)) continue;
    seen.add(key);
    issues.push(issue);
  }
  return issues;
}

/** An error inside an alternative of the union stands at or below the place of the union. */
function isWithin(error: ValidationError, union: ValidationError): boolean {
  return (
    error.schemaPath.startsWith(`${union.schemaPath}/`) ||
    (error.instancePath.startsWith(union.instancePath) &&
      error.keyword !== 'anyOf' &&
      !isBeside(error, union))
  );
}

/** An error of the same object that the union does not govern: its schema path leads elsewhere. */
function isBeside(error: ValidationError, union: ValidationError): boolean {
  const parent = union.schemaPath.slice(0, union.schemaPath.lastIndexOf('/'));
  return !error.schemaPath.startsWith(parent) && !error.schemaPath.startsWith('#/$defs/');
}

/** What was checked, and all that is wrong with it. */
interface Checked {
  readonly contract: string;
  readonly errors: readonly ValidationError[];
  readonly schema: JsonSchema;
  readonly value: unknown;
}

function issueOf(error: ValidationError, { contract, errors, schema, value }: Checked): Issue {
  const missing = error.keyword === 'required' ? String(error.params.missingProperty) : undefined;
  const at = pointerKeys(error.instancePath);
  const place = missing === undefined ? resolvePath(at, value) : [...resolvePath(at, value), missing];
  const field = String(place.findLast((key) => typeof key === 'string') ?? 'event');
  return {
    path: place,
    rule: `${contract}/${field}-${error.keyword}`,
    severity: 'error',
    expected: expectation(error, errors),
    received: missing === undefined ? describeValue(valueAt(value, place)) : 'nothing',
    source: sourceOf(schema, error.schemaPath, missing),
  };
}

function expectation(error: ValidationError, all: readonly ValidationError[]): string {
  const { keyword, params } = error;
  switch (keyword) {
    case 'type':
      return typeNames(params.type);
    case 'required':
      return 'a value';
    case 'enum':
      return `one of ${(params.allowedValues as unknown[]).map((allowed) => JSON.stringify(allowed)).join(', ')}`;
    case 'const':
      return JSON.stringify(params.allowedValue);
    case 'pattern':
      return `text that matches /${params.pattern}/`;
    case 'minimum':
      return `at least ${params.limit}`;
    case 'maximum':
      return `at most ${params.limit}`;
    case 'minLength':
      return `at least ${params.limit} characters`;
    case 'maxLength':
      return `at most ${params.limit} characters`;
    case 'minItems':
      return `at least ${params.limit} items`;
    case 'maxItems':
      return `at most ${params.limit} items`;
    case 'anyOf': {
      const alternatives = all
        .filter(
          (other) =>
            other !== error && other.instancePath === error.instancePath && other.keyword !== 'anyOf',
        )
        .map((other) => expectation(other, []));
      return alternatives.length === 0
        ? 'one of the documented forms'
        : [...new Set(alternatives)].join(', or ');
    }
    default:
      return `a value that fulfils "${keyword}"`;
  }
}

function typeNames(types: unknown): string {
  const names = Array.isArray(types) ? types : String(types).split(',');
  return names
    .map((name) => (/^[aeio]/.test(name) ? `an ${name}` : name === 'null' ? 'null' : `a ${name}`))
    .join(' or ');
}

/** The nearest `x-source` on the way from the failed keyword up to the root of the schema. */
function sourceOf(schema: JsonSchema, schemaPath: string, missing: string | undefined): string {
  let node: unknown = schema;
  let source = 'the contract';
  const keys = pointerKeys(schemaPath.slice(1));
  if (missing !== undefined) keys.splice(-1, 1, 'properties', missing);
  for (const key of keys) {
    if (isObject(node) && typeof node['x-source'] === 'string') source = node['x-source'];
    if (typeof node !== 'object' || node === null) break;
    node = (node as Record<string, unknown>)[key];
  }
  return isObject(node) && typeof node['x-source'] === 'string' ? node['x-source'] : source;
}

function pointerKeys(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((key) => decodeURIComponent(key).replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** Array indexes become numbers where the value really has an array. */
function resolvePath(keys: readonly string[], value: unknown): IssuePath {
  const path: (string | number)[] = [];
  let node = value;
  for (const key of keys) {
    path.push(Array.isArray(node) ? Number(key) : key);
    node = typeof node === 'object' && node !== null ? (node as Record<string, unknown>)[key] : undefined;
  }
  return path;
}
