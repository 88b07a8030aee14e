// An article as a page; everything that comes from outside is escaped.
const escape = (text) =>
  String(text).replace(
    /[&<>"']/g,
    (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[c],
  );
exports.main_handler = async (event) => {
  const id = typeof event.queryString?.id === 'string' ? event.queryString.id : '';
  const q = typeof event.queryString?.q === 'string' ? event.queryString.q : '';
  const page = (statusCode, title, text) => ({
    isBase64Encoded: false,
    statusCode,
    headers: { 'content-type': 'text/html; charset=utf-8', 'x-content-type-options': 'nosniff' },
    body: `<!doctype html><title>${escape(title)}</title><form><input name="q" value="${escape(q)}"></form><p>${escape(text)}</p>`,
  });
  if (!/^[a-z0-9-]{1,40}$/.test(id)) return page(404, 'Not found', `There is no article "${id}".`);
  try {
    const answer = await fetch(`https://articles.example.com/${id}`);
    if (!answer.ok) return page(answer.status === 404 ? 404 : 502, 'Sorry', 'The article cannot be shown.');
    return page(200, id, await answer.text());
  } catch {
    return page(502, 'Sorry', 'The article cannot be shown.');
  }
};
