// Keeps how many lines a topic sent, under the time of the first and an id of the run beside it.
const { promisify } = require('node:util');
const { randomBytes } = require('node:crypto');
const gunzip = promisify(require('node:zlib').gunzip);
exports.main_handler = async (event) => {
  const { records, topic_id } = JSON.parse(await gunzip(Buffer.from(event.clslogs.data, 'base64')));
  const body = JSON.stringify({ lines: records.length, run: randomBytes(8).toString('hex') });
  const answer = await fetch(
    `https://index.example.com/topics/${encodeURIComponent(topic_id)}/${records[0]?.timestamp ?? 0}`,
    { method: 'PUT', body },
  );
  if (!answer.ok) throw new Error(`index.example.com answered ${answer.status}`);
  return 'ok';
};
