const table = new Map([
  ['docs', 'https://docs.example.com/'],
  ['blog', 'https://blog.example.com/'],
]);
exports.main_handler = async (event) => {
  const code = String(event.path ?? '')
    .split('/')
    .pop()
    .toLowerCase();
  const target = table.get(code);
  if (target === undefined)
    return {
      isBase64Encoded: false,
      statusCode: 404,
      headers: { 'content-type': 'text/plain; charset=utf-8' },
      body: 'no such link\n',
    };
  return {
    isBase64Encoded: false,
    statusCode: 301,
    headers: { location: target, 'cache-control': 'max-age=300' },
    body: '',
  };
};
