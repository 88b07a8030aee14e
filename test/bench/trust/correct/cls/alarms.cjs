// Stores the lines that tell of errors.
const { createHash } = require('node:crypto');
const { gunzipSync } = require('node:zlib');
exports.main_handler = async (event) => {
  const { records } = JSON.parse(gunzipSync(Buffer.from(event.clslogs.data, 'base64')));
  for (const record of records) {
    if (!/error|fail/i.test(String(record.content ?? ''))) continue;
    const id = createHash('md5').update(JSON.stringify(record)).digest('hex');
    const answer = await fetch(`https://alarms.example.com/${id}`, {
      method: 'PUT',
      body: JSON.stringify(record),
    });
    if (!answer.ok) throw new Error(`alarms.example.com answered ${answer.status}`);
  }
  return 'ok';
};
