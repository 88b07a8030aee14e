import type { IssuePath } from './issue.js';
import { isObject, type JsonSchema } from './json.js';
import { referredSchema } from './schemaReference.js';
import { schemasAt } from './unknownFields.js';

/** What a contract says about a field. */
export interface FieldDescription {
  readonly description: string;
  readonly type: string;
  /** Whether every event has it where the object that holds it stands; undefined for elements of an array. */
  readonly always?: boolean;
  readonly source: string;
}

type Node = Readonly<Record<string, unknown>>;

/**
 * What the contract says about the field at a path; undefined when it does not know the field.
 *
 * @param holder the object or array that the field stands in; of several forms of it the ones it has are meant.
 * @example
 * fieldAt(timer.contract.schema(), ['Message'], sample(timer))?.type; // 'string'
 */
export function fieldAt(schema: JsonSchema, path: IssuePath, holder: unknown): FieldDescription | undefined {
  const name = path.at(-1);
  const forms = schemasAt(schema, path.slice(0, -1));
  const fitting = forms.filter((form) => fits(form, holder));
  for (const candidates of [fitting, forms]) {
    const known = candidates.map((form) => memberOf(form, name)).filter((node) => node !== undefined);
    if (known.length === 0) continue;
    const named = candidates.filter(
      ({ properties }) => isObject(properties) && Object.hasOwn(properties, String(name)),
    );
    const texts = (keyword: string) => known.map((node) => textOf(schema, node, keyword)).find(Boolean) ?? '';
    return {
      description: texts('description'),
      type: [...new Set(known.map((node) => typeOf(schema, node)))].join(' or '),
      ...(named.length === 0
        ? {}
        : { always: named.every(({ required }) => Array.isArray(required) && required.includes(name)) }),
      source: texts('x-source'),
    };
  }
  return undefined;
}

/** A form fits an object that has what the form requires, with the constants that it fixes. */
function fits(form: Node, holder: unknown): boolean {
  if (!isObject(holder)) return true;
  const required = Array.isArray(form.required) ? form.required : [];
  const properties = isObject(form.properties) ? form.properties : {};
  return (
    required.every((name) => Object.hasOwn(holder, name)) &&
    Object.entries(properties).every(
      ([name, node]) => !isObject(node) || node.const === undefined || holder[name] === node.const,
    )
  );
}

/** What a form says about one of its members; a form that names none holds anything. */
function memberOf(form: Node, name: string | number | undefined): Node | undefined {
  const { type, properties, items, additionalProperties } = form;
  const isElement = typeof name === 'number';
  if (type !== undefined && ![type].flat().includes(isElement ? 'array' : 'object')) return undefined;
  const own =
    isObject(properties) && Object.hasOwn(properties, String(name)) ? properties[String(name)] : undefined;
  const member = own ?? (isElement ? items : additionalProperties);
  if (isObject(member)) return member;
  return properties === undefined && additionalProperties !== false ? {} : undefined;
}

/** The keyword of a node itself, or of what it refers to. */
function textOf(schema: JsonSchema, node: Node, keyword: string): string {
  const own = node[keyword];
  if (typeof own === 'string') return own;
  const target = referredSchema(schema, node);
  return isObject(target) ? textOf(schema, target, keyword) : '';
}

const maxValues = 6;

function typeOf(schema: JsonSchema, node: unknown): string {
  if (!isObject(node)) return 'any';
  const target = referredSchema(schema, node);
  if (isObject(target)) return typeOf(schema, target);
  if (node.const !== undefined) return JSON.stringify(node.const);
  if (Array.isArray(node.enum)) {
    const values = node.enum.slice(0, maxValues).map((value) => JSON.stringify(value));
    return `${values.join(', ')}${node.enum.length > maxValues ? ', …' : ''}`;
  }
  const forms = [node.anyOf, node.allOf].flatMap((list) => (Array.isArray(list) ? list : []));
  if (forms.length > 0) return [...new Set(forms.map((form) => typeOf(schema, form)))].join(' or ');
  if (node.type === 'array') return `array of ${typeOf(schema, node.items)}`;
  return node.type === undefined ? 'any' : [node.type].flat().join(' or ');
}
