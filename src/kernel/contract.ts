import type { StandardSchemaV1 } from '@standard-schema/spec';
import { describeIssue, type Issue } from './issue.js';
import type { JsonSchema } from './json.js';
import { schemaIssues } from './schemaIssues.js';
import type { Validate } from './validate.js';

/** What is fixed about the shape of a value: a JSON Schema, a fast check of it, and a Standard Schema. */
export interface Contract<Value> extends StandardSchemaV1<unknown, Value> {
  /** First half of the rule names: `timer`. */
  readonly name: string;
  /** The JSON Schema itself, with a description on every property; made when it is first asked for. */
  schema(): JsonSchema;
  /** The ways in which a value breaks the contract; empty when it is a `Value`. */
  issuesOf(value: unknown): Issue[];
  /** True when the value fulfils the contract. */
  accepts(value: unknown): value is Value;
}

/** Makes a contract of a JSON Schema and a check that agrees with it, such as `src/generated` has. */
export function contractOf<Value>(parts: {
  name: string;
  validate: Validate;
  schema: () => JsonSchema;
}): Contract<Value> {
  const { name, validate } = parts;
  let made: JsonSchema | undefined;
  const schema = (): JsonSchema => {
    made ??= parts.schema();
    return made;
  };
  const accepts = (value: unknown): value is Value => validate(value);
  const issuesOf = (value: unknown): Issue[] => (validate(value) ? [] : schemaIssues(name, schema(), value));
  return {
    name,
    schema,
    accepts,
    issuesOf,
    '~standard': {
      version: 1,
      vendor: 'scf-fixtures',
      validate: (value) => {
        if (accepts(value)) return { value };
        return {
          issues: issuesOf(value).map((issue) => ({ message: describeIssue(issue), path: [...issue.path] })),
        };
      },
    },
  };
}
