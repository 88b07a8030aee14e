import type { Guide } from './guide.js';

/** Where a text of the caller is read as something else than a text. */
export const injection: Readonly<Record<string, Guide>> = {
  'html-injection': {
    tried: { kind: 'apigw', options: { runs: 30 } },
    bad: `exports.main_handler = async ({ queryString }) => ({
  isBase64Encoded: false,
  statusCode: 200,
  headers: { 'Content-Type': 'text/html; charset=utf-8' },
  body: \`<p>Hello \${queryString.name ?? 'guest'}</p>\`,
});
`,
    good: `const escaped = (text) => String(text).replace(/[&<>"']/g, (sign) => \`&#\${sign.charCodeAt(0)};\`);

exports.main_handler = async ({ queryString }) => ({
  isBase64Encoded: false,
  statusCode: 200,
  headers: { 'Content-Type': 'text/html; charset=utf-8' },
  body: \`<p>Hello \${escaped(queryString.name ?? 'guest')}</p>\`,
});
`,
    mend: 'Escape &, <, > and quotes where a text goes into a page, or let a template engine do it.',
    zh: {
      law: '事件中的文本不会成为网页或邮件的标记。',
      mend: '把文本放进网页时转义 &、<、> 和引号，或交给模板引擎处理。',
    },
  },
  'sql-injection': {
    tried: { kind: 'apigw', isShownOnly: 'It needs the client of a database.' },
    bad: `const { createPool } = require('mysql2/promise');
const pool = createPool(process.env.DATABASE_URL);

exports.main_handler = async ({ queryString }) => {
  const [rows] = await pool.query(\`SELECT id FROM users WHERE name = '\${queryString.name}'\`);
  return { isBase64Encoded: false, statusCode: 200, headers: {}, body: JSON.stringify(rows) };
};
`,
    good: `const { createPool } = require('mysql2/promise');
const pool = createPool(process.env.DATABASE_URL);

exports.main_handler = async ({ queryString }) => {
  const [rows] = await pool.query('SELECT id FROM users WHERE name = ?', [queryString.name]);
  return { isBase64Encoded: false, statusCode: 200, headers: {}, body: JSON.stringify(rows) };
};
`,
    mend: 'Hand values over beside the statement, query(sql, values), and never paste them into it.',
    zh: {
      law: '事件中的文本无论含有什么符号，都不会被当作 SQL 语句的一部分。',
      mend: '把值放在语句之外传入：query(sql, values)，不要拼接到语句里。',
    },
  },
  'open-redirect': {
    tried: { kind: 'function-url', options: { runs: 30 } },
    bad: `exports.main_handler = async ({ queryString }) => ({
  isBase64Encoded: false,
  statusCode: 302,
  headers: { Location: String(queryString.next ?? '/') },
  body: '',
});
`,
    good: `const own = 'https://shop.example.com';

exports.main_handler = async ({ queryString }) => {
  const next = String(queryString.next ?? '/');
  const address = URL.canParse(next, own) ? new URL(next, own) : new URL(own);
  const Location = address.origin === own ? address.pathname.replace(/^\\/+/, '/') : '/';
  return { isBase64Encoded: false, statusCode: 302, headers: { Location }, body: '' };
};
`,
    mend: 'Compare the origin of new URL(text, own) with your own before you redirect; startsWith and includes look at the text alone. A redirect that is meant to lead anywhere needs this oracle switched off.',
    zh: {
      law: '请求中的文本不会把访问者带到代码不认识的主机。',
      mend: '重定向之前，把 new URL(文本, 自己的地址) 的 origin 与自己的比较；startsWith 和 includes 只看文本。有意指向任意站点的重定向请关闭此检查。',
    },
  },
  'request-forgery': {
    tried: { kind: 'apigw', options: { runs: 30 } },
    bad: `exports.main_handler = async ({ queryString }) => {
  const address = String(queryString.url);
  const isAllowed = /^https:\\/\\/docs\\.example\\.com/.test(address);
  if (!isAllowed) return { isBase64Encoded: false, statusCode: 400, headers: {}, body: '' };
  const { status } = await fetch(address);
  return { isBase64Encoded: false, statusCode: 200, headers: {}, body: String(status) };
};
`,
    good: `exports.main_handler = async ({ queryString }) => {
  const address = String(queryString.url);
  const isAllowed = URL.canParse(address) && new URL(address).origin === 'https://docs.example.com';
  if (!isAllowed) return { isBase64Encoded: false, statusCode: 400, headers: {}, body: '' };
  const { status } = await fetch(address);
  return { isBase64Encoded: false, statusCode: 200, headers: {}, body: String(status) };
};
`,
    mend: 'Compare the origin of new URL(text) with those that are allowed; an expression over the text takes https://docs.example.com.other.example as well. Where any host is meant, refuse those whose address is of a private network, after they have been looked up.',
    zh: {
      law: '调用方不能决定函数向哪台主机发送请求。',
      mend: '把 new URL(文本) 的 origin 与允许的比较；只对文本做正则匹配，会放过 https://docs.example.com.other.example。如果允许任意主机，请在解析域名之后拒绝私有网络的地址。',
    },
  },
};
