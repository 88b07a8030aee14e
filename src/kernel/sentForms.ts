import { describeValue } from './describeValue.js';
import type { Issue, IssuePath } from './issue.js';
import { isObject, type JsonSchema } from './json.js';
import { resolvedSchema } from './schemaReference.js';

/** The form (`x-sent`) in which a text is sent, where a contract accepts more, such as what documents mask. */
interface SentForm {
  /** Names from the root; {@link elements} for those of an array. */
  readonly names: readonly string[];
  readonly form: RegExp;
  readonly source: string;
}

const elements = '[]';
const known = new WeakMap<JsonSchema, readonly SentForm[]>();

/** Issues for the texts of a value that have another form than those that are sent. */
export function sentFormIssues(kind: string, schema: JsonSchema, value: unknown): Issue[] {
  const issues: Issue[] = [];
  for (const { names, form, source } of formsOf(schema)) {
    for (const { part, path } of placesAt(value, names, [])) {
      if (typeof part !== 'string' || form.test(part)) continue;
      issues.push({
        path,
        rule: `${kind}/sent-form`,
        severity: 'error',
        expected: `the form that is sent, /${form.source}/`,
        received: describeValue(part),
        source,
      });
    }
  }
  return issues;
}

function formsOf(schema: JsonSchema): readonly SentForm[] {
  const cached = known.get(schema);
  if (cached !== undefined) return cached;
  const forms: SentForm[] = [];
  visit(schema, [], 'the contract');
  known.set(schema, forms);
  return forms;

  function visit(node: unknown, names: readonly string[], above: string): void {
    const target = resolvedSchema(schema, node);
    if (!isObject(target)) return;
    const own = [node, target].map((part) => (isObject(part) ? part['x-source'] : undefined));
    const source = own.find((text) => typeof text === 'string') ?? above;
    const form = target['x-sent'];
    if (typeof form === 'string') forms.push({ names, form: new RegExp(form, 'u'), source: String(source) });
    if (isObject(target.properties))
      for (const [name, child] of Object.entries(target.properties))
        visit(child, [...names, name], String(source));
    visit(target.items, [...names, elements], String(source));
    for (const alternative of [target.anyOf, target.allOf].flat()) visit(alternative, names, String(source));
  }
}

interface Place {
  readonly part: unknown;
  readonly path: IssuePath;
}

function placesAt(value: unknown, [name, ...rest]: readonly string[], path: IssuePath): Place[] {
  if (name === undefined) return [{ part: value, path }];
  if (name === elements)
    return Array.isArray(value) ? value.flatMap((item, index) => placesAt(item, rest, [...path, index])) : [];
  return isObject(value) && Object.hasOwn(value, name) ? placesAt(value[name], rest, [...path, name]) : [];
}
