// Takes its task from the message, where there is one.
const jobOf = (text) => {
  try {
    const job = JSON.parse(text);
    return typeof job?.name === 'string' ? job.name : 'all';
  } catch {
    return 'all';
  }
};
exports.main_handler = async (event) => {
  const body = JSON.stringify({ job: jobOf(event.Message), at: event.Time });
  const answer = await fetch('https://api.example.com/next-job', { method: 'PUT', body });
  if (!answer.ok) throw new Error(`api.example.com answered ${answer.status}`);
  return 'ok';
};
