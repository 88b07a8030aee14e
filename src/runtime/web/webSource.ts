import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isObject, parsedJson } from '../../kernel/json.js';
import { codeIn } from '../codeIn.js';

/** Descriptions of an API that lie beside its code. */
const descriptions = ['openapi.json', 'swagger.json', 'docs/openapi.json', 'public/openapi.json'];

/** The code of a web function as one text, and what a description of its API says, as code would. */
export function webSource(root: string): string {
  return [codeIn(root), ...descriptions.map((name) => described(join(root, name)))].join('\n');
}

/** The operations of an OpenAPI document, one a line: `app.get('/pets/{id}', ({ query: { limit }, body: { name } }) => …)`. */
function described(path: string): string {
  const document = readIfThere(path);
  const paths = isObject(document) ? document.paths : undefined;
  if (!isObject(document) || !isObject(paths)) return '';
  return Object.entries(paths)
    .flatMap(([template, operations]) =>
      Object.entries(isObject(operations) ? operations : {}).map(([method, operation]) =>
        operationLine(document, { method, template, operation }),
      ),
    )
    .join('\n');
}

function operationLine(
  document: Readonly<Record<string, unknown>>,
  {
    method,
    template,
    operation,
  }: { readonly method: string; readonly template: string; readonly operation: unknown },
): string {
  if (!isObject(operation)) return '';
  const parameters = Array.isArray(operation.parameters) ? operation.parameters : [];
  const names = (place: string) =>
    parameters.flatMap((one) => (isObject(one) && one.in === place ? [String(one.name)] : []));
  const body = isObject(operation.requestBody) ? JSON.stringify(operation.requestBody) : '';
  const reads = [
    ...names('query').map((name) => `query['${name}']`),
    ...names('header').map((name) => `headers['${name}']`),
    ...names('cookie').map((name) => `cookies['${name}']`),
    ...fieldsIn(document, body).map((name) => `body['${name}']`),
  ];
  return `app.${method}('${template}');${reads.join(';')}`;
}

/** The names of the fields that a body has, also where its schema stands elsewhere in the document. */
function fieldsIn(document: Readonly<Record<string, unknown>>, text: string): string[] {
  const [, referred] = /"\$ref":"#\/components\/schemas\/([\w.-]+)"/.exec(text) ?? [];
  const { components } = document;
  const schemas = isObject(components) && isObject(components.schemas) ? components.schemas : {};
  const body: unknown = parsedJson(text);
  const content = isObject(body) && isObject(body.content) ? Object.values(body.content) : [];
  const own = content.map((one) => (isObject(one) ? one.schema : undefined));
  return [...own, referred === undefined ? undefined : schemas[referred]].flatMap((schema) =>
    isObject(schema) && isObject(schema.properties) ? Object.keys(schema.properties) : [],
  );
}

function readIfThere(path: string): unknown {
  try {
    return parsedJson(readFileSync(path, 'utf8'));
  } catch {
    // Most functions have none.
    return undefined;
  }
}
