import type { Guide } from './guide.js';

/** What clients of a web function may rely on. */
export const web: Readonly<Record<string, Guide>> = {
  'broken-answer': {
    tried: { kind: 'web', options: { runs: 4 } },
    bad: `module.exports = (request, response) => {
  const text = '价格：12 元';
  response.writeHead(200, { 'Content-Length': text.length }).end(text);
};
`,
    good: `module.exports = (request, response) => {
  const text = '价格：12 元';
  response.writeHead(200, { 'Content-Length': Buffer.byteLength(text) }).end(text);
};
`,
    mend: 'Leave Content-Length to the server, or count bytes (Buffer.byteLength); name a Content-Encoding only where the body is coded so; end every answer.',
    zh: {
      law: '响应是完整的：字节数与 Content-Length 一致，有最后一个分块，编码与响应头所述一致。',
      mend: '让服务器自己写 Content-Length，或按字节计数（Buffer.byteLength）；只有响应体确实如此编码时才写 Content-Encoding；每个响应都要结束。',
    },
  },
  'large-headers': {
    tried: { kind: 'web', options: { runs: 4 } },
    bad: `module.exports = (request, response) => {
  response.setHeader('X-Rights', 'read:orders,'.repeat(400)).end();
};
`,
    good: `module.exports = (request, response) => {
  response.setHeader('Content-Type', 'application/json').end(JSON.stringify({ rights: ['read:orders'] }));
};
`,
    mend: 'Send in the body what grows, and keep in cookies an id in place of the data.',
    zh: {
      law: '响应头的名称与值合计不超过 4 KB。',
      mend: '会变长的内容放进响应体，Cookie 中存 id 而不是数据本身。',
    },
  },
  'lost-cookie': {
    tried: { kind: 'web', options: { runs: 4 } },
    bad: `module.exports = (request, response) => {
  response.setHeader('Set-Cookie', 'session=1');
  response.setHeader('Set-Cookie', 'theme=dark');
  response.end();
};
`,
    good: `module.exports = (request, response) => {
  response.setHeader('Set-Cookie', ['session=1', 'theme=dark']);
  response.end();
};
`,
    mend: 'Add a cookie to those that are there: an array in setHeader, response.cookie() of Express, appendHeader().',
    zh: {
      law: '代码设置的 Cookie 能到达客户端，有其他 Cookie 时也是如此。',
      mend: '在已有的 Cookie 之外追加：setHeader 传数组、Express 的 response.cookie()、appendHeader()。',
    },
  },
  'body-framing': {
    tried: { kind: 'web', options: { runs: 20 } },
    bad: `module.exports = async (request, response) => {
  let text = '';
  if (request.headers['content-length'] !== undefined) for await (const chunk of request) text += chunk;
  response.end(\`\${text.length} characters\`);
};
`,
    good: `module.exports = async (request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  response.end(\`\${Buffer.concat(chunks).length} bytes\`);
};
`,
    mend: 'Read the body to its end, whatever its headers say, and put the bytes together before they are decoded.',
    zh: {
      law: '分块到达的请求体，与带 Content-Length 到达的相同。',
      mend: '无论请求头如何，都读到请求体结束；先拼接字节，再解码。',
    },
  },
  'unasked-coding': {
    tried: { kind: 'web', options: { runs: 20 } },
    bad: `const { gzipSync } = require('node:zlib');

module.exports = (request, response) => {
  response.setHeader('Content-Encoding', 'gzip').end(gzipSync('hello'));
};
`,
    good: `const { gzipSync } = require('node:zlib');

module.exports = (request, response) => {
  const takesGzip = /\\bgzip\\b/.test(String(request.headers['accept-encoding']));
  if (!takesGzip) return response.setHeader('Vary', 'Accept-Encoding').end('hello');
  response.setHeader('Vary', 'Accept-Encoding').setHeader('Content-Encoding', 'gzip').end(gzipSync('hello'));
};
`,
    mend: 'Compress only where Accept-Encoding names the coding, and say Vary: Accept-Encoding.',
    zh: {
      law: '只对接受压缩的客户端压缩响应。',
      mend: '仅当 Accept-Encoding 列出该编码时才压缩，并声明 Vary: Accept-Encoding。',
    },
  },
  'head-against-get': {
    tried: { kind: 'web', options: { runs: 20 } },
    bad: `module.exports = (request, response) => {
  if (request.method === 'GET') response.setHeader('Content-Type', 'text/plain').end('hello');
  else response.writeHead(500).end();
};
`,
    good: `module.exports = (request, response) => {
  if (request.method === 'GET' || request.method === 'HEAD') response.setHeader('Content-Type', 'text/plain').end('hello');
  else response.writeHead(405).end();
};
`,
    mend: 'Route HEAD as GET (the server leaves the body out), or refuse it by 405. Health checks and caches ask by HEAD.',
    zh: {
      law: 'HEAD 的响应与 GET 相同，只是没有响应体：状态相同，类型相同。',
      mend: '把 HEAD 按 GET 路由（服务器会省略响应体），或以 405 拒绝。健康检查和缓存会使用 HEAD。',
    },
  },
  'unsafe-options': {
    tried: { kind: 'web', options: { runs: 20 } },
    bad: `module.exports = async (request, response) => {
  const isMeant = request.method !== 'GET';
  if (isMeant) await fetch('https://mail.example.com/last', { method: 'PUT', body: 'hello' }).catch(console.error);
  response.end();
};
`,
    good: `module.exports = async (request, response) => {
  const isMeant = request.method === 'POST';
  if (isMeant) await fetch('https://mail.example.com/last', { method: 'PUT', body: 'hello' }).catch(console.error);
  response.end();
};
`,
    mend: 'Name the methods that do something (POST, PUT, PATCH, DELETE); OPTIONS and HEAD come from browsers and monitors without anybody meaning it.',
    zh: {
      law: 'OPTIONS 和 HEAD 不留下任何结果。',
      mend: '明确列出会产生效果的方法（POST、PUT、PATCH、DELETE）；OPTIONS 和 HEAD 由浏览器和监控自动发出。',
    },
  },
};
