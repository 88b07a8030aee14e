const { join } = require('node:path');

exports.main_handler = async (event) => ({
  isBase64Encoded: false,
  statusCode: 200,
  headers: { 'content-type': 'text/plain' },
  body: join('/', String(event.path)),
});
