const html = '<!doctype html><title>Soon</title><p>Soon.';
exports.main_handler = async () => ({
  isBase64Encoded: false,
  statusCode: 200,
  headers: { 'content-type': 'text/html' },
  body: html,
});
