// One file for each event, named after the hash of its data.
const { createHash } = require('node:crypto');
const { gunzipSync } = require('node:zlib');
exports.main_handler = async (event) => {
  const body = gunzipSync(Buffer.from(event.clslogs.data, 'base64'));
  const name = createHash('sha256').update(body).digest('hex');
  const answer = await fetch(`https://store.example.com/logs/${name}.json`, { method: 'PUT', body });
  if (!answer.ok) throw new Error(`store.example.com answered ${answer.status}`);
  return 'ok';
};
