// Writes a file through a stream, uploads and removes it.
const { createWriteStream } = require('node:fs');
const { readFile, rm } = require('node:fs/promises');
const { Readable } = require('node:stream');
const { pipeline } = require('node:stream/promises');
exports.main_handler = async (event, context) => {
  const path = `/tmp/${context.request_id}.csv`;
  try {
    await pipeline(
      Readable.from([`name,time\n`, `${JSON.stringify(event.TriggerName)},${event.Time}\n`]),
      createWriteStream(path),
    );
    const answer = await fetch('https://store.example.com/last.csv', {
      method: 'PUT',
      body: await readFile(path),
    });
    if (!answer.ok) throw new Error(`store.example.com answered ${answer.status}`);
  } finally {
    await rm(path, { force: true });
  }
  return 'ok';
};
