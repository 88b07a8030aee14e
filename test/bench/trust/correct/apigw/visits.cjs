// Keeps each visit under a name that holds the time.
exports.main_handler = async (event) => {
  const name = `${Date.now()}_${Math.random().toString(36).slice(2, 10)}`;
  const answer = await fetch(`https://store.example.com/visits/${name}.json`, {
    method: 'PUT',
    body: JSON.stringify({ path: event.path }),
  });
  return {
    isBase64Encoded: false,
    statusCode: answer.ok ? 200 : 502,
    headers: { 'content-type': 'text/plain' },
    body: answer.ok ? 'noted' : 'try again',
  };
};
