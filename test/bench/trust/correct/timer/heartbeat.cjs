// Says that a job has run, under the job's own name.
exports.main_handler = async (event) => {
  const address = `https://status.example.com/jobs/${encodeURIComponent(event.TriggerName)}`;
  const answer = await fetch(address, { method: 'PUT', body: JSON.stringify({ at: event.Time }) });
  if (!answer.ok) throw new Error(`status.example.com answered ${answer.status}`);
  return 'ok';
};
