exports.main_handler = async (event) => ({
  isBase64Encoded: false,
  statusCode: 200,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body: `hello ${event.path}`,
});
