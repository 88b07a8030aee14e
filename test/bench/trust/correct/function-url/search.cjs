// Asks a search engine by POST.
exports.main_handler = async (event) => {
  const answer = (statusCode, value) => ({
    isBase64Encoded: false,
    statusCode,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(value),
  });
  const found = await fetch('https://search.example.com/pages/_search', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: { match: { path: event.path } } }),
  }).catch(() => undefined);
  if (!found?.ok) return answer(502, { error: 'try again' });
  const { hits } = await found.json();
  return answer(200, { titles: hits.hits.map(({ _source }) => _source.title) });
};
