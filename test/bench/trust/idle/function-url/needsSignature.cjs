const { createHmac } = require('node:crypto');
exports.main_handler = async (event) => {
  const expected = createHmac('sha256', 'example')
    .update(event.body ?? '')
    .digest('hex');
  if (event.headers['x-signature'] !== expected)
    return { isBase64Encoded: false, statusCode: 403, headers: {}, body: 'not signed' };
  return { isBase64Encoded: false, statusCode: 200, headers: {}, body: event.path };
};
