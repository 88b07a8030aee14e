// Stores a report in small.
const { promisify } = require('node:util');
const gzip = promisify(require('node:zlib').gzip);
exports.main_handler = async (event) => {
  const body = await gzip(JSON.stringify({ trigger: event.TriggerName, at: event.Time }));
  const answer = await fetch('https://store.example.com/report.json.gz', {
    method: 'PUT',
    headers: { 'content-encoding': 'gzip' },
    body,
  });
  if (!answer.ok) throw new Error(`store.example.com answered ${answer.status}`);
  return 'ok';
};
