import type { Guide } from './guide.js';

/** What goes out of a function. */
export const values: Readonly<Record<string, Guide>> = {
  'lost-value': {
    tried: { kind: 'timer' },
    bad: `exports.main_handler = async (event) => {
  await fetch('https://jobs.example.com/size', { method: 'PUT', body: \`size:\${Number(event.Message)}\` });
};
`,
    good: `exports.main_handler = async (event) => {
  const size = Number(event.Message);
  await fetch('https://jobs.example.com/size', { method: 'PUT', body: \`size:\${Number.isFinite(size) ? size : 0}\` });
};
`,
    mend: 'Check a number by Number.isFinite and a date by its getTime() before it goes out, and what may be undefined before it is put into a text.',
    zh: {
      law: '发出的内容中没有 NaN、无效日期，也没有由 undefined 或对象拼成的文本。',
      mend: '发出前用 Number.isFinite 检查数字，用 getTime() 检查日期；拼接文本前检查可能为 undefined 的值。',
    },
  },
  'garbled-text': {
    tried: { kind: 'timer', options: { runs: 30 } },
    bad: `exports.main_handler = async (event) => {
  await fetch('https://notes.example.com/title', { method: 'PUT', body: JSON.stringify({ start: event.Message.slice(0, 3) }) });
};
`,
    good: `exports.main_handler = async (event) => {
  const start = Array.from(event.Message).slice(0, 3).join('');
  await fetch('https://notes.example.com/title', { method: 'PUT', body: JSON.stringify({ start }) });
};
`,
    mend: 'Cut texts by characters (Array.from, Intl.Segmenter), decode bytes only when all of them are there, and read Base64 as UTF-8: Buffer.from(text, "base64").toString("utf8").',
    zh: {
      law: '文本完整地发出：没有半个字符，也没有被当作其他编码读取的 UTF-8。',
      mend: '按字符截断文本（Array.from、Intl.Segmenter），字节收齐后再解码，Base64 按 UTF-8 读取：Buffer.from(text, "base64").toString("utf8")。',
    },
  },
  'inexact-number': {
    tried: { kind: 'invoke', options: { runs: 60 } },
    bad: `exports.main_handler = async (event) => {
  const prices = Array.isArray(event?.prices) ? event.prices.filter(Number.isFinite) : [];
  const total = prices.reduce((sum, price) => sum + price, 0);
  await fetch('https://orders.example.com/last', { method: 'PUT', body: JSON.stringify({ total }) });
};
`,
    good: `exports.main_handler = async (event) => {
  const prices = Array.isArray(event?.prices) ? event.prices.filter(Number.isFinite) : [];
  const cents = prices.reduce((sum, price) => sum + Math.round(price * 100), 0);
  await fetch('https://orders.example.com/last', { method: 'PUT', body: JSON.stringify({ total: cents / 100 }) });
};
`,
    mend: 'Count money in cents, rounding once (Math.round), and keep ids above 2^53 as texts or BigInt.',
    zh: {
      law: 'id 保留全部数字，金额之和的小数位不多于其输入。',
      mend: '金额以分为单位计算，只舍入一次（Math.round）；大于 2^53 的 id 用文本或 BigInt 保存。',
    },
  },
  'time-unit': {
    tried: { kind: 'cos' },
    bad: `exports.main_handler = async (event) => {
  for (const { event: told } of event.Records)
    await fetch('https://audit.example.com/last', { method: 'PUT', body: new Date(told.eventTime).toISOString() });
};
`,
    good: `exports.main_handler = async (event) => {
  for (const { event: told } of event.Records)
    await fetch('https://audit.example.com/last', { method: 'PUT', body: new Date(told.eventTime * 1000).toISOString() });
};
`,
    mend: 'Look the unit up in the contract of the kind: COS tells seconds, CLS and requestContext milliseconds, some fields microseconds. JavaScript counts in milliseconds.',
    zh: {
      law: '事件中的时间按其自身的单位读取：秒、毫秒或微秒。',
      mend: '在该类事件的契约中查看单位：COS 为秒，其他字段可能是毫秒或微秒；JavaScript 以毫秒计。',
    },
  },
  'numbers-sorted-as-texts': {
    tried: { kind: 'ckafka', options: { runs: 40 } },
    bad: `exports.main_handler = async (event) => {
  const offsets = event.Records.map(({ Ckafka }) => Ckafka.offset).sort();
  return { last: offsets.at(-1) };
};
`,
    good: `exports.main_handler = async (event) => {
  const offsets = event.Records.map(({ Ckafka }) => Ckafka.offset).sort((a, b) => a - b);
  return { last: offsets.at(-1) };
};
`,
    mend: 'Give sort a comparator: sort((a, b) => a - b).',
    zh: {
      law: '数字按数字排序：没有比较函数的 sort() 会把 10 排在 9 之前。',
      mend: '给 sort 传比较函数：sort((a, b) => a - b)。',
    },
  },
  'cut-text': {
    tried: { kind: 'apigw', options: { runs: 30 } },
    bad: `exports.main_handler = async (event) => ({
  isBase64Encoded: false,
  statusCode: 200,
  headers: { 'Content-Type': 'text/plain' },
  body: sessionIn(event.headers.cookie ?? ''),
});

function sessionIn(cookies) {
  const cookie = cookies.split(/;\\s*/).find((one) => one.startsWith('session='));
  return encodeURIComponent(Buffer.from(cookie?.split('=')[1] ?? 'none'));
}
`,
    good: `exports.main_handler = async (event) => ({
  isBase64Encoded: false,
  statusCode: 200,
  headers: { 'Content-Type': 'text/plain' },
  body: sessionIn(event.headers.cookie ?? ''),
});

function sessionIn(cookies) {
  const cookie = cookies.split(/;\\s*/).find((one) => one.startsWith('session='));
  return cookie?.slice('session='.length) ?? 'none';
}
`,
    mend: 'Cut at the first = alone (slice, indexOf): the value may hold further ones, as Base64 does at its end.',
    zh: {
      law: 'session=YWJj 这样的键值对，其值完整地发出，即使其中也有等号。',
      mend: '只在第一个等号处切分（slice、indexOf）：值中可能还有等号，例如 Base64 的结尾。',
    },
  },
  'zero-as-absent': {
    tried: { kind: 'apigw', options: { runs: 30 } },
    bad: `exports.main_handler = async (event) => {
  const limit = Number(event.queryString.limit ?? Number.NaN) || 20;
  return { isBase64Encoded: false, statusCode: 200, headers: {}, body: JSON.stringify({ limit }) };
};
`,
    good: `exports.main_handler = async (event) => {
  const given = Number(event.queryString.limit ?? Number.NaN);
  const limit = Number.isNaN(given) ? 20 : given;
  return { isBase64Encoded: false, statusCode: 200, headers: {}, body: JSON.stringify({ limit }) };
};
`,
    mend: 'Take ?? in place of ||, and ask for undefined or NaN instead of asking whether something is falsy.',
    zh: {
      law: '数字 0 就是数字，而不是没有给出。',
      mend: '用 ?? 代替 ||，并检查 undefined 或 NaN，而不是检查是否为假值。',
    },
  },
  'lost-remainder': {
    tried: { kind: 'invoke', options: { runs: 60 } },
    bad: `exports.main_handler = async (event) => {
  const { cents, people } = event ?? {};
  if (!Number.isSafeInteger(cents) || cents < 0) return { error: 'cents' };
  if (!Number.isInteger(people) || people < 1 || people > 100) return { error: 'people' };
  return { parts: Array.from({ length: people }, () => Math.round(cents / people)) };
};
`,
    good: `exports.main_handler = async (event) => {
  const { cents, people } = event ?? {};
  if (!Number.isSafeInteger(cents) || cents < 0) return { error: 'cents' };
  if (!Number.isInteger(people) || people < 1 || people > 100) return { error: 'people' };
  const part = Math.floor(cents / people);
  const left = cents - part * people;
  return { parts: Array.from({ length: people }, (_, index) => part + (index < left ? 1 : 0)) };
};
`,
    mend: 'Round down, and give what is left over to the first parts, one each.',
    zh: {
      law: '整数拆分成若干整数份时，各份之和等于原数。',
      mend: '向下取整，把余数逐一分给前面的几份。',
    },
  },
};
