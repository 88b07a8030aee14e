// Uses undici's own request.
const { request } = require('undici');
exports.main_handler = async (event) => {
  const { statusCode, body } = await request('https://api.example.com/last-run', {
    method: 'PUT',
    body: event.Time,
  });
  await body.dump();
  if (statusCode >= 300) throw new Error(`api.example.com answered ${statusCode}`);
  return 'ok';
};
