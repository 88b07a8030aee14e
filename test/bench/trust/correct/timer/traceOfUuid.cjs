// Gives every request an id of its own, by which its log lines are found.
const { randomUUID } = require('node:crypto');
exports.main_handler = async (event) => {
  const trace = randomUUID();
  console.log(`[${trace}] start`);
  const answer = await fetch('https://api.example.com/last-run', {
    method: 'PUT',
    headers: { 'x-trace-id': trace },
    body: event.Time,
  });
  if (!answer.ok) throw new Error(`[${trace}] api.example.com answered ${answer.status}`);
  return { trace };
};
