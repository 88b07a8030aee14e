// Says what it was asked for.
exports.main_handler = async (event) => ({
  isBase64Encoded: false,
  statusCode: 200,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ method: event.httpMethod, path: event.path, query: event.queryString }),
});
