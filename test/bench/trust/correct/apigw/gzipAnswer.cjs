// Answers in small where the client takes that.
const { gzipSync } = require('node:zlib');
/** A header by its name, in whatever letters it comes. */
const headerOf = ({ headers }, name) =>
  String(Object.entries(headers).find(([given]) => given.toLowerCase() === name)?.[1] ?? '');
exports.main_handler = async (event) => {
  const text = JSON.stringify({ path: event.path, method: event.httpMethod });
  const headers = { 'content-type': 'application/json' };
  if (!/\bgzip\b/.test(headerOf(event, 'accept-encoding')))
    return { isBase64Encoded: false, statusCode: 200, headers, body: text };
  return {
    isBase64Encoded: true,
    statusCode: 200,
    headers: { ...headers, 'content-encoding': 'gzip' },
    body: gzipSync(text).toString('base64'),
  };
};
