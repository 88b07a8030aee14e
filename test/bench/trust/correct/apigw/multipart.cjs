// Counts the parts of an upload.
/** A header by its name, in whatever letters it comes. */
const headerOf = ({ headers }, name) =>
  String(Object.entries(headers).find(([given]) => given.toLowerCase() === name)?.[1] ?? '');
exports.main_handler = async (event) => {
  const type = headerOf(event, 'content-type');
  const boundary = /^multipart\/form-data;.*boundary="?([^";]+)/i.exec(type)?.[1];
  const answer = (statusCode, value) => ({
    isBase64Encoded: false,
    statusCode,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(value),
  });
  if (boundary === undefined) return answer(415, { error: `send multipart/form-data to ${event.path}` });
  const raw = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8').toString('latin1');
  return answer(200, { parts: Math.max(0, raw.split(`--${boundary}`).length - 2) });
};
