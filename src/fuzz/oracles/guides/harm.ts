import type { Guide } from './guide.js';

/** What a hostile event can do. */
export const harm: Readonly<Record<string, Guide>> = {
  'path-and-shell': {
    tried: { kind: 'cos', options: { runs: 30 } },
    bad: `const { writeFile } = require('node:fs/promises');

exports.main_handler = async (event) => {
  for (const { cos } of event.Records) {
    // The key begins with /APPID/BUCKET/.
    const [, , , ...rest] = cos.cosObject.key.split('/');
    await writeFile(\`/tmp/\${rest.join('/')}\`, '').catch(() => undefined);
  }
};
`,
    good: `const { createHash } = require('node:crypto');
const { writeFile } = require('node:fs/promises');

exports.main_handler = async (event) => {
  for (const { cos } of event.Records) {
    const name = createHash('sha256').update(cos.cosObject.key).digest('hex');
    await writeFile(\`/tmp/\${name}\`, '');
  }
};
`,
    mend: 'Make no path and no command of what an event says. Name files by a digest or a counter, or resolve the path and refuse what lies outside of the folder; start programs with a list of arguments (execFile), never through a shell.',
    zh: {
      law: '事件中的文本不会把文件引出临时目录，也不会对 shell 产生含义。',
      mend: '不要用事件内容拼接路径或命令。文件用摘要或计数命名，或先解析路径并拒绝目录之外的路径；启动程序时使用参数列表（execFile），不经过 shell。',
    },
  },
  'disclosed-file': {
    tried: { kind: 'web', options: { runs: 30 } },
    bad: `const { readFile } = require('node:fs/promises');
const { join } = require('node:path');

module.exports = async (request, response) => {
  const name = new URL(request.url, 'http://localhost').searchParams.get('name') ?? '';
  const text = await readFile(join('/srv/files', name), 'utf8').catch(() => undefined);
  response.writeHead(text === undefined ? 404 : 200).end(text);
};
`,
    good: `const { readFile } = require('node:fs/promises');
const { basename, join } = require('node:path');

module.exports = async (request, response) => {
  const name = new URL(request.url, 'http://localhost').searchParams.get('name') ?? '';
  const text = await readFile(join('/srv/files', basename(name)), 'utf8').catch(() => undefined);
  response.writeHead(text === undefined ? 404 : 200).end(text);
};
`,
    mend: 'Resolve the path first, and serve it only if it is still inside of the folder; or look the name up in a list of what may be served.',
    zh: {
      law: '任何请求都拿不到系统文件：客户端写的内容不会引出目录之外。',
      mend: '先解析路径，仅当仍在目录之内时才返回；或在允许返回的名单中查找该名称。',
    },
  },
  'prototype-pollution': {
    tried: { kind: 'invoke' },
    bad: `const settings = {};

exports.main_handler = async (event) => {
  merge(settings, event);
  return 'done';
};

function merge(into, from) {
  for (const key of Object.keys(Object(from)))
    if (typeof from[key] === 'object') merge((into[key] ??= {}), from[key]);
    else into[key] = from[key];
}
`,
    good: `exports.main_handler = async (event) => {
  const settings = new Map(Object.entries(Object(event)));
  return settings.has('name') ? 'named' : 'done';
};
`,
    mend: 'Leave out the keys __proto__, constructor and prototype where objects are merged, or collect what comes in a Map or in Object.create(null).',
    zh: {
      law: '所有代码共享的原型保持原样。',
      mend: '合并对象时跳过 __proto__、constructor 和 prototype 这些键，或用 Map、Object.create(null) 收集传入的数据。',
    },
  },
  'secret-leak': {
    tried: { kind: 'timer', options: { env: { DB_PASSWORD: 'correct horse battery' } } },
    bad: `exports.main_handler = async () => {
  console.log('started with', process.env);
  return 'done';
};
`,
    good: `exports.main_handler = async () => {
  console.log('started with', process.env.DB_PASSWORD === undefined ? 'no password' : 'a password');
  return 'done';
};
`,
    mend: 'Log and answer what you have chosen, never a whole environment, configuration or error of a client. A secret that was logged is to be replaced.',
    zh: {
      law: '环境中的机密既不出现在返回中，也不出现在日志中。',
      mend: '只记录和返回自己挑选的内容，不要输出整个环境、配置或客户端的错误对象。已写进日志的机密应当更换。',
    },
  },
  'keys-passed-on': {
    tried: { kind: 'web', options: { runs: 6 } },
    bad: `module.exports = async (request, response) => {
  const { host, connection, ...headers } = request.headers;
  const rates = await fetch('https://partner.example.com/rates', { headers }).catch(() => undefined);
  response.writeHead(rates === undefined ? 502 : 200).end();
};
`,
    good: `module.exports = async (request, response) => {
  const { accept = '*/*' } = request.headers;
  const rates = await fetch('https://partner.example.com/rates', { headers: { accept } }).catch(() => undefined);
  response.writeHead(rates === undefined ? 502 : 200).end();
};
`,
    mend: 'Pass on the headers that the other side needs, by name. The platform puts the keys of the role into the headers of each request.',
    zh: {
      law: '平台放进每个请求头的密钥不会传给别人。',
      mend: '按名称只转发对方需要的请求头。平台会把角色的临时密钥放进每个请求的请求头。',
    },
  },
  'header-injection': {
    tried: { kind: 'apigw', options: { runs: 30 } },
    bad: `exports.main_handler = async (event) => ({
  isBase64Encoded: false,
  statusCode: 200,
  headers: { 'X-Name': String(event.queryString.name ?? 'guest') },
  body: '',
});
`,
    good: `exports.main_handler = async (event) => ({
  isBase64Encoded: false,
  statusCode: 200,
  headers: { 'X-Name': encodeURIComponent(Buffer.from(String(event.queryString.name ?? 'guest'))) },
  body: '',
});
`,
    mend: 'Encode what goes into a header (encodeURIComponent), or refuse line ends in it.',
    zh: {
      law: '事件中的文本不会在响应中另起一个响应头。',
      mend: '对放进响应头的内容编码（encodeURIComponent），或拒绝其中的换行。',
    },
  },
  'inherited-name': {
    tried: { kind: 'apigw', options: { runs: 30 } },
    bad: `const greetings = { de: 'Hallo', zh: '你好' };

exports.main_handler = async (event) => {
  const { lang = 'en' } = event.queryString;
  const body = \`\${greetings[lang] ?? 'Hello'} (\${lang})\`;
  return { isBase64Encoded: false, statusCode: 200, headers: { 'Content-Type': 'text/plain' }, body };
};
`,
    good: `const greetings = new Map([['de', 'Hallo'], ['zh', '你好']]);

exports.main_handler = async (event) => {
  const { lang = 'en' } = event.queryString;
  const body = \`\${greetings.get(lang) ?? 'Hello'} (\${lang})\`;
  return { isBase64Encoded: false, statusCode: 200, headers: { 'Content-Type': 'text/plain' }, body };
};
`,
    mend: 'Look names up in a Map, or with Object.hasOwn: every object has a constructor and a toString.',
    zh: {
      law: '“constructor”这样的文本（每个对象都有的名称）与其他文本一样对待。',
      mend: '用 Map 或 Object.hasOwn 查找名称：每个对象都带有 constructor 和 toString。',
    },
  },
  'broken-syntax': {
    tried: { kind: 'timer', options: { runs: 30 } },
    bad: `exports.main_handler = async (event) => {
  await fetch('https://notes.example.com/last', {
    method: 'PUT',
    body: \`{"message":"\${event.Message}"}\`,
  });
};
`,
    good: `exports.main_handler = async (event) => {
  await fetch('https://notes.example.com/last', {
    method: 'PUT',
    body: JSON.stringify({ message: event.Message }),
  });
};
`,
    mend: 'Write JSON by JSON.stringify, addresses by encodeURIComponent or URLSearchParams, rows of CSV by quoting, and give replace() a function where the text may hold $.',
    zh: {
      law: '事件中的文本不会破坏它所放入的 JSON、地址或模板。',
      mend: 'JSON 用 JSON.stringify 生成，地址用 encodeURIComponent 或 URLSearchParams，CSV 的单元格加引号；文本可能含 $ 时，给 replace() 传函数。',
    },
  },
};
