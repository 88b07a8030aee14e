// A ticket with which a browser uploads straight to the bucket.
const crypto = require('node:crypto');
const secretId = process.env.TENCENTCLOUD_SECRETID ?? 'none';
const secretKey = process.env.TENCENTCLOUD_SECRETKEY ?? 'none';
const hmac = (key, text) => crypto.createHmac('sha1', key).update(text).digest('hex');
const sha1 = (text) => crypto.createHash('sha1').update(text).digest('hex');

exports.main_handler = async (event) => {
  const { type } = event.queryString ?? {};
  const extension = { 'image/png': 'png', 'image/jpeg': 'jpg' };
  const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' };
  if (typeof type !== 'string' || !Object.hasOwn(extension, type))
    return {
      isBase64Encoded: false,
      statusCode: 415,
      headers,
      body: JSON.stringify({ error: 'png or jpeg' }),
    };
  const now = Math.floor(Date.now() / 1000);
  const time = `${now};${now + 600}`;
  const key = `uploads/${crypto.randomUUID()}.${extension[type]}`;
  const signKey = hmac(secretKey, time);
  const signature = hmac(signKey, `sha1\n${time}\n${sha1(`put\n/${key}\n\n\n`)}\n`);
  const authorization = `q-sign-algorithm=sha1&q-ak=${secretId}&q-sign-time=${time}&q-key-time=${time}&q-header-list=&q-url-param-list=&q-signature=${signature}`;
  return { isBase64Encoded: false, statusCode: 200, headers, body: JSON.stringify({ key, authorization }) };
};
