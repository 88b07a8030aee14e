// Passes the compressed data on as it is.
const { createHash } = require('node:crypto');
exports.main_handler = async (event) => {
  const body = Buffer.from(event.clslogs.data, 'base64');
  const name = createHash('sha1').update(body).digest('hex');
  const answer = await fetch(`https://store.example.com/raw/${name}.gz`, {
    method: 'PUT',
    headers: { 'content-encoding': 'gzip' },
    body,
  });
  if (!answer.ok) throw new Error(`store.example.com answered ${answer.status}`);
  return 'ok';
};
