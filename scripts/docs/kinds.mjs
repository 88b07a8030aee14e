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

/** The words of a kind's page that do not come from its contract. */
const words = {
  en: {
    page: "The vendor's page",
    invocation: 'Invocation',
    atMost: (invocation, bytes) => `${invocation}: the event's JSON is at most ${bytes} bytes`,
    fails: 'When the function fails',
    own: "The user's own data",
    none: 'none',
    type: 'Type',
    schema: 'Schema',
    example: 'Example',
    opened: 'Opened',
    is: (path, encoding) => `\`${path}\` is ${encoding}:`,
    options: 'Options',
    optionHead: ['option', 'value', 'what it does'],
    fields: 'Fields',
    fieldHead: ['field', 'type', 'present', 'what it is', 'source'],
    edges: 'Edge cases',
    edgeHead: ['name', 'why it breaks handlers', 'source'],
    rules: 'Rules',
    ruleHead: ['rule', 'severity', 'what holds', 'source'],
  },
  zh: {
    page: '厂商文档',
    invocation: '调用方式',
    atMost: (invocation, bytes) =>
      `${invocation === 'sync' ? '同步' : '异步'}：事件的 JSON 不超过 ${bytes} 字节`,
    fails: '函数失败时',
    own: '用户自己的数据',
    none: '无',
    type: '类型',
    schema: 'Schema',
    example: '示例',
    opened: '展开编码的部分',
    is: (path, encoding) => `\`${path}\`（${encoding}）：`,
    options: '选项',
    optionHead: ['选项', '值', '作用'],
    fields: '字段',
    fieldHead: ['字段', '类型', '是否出现', '含义', '来源'],
    edges: '边界用例',
    edgeHead: ['名称', '为什么会使函数出错', '来源'],
    rules: '规则',
    ruleHead: ['规则', '级别', '内容', '来源'],
  },
};

/** The page of one kind, with its own words in a language: `en` or `zh`. */
export function kindPage(library, trigger, language = 'en', summary = trigger.summary) {
  const { largestEventBytes, pathText } = library;
  const said = words[language];
  const schema = trigger.contract.schema();
  const event = shortest(library, trigger);
  const seen = new Set();
  const fields = fieldsOf(library, schema).filter(([path]) => !seen.has(path) && seen.add(path));
  const parts = trigger
    .decode(event)
    .map(
      (part) =>
        `${said.is(pathText(part.path), part.encoding)}\n\n${json(part.value instanceof Uint8Array ? `${part.value.length} bytes` : part.value)}`,
    );
  const options = Object.entries(trigger.options).map(([name, { value, about }]) => [
    `\`${name}\``,
    value,
    about,
  ]);
  const bytes = largestEventBytes[trigger.invocation].toLocaleString('en');
  return paged([
    madeBy('the registry'),
    `# ${trigger.name}`,
    `${summary} [${said.page}](${trigger.documentation})`,
    table(
      ['', ''],
      [
        [said.invocation, said.atMost(trigger.invocation, bytes)],
        [said.fails, trigger.retries],
        [said.own, trigger.payloadAt === undefined ? said.none : `\`${trigger.payloadAt}\``],
        [said.type, `\`${schema.title}\``],
        [said.schema, `\`scf-fixtures/schemas/${trigger.name}.schema.json\``],
      ],
    ),
    `## ${said.example}\n\n\`scf-fixtures gen ${trigger.name}\`\n\n${json(event)}`,
    ...(parts.length === 0 ? [] : [`### ${said.opened}\n\n${parts.join('\n\n')}`]),
    ...(options.length === 0 ? [] : [`## ${said.options}\n\n${table(said.optionHead, options)}`]),
    ...(fields.length === 0 ? [] : [`## ${said.fields}\n\n${table(said.fieldHead, fields)}`]),
    `## ${said.edges}\n\n${table(
      said.edgeHead,
      trigger.edgeCases.map((edge) => [`\`${edge.name}\``, edge.because, edge.source]),
    )}`,
    `## ${said.rules}\n\n${table(
      said.ruleHead,
      trigger.rules.map((rule) => [`\`${rule.name}\``, rule.severity, rule.holds, rule.source]),
    )}`,
  ]);
}

/**
 * The table of kinds, for the READMEs.
 *
 * @param inChinese what is said of each kind in Chinese, by its name; in English when left out
 */
export function kindsTable({ triggers }, inChinese) {
  const rows = triggers.map((trigger) => {
    const { sentZh, dataZh } = inChinese?.[trigger.name] ?? {};
    const data = trigger.payloadAt === undefined ? '' : `\`${trigger.payloadAt}\``;
    return [
      `[\`${trigger.name}\`](docs/kinds/${trigger.name}.md)`,
      sentZh ?? trigger.summary,
      dataZh ?? data,
      trigger.edgeCases.length,
    ];
  });
  const head =
    inChinese === undefined
      ? ['kind', 'when it is sent', 'your data is in', 'edge cases']
      : ['类型', '何时发送', '用户数据所在', '边界用例'];
  return table(head, rows);
}
