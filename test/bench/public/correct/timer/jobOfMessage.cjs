// The message of the trigger says what is to be done.
const jobs = {
  cleanup: async () => ({ cleaned: true }),
  warmup: async () => {
    const res = await fetch('https://www.example.com/', { method: 'HEAD' });
    return { warm: res.ok };
  },
};
exports.main_handler = async (event) => {
  let job = event.Message;
  try {
    const parsed = JSON.parse(event.Message);
    if (typeof parsed?.job === 'string') job = parsed.job;
  } catch {
    // The message may be plain text.
  }
  if (!Object.hasOwn(jobs, job)) {
    console.warn('unknown job', JSON.stringify(job).slice(0, 80));
    return { skipped: true };
  }
  return jobs[job]();
};
