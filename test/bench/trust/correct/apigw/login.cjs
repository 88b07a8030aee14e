// Gives out a signed token that holds for an hour.
const { createHmac, randomBytes } = require('node:crypto');
const encoded = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
exports.main_handler = async (event) => {
  const now = Math.floor(Date.now() / 1000);
  const claims = { sub: event.path, iat: now, exp: now + 3600, jti: randomBytes(4).toString('hex') };
  const text = `${encoded({ alg: 'HS256', typ: 'JWT' })}.${encoded(claims)}`;
  const token = `${text}.${createHmac('sha256', 'example').update(text).digest('base64url')}`;
  return {
    isBase64Encoded: false,
    statusCode: 200,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  };
};
