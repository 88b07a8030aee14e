import { json, madeBy, paged, table } from './markdown.mjs';

/** The shortest of the first events, so that a page shows one whole. */
function shortest({ jsonBytes, sample, samples }, trigger) {
  const events = [...samples(trigger, { count: 100 })];
  return events.reduce((best, event) => (jsonBytes(event) < jsonBytes(best) ? event : best), sample(trigger));
}

function typeOf(node, schema) {
  if (node === true || node === undefined) return 'any';
  if (node.$ref !== undefined) return node.$ref.split('/').at(-1);
  if (node.const !== undefined) return JSON.stringify(node.const);
  if (node.enum !== undefined) return node.enum.map((value) => JSON.stringify(value)).join(', ');
  const alternatives = node.anyOf ?? node.allOf;
  if (alternatives !== undefined)
    return alternatives.map((alternative) => typeOf(alternative, schema)).join(' or ');
  if (node.type === 'array') return `array of ${typeOf(node.items, schema)}`;
  return node.type === undefined ? 'any' : [node.type].flat().join(' or ');
}

/** Every property of a schema with its path, each reference followed once on a way. */
function fieldsOf({ referredSchema }, schema) {
  const rows = [];
  visit(schema, '', []);
  return rows;

  function visit(node, path, trail) {
    if (typeof node !== 'object' || node === null) return;
    if (node.$ref !== undefined) {
      if (!trail.includes(node.$ref)) visit(referredSchema(schema, node), path, [...trail, node.$ref]);
      return;
    }
    for (const [name, property] of Object.entries(node.properties ?? {})) {
      const at = path === '' ? name : `${path}.${name}`;
      const presence = (node.required ?? []).includes(name) ? 'always' : 'sometimes';
      const { description = '', 'x-source': source = '' } = property;
      rows.push([`\`${at}\``, typeOf(property, schema), presence, description, source]);
      visit(property, at, trail);
    }
    if (node.items !== undefined) visit(node.items, `${path}[]`, trail);
    for (const alternative of [...(node.anyOf ?? []), ...(node.allOf ?? [])]) visit(alternative, path, trail);
  }
}

/** The page of one kind. */
export function kindPage(library, trigger) {
  const { largestEventBytes, pathText } = library;
  const schema = trigger.contract.schema();
  const event = shortest(library, trigger);
  const seen = new Set();
  const fields = fieldsOf(library, schema).filter(([path]) => !seen.has(path) && seen.add(path));
  const parts = trigger
    .decode(event)
    .map(
      (part) =>
        `\`${pathText(part.path)}\` is ${part.encoding}:\n\n${json(part.value instanceof Uint8Array ? `${part.value.length} bytes` : part.value)}`,
    );
  const options = Object.entries(trigger.options).map(([name, { value, about }]) => [
    `\`${name}\``,
    value,
    about,
  ]);
  return paged([
    madeBy('the registry'),
    `# ${trigger.name}`,
    `${trigger.summary} [The vendor's page](${trigger.documentation})`,
    table(
      ['', ''],
      [
        [
          'Invocation',
          `${trigger.invocation}: the event's JSON is at most ${largestEventBytes[trigger.invocation].toLocaleString('en')} bytes`,
        ],
        ['When the function fails', trigger.retries],
        ["The user's own data", trigger.payloadAt === undefined ? 'none' : `\`${trigger.payloadAt}\``],
        ['Type', `\`${schema.title}\``],
        ['Schema', `\`scf-fixtures/schemas/${trigger.name}.schema.json\``],
      ],
    ),
    `## Example\n\n\`scf-fixtures gen ${trigger.name}\`\n\n${json(event)}`,
    ...(parts.length === 0 ? [] : [`### Opened\n\n${parts.join('\n\n')}`]),
    ...(options.length === 0 ? [] : [`## Options\n\n${table(['option', 'value', 'what it does'], options)}`]),
    ...(fields.length === 0
      ? []
      : [`## Fields\n\n${table(['field', 'type', 'present', 'what it is', 'source'], fields)}`]),
    `## Edge cases\n\n${table(
      ['name', 'why it breaks handlers', 'source'],
      trigger.edgeCases.map((edge) => [`\`${edge.name}\``, edge.because, edge.source]),
    )}`,
    `## Rules\n\n${table(
      ['rule', 'severity', 'what holds', 'source'],
      trigger.rules.map((rule) => [`\`${rule.name}\``, rule.severity, rule.holds, rule.source]),
    )}`,
  ]);
}

/** The table of kinds, for the READMEs. */
export function kindsTable({ triggers }, chinese) {
  const rows = triggers.map((trigger) => [
    `[\`${trigger.name}\`](docs/kinds/${trigger.name}.md)`,
    trigger.summary,
    trigger.payloadAt === undefined ? '' : `\`${trigger.payloadAt}\``,
    trigger.edgeCases.length,
  ]);
  const head = chinese
    ? ['类型', '何时发送', '用户数据所在', '边界用例']
    : ['kind', 'when it is sent', 'your data is in', 'edge cases'];
  return table(head, rows);
}
