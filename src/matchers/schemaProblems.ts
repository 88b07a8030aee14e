import { createRequire } from 'node:module';
import type { StandardSchemaV1 } from '@standard-schema/spec';
import type { Ajv } from 'ajv';
import type { Contract } from '../kernel/contract.js';
import { describeValue } from '../kernel/describeValue.js';
import type { IssuePath } from '../kernel/issue.js';
import { isObject, type JsonSchema } from '../kernel/json.js';
import { Misuse } from '../kernel/misuse.js';
import { valueAt } from '../kernel/valueAt.js';
import { issuesOfErrors } from './ajvIssues.js';
import type { Problem } from './finding.js';

/** A schema to compare with: a Standard Schema object (zod, valibot, arktype, …) or a JSON Schema. */
export type Schema = StandardSchemaV1 | JsonSchema;

/** True for an object with the Standard Schema interface. */
export function isStandardSchema(value: unknown): value is StandardSchemaV1 {
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return false;
  const standard: unknown = Reflect.get(value, '~standard');
  return isObject(standard) && typeof standard.validate === 'function';
}

/** Where a value breaks a schema, every place below `path`. */
export function schemaProblems(
  value: unknown,
  schema: Schema,
  matcher: string,
  path: IssuePath = [],
): Problem[] {
  return rootProblems(value, schema, matcher).map((problem) => ({
    ...problem,
    path: [...path, ...problem.path],
  }));
}

/** The contract of a trigger knows rules and sources, which its Standard Schema side does not tell. */
function rootProblems(value: unknown, schema: Schema, matcher: string): Problem[] {
  if (isContract(schema)) return schema.issuesOf(value);
  return isStandardSchema(schema)
    ? standardProblems(value, schema, matcher)
    : jsonSchemaProblems(value, schema, matcher);
}

function isContract(schema: object): schema is Contract<unknown> {
  return 'issuesOf' in schema && typeof schema.issuesOf === 'function';
}

function standardProblems(value: unknown, schema: StandardSchemaV1, matcher: string): Problem[] {
  const result = schema['~standard'].validate(value);
  if (result instanceof Promise) {
    throw new Misuse(
      'ASYNC_SCHEMA',
      `Cannot use ${matcher}: the schema of ${schema['~standard'].vendor} validates asynchronously. Await it yourself: \`expect(await schema['~standard'].validate(value)).not.toHaveProperty('issues')\`.`,
    );
  }
  return (result.issues ?? []).map(({ message, path: segments = [] }) => {
    const path = segments.map(keyOf);
    return {
      path,
      expected: `what ${schema['~standard'].vendor} accepts`,
      received: describeValue(valueAt(value, path)),
      hint: message,
    };
  });
}

type Segment = PropertyKey | StandardSchemaV1.PathSegment;

function keyOf(segment: Segment): string | number {
  const key = typeof segment === 'object' ? segment.key : segment;
  return typeof key === 'symbol' ? String(key) : key;
}

function jsonSchemaProblems(value: unknown, schema: JsonSchema, matcher: string): Problem[] {
  const ajv = createAjv(schema);
  try {
    const validate = ajv.compile(schema);
    if (validate(value)) return [];
    return issuesOfErrors('schema', validate.errors ?? [], schema, value).map(
      ({ source: _, ...problem }) => problem,
    );
  } catch (error) {
    throw new Misuse(
      'INVALID_SCHEMA',
      `Cannot use ${matcher}: the JSON Schema does not compile: ${error instanceof Error ? error.message : error}. Mend the schema.`,
      { cause: error },
    );
  }
}

/** Loads ajv when a schema is first used, since it takes longer to load than all matchers together. */
function createAjv(schema: JsonSchema): Ajv {
  const is2020 = typeof schema.$schema === 'string' && schema.$schema.includes('2020-12');
  // The build makes a plain require of this, which bundlers and Jest follow.
  const loaded: unknown = is2020
    ? createRequire(import.meta.url)('ajv/dist/2020.js')
    : createRequire(import.meta.url)('ajv');
  const { default: AjvClass } = loaded as { default: typeof Ajv };
  return new AjvClass({ allErrors: true, strict: false, validateFormats: false, verbose: false });
}
