const { createHash } = require('node:crypto');
const { gunzip } = require('node:zlib');
const { promisify } = require('node:util');
const unpack = promisify(gunzip);
exports.main_handler = async (event) => {
  const text = await unpack(Buffer.from(event.clslogs.data, 'base64'));
  const { topic_id, records } = JSON.parse(text.toString('utf8'));
  for (const { timestamp, content } of records) {
    const id = createHash('sha256').update(`${topic_id}\0${timestamp}\0${content}`).digest('hex');
    const res = await fetch(`https://archive.example.com/lines/${id}`, {
      method: 'PUT',
      body: String(content),
    });
    if (!res.ok) throw new Error(`archive: ${res.status}`);
  }
  return records.length;
};
