// Checks the signature of a WeCom callback.
const { createHash, timingSafeEqual } = require('node:crypto');
const answer = (statusCode, body) => ({
  isBase64Encoded: false,
  statusCode,
  headers: { 'content-type': 'text/plain' },
  body,
});
exports.main_handler = async (event) => {
  const { msg_signature = '', timestamp = '', nonce = '', echostr = '' } = event.queryString ?? {};
  const expected = createHash('sha1')
    .update(['example', timestamp, nonce, echostr].map(String).sort().join(''))
    .digest('hex');
  const given = Buffer.from(String(msg_signature));
  const isSigned = given.length === expected.length && timingSafeEqual(given, Buffer.from(expected));
  return isSigned ? answer(200, String(echostr)) : answer(403, `who are you at ${event.path}?`);
};
