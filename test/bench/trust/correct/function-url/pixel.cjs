// Answers bytes.
const gif = 'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
exports.main_handler = async (event) => {
  const body = JSON.stringify({
    path: event.path,
    method: event.requestContext?.http?.method ?? event.httpMethod,
  });
  const answer = await fetch(`https://store.example.com/hits/${Date.now()}-${Math.random()}`, {
    method: 'PUT',
    body,
  });
  return {
    isBase64Encoded: true,
    statusCode: answer.ok ? 200 : 502,
    headers: { 'content-type': 'image/gif' },
    body: gif,
  };
};
