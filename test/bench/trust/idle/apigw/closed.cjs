exports.main_handler = async () => ({
  isBase64Encoded: false,
  statusCode: 503,
  headers: { 'retry-after': '3600' },
  body: 'closed for maintenance',
});
