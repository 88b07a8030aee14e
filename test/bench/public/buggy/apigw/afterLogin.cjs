// After the login page has set its cookie, the visitor goes on to where he came from.
exports.main_handler = async (event) => {
  const query = event.queryString || {};
  const headers = { 'cache-control': 'no-store', 'content-type': 'text/plain; charset=utf-8' };
  const next = typeof query.next === 'string' ? query.next : '/';
  const isFine = /^[\x21-\x7e]{1,300}$/.test(next);
  return {
    isBase64Encoded: false,
    statusCode: 302,
    headers: { ...headers, location: isFine ? next : '/' },
    body: '',
  };
};
