import type { Guide } from './guide.js';

/** What may be otherwise around a function, and in the form of its events. */
export const surroundings: Readonly<Record<string, Guide>> = {
  'time-zone': {
    tried: { kind: 'timer' },
    bad: `exports.main_handler = async (event) => {
  const at = new Date(event.Time);
  const day = \`\${at.getFullYear()}-\${at.getMonth() + 1}-\${at.getDate()}\`;
  await fetch(\`https://reports.example.com/\${day}\`, { method: 'PUT', body: 'due' });
};
`,
    good: `exports.main_handler = async (event) => {
  const day = new Date(event.Time).toISOString().slice(0, 10);
  await fetch(\`https://reports.example.com/\${day}\`, { method: 'PUT', body: 'due' });
};
`,
    mend: 'Compute days and hours in a zone that you name: getUTCDate(), toISOString(), or Intl.DateTimeFormat with timeZone: "Asia/Shanghai". SCF runs in UTC, your machine perhaps not.',
    zh: {
      law: '进程的时区不影响任何结果。',
      mend: '在指定的时区中计算日期和小时：getUTCDate()、toISOString()，或带 timeZone: "Asia/Shanghai" 的 Intl.DateTimeFormat。SCF 运行在 UTC，你的机器未必。',
    },
  },
  locale: {
    tried: { kind: 'invoke', options: { runs: 60 } },
    bad: `exports.main_handler = async (event) => {
  const names = Array.isArray(event?.names) ? event.names.map(String) : [];
  names.sort((a, b) => a.localeCompare(b));
  await fetch('https://lists.example.com/names', { method: 'PUT', body: JSON.stringify(names) });
};
`,
    good: `exports.main_handler = async (event) => {
  const names = Array.isArray(event?.names) ? event.names.map(String) : [];
  names.sort((a, b) => a.localeCompare(b, 'en'));
  await fetch('https://lists.example.com/names', { method: 'PUT', body: JSON.stringify(names) });
};
`,
    mend: 'Name the locale wherever one is taken: localeCompare(b, "en"), toLocaleString("zh-CN"), new Intl.NumberFormat("en").',
    zh: {
      law: '进程的区域设置不影响任何结果。',
      mend: '凡使用区域设置之处都明确指定：localeCompare(b, "en")、toLocaleString("zh-CN")、new Intl.NumberFormat("en")。',
    },
  },
  'process-seed': {
    tried: { kind: 'ckafka', file: 'index.py', options: { runs: 20 } },
    bad: `def main_handler(event, context):
    topics = {record["Ckafka"]["topic"] for record in event["Records"]}
    return ",".join(topics)
`,
    good: `def main_handler(event, context):
    topics = {record["Ckafka"]["topic"] for record in event["Records"]}
    return ",".join(sorted(topics))
`,
    mend: 'Sort sets before their order shows (sorted), and take hashlib in place of hash(): each process draws a seed of its own.',
    zh: {
      law: '进程启动时抽取的随机量（如集合的顺序、hash()）不影响任何结果。',
      mend: '集合输出前先排序（sorted），用 hashlib 代替 hash()：每个进程的种子都不同。',
    },
  },
  'other-deployment': {
    tried: { kind: 'apigw', options: { deployment: { pathPrefix: '/demo' }, runs: 30 } },
    bad: `exports.main_handler = async (event) => {
  const isHome = event.path === '/' || event.path === '/users';
  return { isBase64Encoded: false, statusCode: isHome ? 200 : 404, headers: {}, body: isHome ? 'hello' : 'no such page' };
};
`,
    good: `exports.main_handler = async (event) => {
  const path = event.path.slice('/demo'.length) || '/';
  const isHome = path === '/' || path === '/users';
  return { isBase64Encoded: false, statusCode: isHome ? 200 : 404, headers: {}, body: isHome ? 'hello' : 'no such page' };
};
`,
    mend: 'Let the path prefix and the coding of the body come from the configuration of the deployment, or read both forms: the path behind the prefix, the body by isBase64Encoded.',
    zh: {
      law: '函数不会拒绝它在另一种部署下会正常处理的请求。',
      mend: '路径前缀和请求体编码由部署配置给出，或两种形式都能读取：去掉前缀的路径，按 isBase64Encoded 读取的请求体。',
    },
  },
  'equivalent-form': {
    tried: { kind: 'apigw' },
    bad: `exports.main_handler = async (event) => ({
  isBase64Encoded: false,
  statusCode: 200,
  headers: { 'Content-Type': 'text/plain' },
  body: event.headers.host ?? 'nowhere',
});
`,
    good: `exports.main_handler = async (event) => {
  const [, host = 'nowhere'] = Object.entries(event.headers).find(([name]) => name.toLowerCase() === 'host') ?? [];
  return { isBase64Encoded: false, statusCode: 200, headers: { 'Content-Type': 'text/plain' }, body: host };
};
`,
    mend: 'Read what means the same in every form: headers whatever their casing, a body by isBase64Encoded, pairs of a query by name and not by place, an absent field as an empty one where the platform sends both.',
    zh: {
      law: '含义相同的不同形式得到相同结果：请求头大小写、Base64 或文本、名称的顺序。',
      mend: '以任何形式都能读取：不区分大小写地读请求头，按 isBase64Encoded 读请求体，按名称而不是位置读查询参数；平台两种都会发送时，缺失字段与空字段同样对待。',
    },
  },
  'unknown-field': {
    tried: { kind: 'timer' },
    bad: `exports.main_handler = async (event) => ({ fields: Object.keys(event).length });
`,
    good: `exports.main_handler = async (event) => ({ name: event.TriggerName, at: event.Time });
`,
    mend: 'Name the fields that you read, and let a schema of your own allow others: the vendor adds fields without a word.',
    zh: {
      law: '厂商可能新增的字段不影响任何结果。',
      mend: '只读取自己指名的字段，自己的 schema 也要允许其他字段：厂商会不声不响地增加字段。',
    },
  },
};
