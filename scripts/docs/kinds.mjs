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

const same = (english) => english;

const english = {
  other: ({ name }) => `[简体中文](${name}.zh-CN.md)`,
  say: same,
  source: same,
  page: "The vendor's page",
  invocation: 'Invocation',
  invocations: { sync: 'sync', async: 'async' },
  limit: (bytes) => `the event's JSON is at most ${bytes} bytes`,
  retries: 'When the function fails',
  payload: "The user's own data",
  none: 'none',
  type: 'Type',
  schema: 'Schema',
  colon: ': ',
  space: ' ',
  example: 'Example',
  opened: 'Opened',
  isEncoded: (path, encoding) => `${path} is ${encoding}:`,
  bytes: (count) => `${count} bytes`,
  options: 'Options',
  optionsHead: ['option', 'value', 'what it does'],
  fields: 'Fields',
  fieldsHead: ['field', 'type', 'present', 'what it is', 'source'],
  presence: { always: 'always', sometimes: 'sometimes' },
  edges: 'Edge cases',
  edgesHead: ['name', 'why it breaks handlers', 'source'],
  rules: 'Rules',
  rulesHead: ['rule', 'severity', 'what holds', 'source'],
  severities: { error: 'error', warning: 'warning' },
};

const simplifiedChinese = {
  other: ({ name }) => `[English](${name}.md)`,
  page: '官方文档',
  invocation: '调用方式',
  invocations: { sync: '同步调用', async: '异步调用' },
  limit: (bytes) => `事件的 JSON 最大为 ${bytes} 字节`,
  retries: '函数失败时',
  payload: '用户数据所在',
  none: '无',
  type: '类型',
  schema: 'JSON Schema',
  colon: '；',
  space: '',
  example: '示例',
  opened: '解码内容',
  isEncoded: (path, encoding) => `${path} 的编码为 ${encoding}：`,
  bytes: (count) => `${count} 字节`,
  options: '选项',
  optionsHead: ['选项', '值', '作用'],
  fields: '字段',
  fieldsHead: ['字段', '类型', '是否必有', '含义', '来源'],
  presence: { always: '必有', sometimes: '可能没有' },
  edges: '边界用例',
  edgesHead: ['名称', '为何会使处理函数出错', '来源'],
  rules: '规则',
  rulesHead: ['规则', '级别', '须满足的关系', '来源'],
  severities: { error: '错误', warning: '警告' },
};

/** No blank parts an address from the Chinese around it. */
function linked({ say, source }) {
  return { say, source: (text) => source(text).replaceAll(/https?:[\w/.#?=&%~+-]+/g, '<$&>') };
}

/** The page of one kind; in Chinese when `chinese`, how one speaks of the kind, is given. */
export function kindPage(library, trigger, chinese) {
  const { largestEventBytes, pathText } = library;
  const words = chinese === undefined ? english : { ...simplifiedChinese, ...linked(chinese) };
  const { say, source } = words;
  const schema = trigger.contract.schema();
  const event = shortest(library, trigger);
  const seen = new Set();
  const fields = fieldsOf(library, schema).filter(([path]) => !seen.has(path) && seen.add(path));
  const parts = trigger
    .decode(event)
    .map(
      (part) =>
        `${words.isEncoded(`\`${pathText(part.path)}\``, part.encoding)}\n\n${json(part.value instanceof Uint8Array ? words.bytes(part.value.length) : part.value)}`,
    );
  const options = Object.entries(trigger.options).map(([name, { value, about }]) => [
    `\`${name}\``,
    value,
    say(about),
  ]);
  const largest = largestEventBytes[trigger.invocation].toLocaleString('en');
  return paged([
    madeBy('the registry'),
    `# ${trigger.name}`,
    words.other(trigger),
    `${say(trigger.summary)}${words.space}[${words.page}](${trigger.documentation})`,
    table(
      ['', ''],
      [
        [words.invocation, `${words.invocations[trigger.invocation]}${words.colon}${words.limit(largest)}`],
        [words.retries, say(trigger.retries)],
        [words.payload, trigger.payloadAt === undefined ? words.none : `\`${say(trigger.payloadAt)}\``],
        [words.type, `\`${schema.title}\``],
        [words.schema, `\`scf-fixtures/schemas/${trigger.name}.schema.json\``],
      ],
    ),
    `## ${words.example}\n\n\`scf-fixtures gen ${trigger.name}\`\n\n${json(event)}`,
    ...(parts.length === 0 ? [] : [`### ${words.opened}\n\n${parts.join('\n\n')}`]),
    ...(options.length === 0 ? [] : [`## ${words.options}\n\n${table(words.optionsHead, options)}`]),
    ...(fields.length === 0
      ? []
      : [
          `## ${words.fields}\n\n${table(
            words.fieldsHead,
            fields.map(([path, type, presence, description, from]) => [
              path,
              type,
              words.presence[presence],
              say(description),
              source(from),
            ]),
          )}`,
        ]),
    `## ${words.edges}\n\n${table(
      words.edgesHead,
      trigger.edgeCases.map((edge) => [`\`${edge.name}\``, say(edge.because), source(edge.source)]),
    )}`,
    `## ${words.rules}\n\n${table(
      words.rulesHead,
      trigger.rules.map((rule) => [
        `\`${rule.name}\``,
        words.severities[rule.severity],
        say(rule.holds),
        source(rule.source),
      ]),
    )}`,
  ]);
}

/** The table of kinds, for the READMEs; in Chinese when `chineseOf`, how one speaks of each kind, is given. */
export function kindsTable({ triggers }, chineseOf) {
  const rows = triggers.map(({ name, summary, payloadAt, edgeCases }) => {
    const say = chineseOf?.get(name).say ?? same;
    return [
      `[\`${name}\`](docs/kinds/${name}${chineseOf === undefined ? '' : '.zh-CN'}.md)`,
      say(summary),
      payloadAt === undefined ? '' : `\`${say(payloadAt)}\``,
      edgeCases.length,
    ];
  });
  const head =
    chineseOf === undefined
      ? ['kind', 'when it is sent', 'your data is in', 'edge cases']
      : ['类型', '何时发送', '用户数据所在', '边界用例'];
  return table(head, rows);
}
