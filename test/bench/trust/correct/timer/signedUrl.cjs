// Uploads by a signed address of COS that holds for ten minutes.
const { createHash, createHmac } = require('node:crypto');
const sha1 = (key, text) => createHmac('sha1', key).update(text).digest('hex');
const host = 'out-1250000000.cos.ap-guangzhou.myqcloud.com';
const signed = (path) => {
  const from = Math.floor(Date.now() / 1000) - 60;
  const time = `${from};${from + 600}`;
  const request = createHash('sha1').update(`put\n${path}\n\nhost=${host}\n`).digest('hex');
  const signature = sha1(sha1('example', time), `sha1\n${time}\n${request}\n`);
  return `https://${host}${path}?q-sign-algorithm=sha1&q-ak=AKID-EXAMPLE-0001&q-sign-time=${time}&q-key-time=${time}&q-header-list=host&q-url-param-list=&q-signature=${signature}`;
};
exports.main_handler = async (event) => {
  const answer = await fetch(signed('/last-run.txt'), { method: 'PUT', body: event.Time });
  if (!answer.ok) throw new Error(`${host} answered ${answer.status}`);
  return answer.headers.get('etag');
};
