// A small router.
const routes = [
  [/^\/users\/(\d{1,9})$/, ([, id]) => ({ id: Number(id) })],
  [/^\/$/, () => ({ home: true })],
];
exports.main_handler = async (event) => {
  for (const [pattern, page] of routes) {
    const match = pattern.exec(event.path);
    if (match)
      return {
        isBase64Encoded: false,
        statusCode: 200,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(page(match)),
      };
  }
  return {
    isBase64Encoded: false,
    statusCode: 404,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ error: `no page at ${event.path}` }),
  };
};
