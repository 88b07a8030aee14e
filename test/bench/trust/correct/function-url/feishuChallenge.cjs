// Answers the challenge by which Feishu verifies an address.
const answer = (statusCode, value) => ({
  isBase64Encoded: false,
  statusCode,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(value),
});
exports.main_handler = async (event) => {
  const text = event.isBase64Encoded
    ? Buffer.from(event.body ?? '', 'base64').toString()
    : (event.body ?? '');
  let said;
  try {
    said = JSON.parse(text);
  } catch {
    return answer(400, { error: 'send JSON', path: event.path });
  }
  if (typeof said?.challenge === 'string') return answer(200, { challenge: said.challenge });
  return answer(200, { path: event.path });
};
