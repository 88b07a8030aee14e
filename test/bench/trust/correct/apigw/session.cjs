// Sets a cookie of chance for who has none.
const { randomUUID } = require('node:crypto');
/** A header by its name, in whatever letters it comes. */
const headerOf = ({ headers }, name) =>
  String(Object.entries(headers).find(([given]) => given.toLowerCase() === name)?.[1] ?? '');
exports.main_handler = async (event) => {
  const known = /(?:^|;\s*)sid=([0-9a-f-]{36})/.exec(headerOf(event, 'cookie'))?.[1];
  const headers = { 'content-type': 'text/plain' };
  if (known === undefined) headers['set-cookie'] = `sid=${randomUUID()}; Path=/; HttpOnly; Secure`;
  return { isBase64Encoded: false, statusCode: 200, headers, body: `you asked for ${event.path}` };
};
