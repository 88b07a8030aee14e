exports.main_handler = async () => ({
  isBase64Encoded: false,
  statusCode: 200,
  headers: {},
  body: 'hello world',
});
