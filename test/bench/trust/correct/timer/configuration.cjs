// Reads its configuration once in five minutes.
const cache = new Map();
const cached = async (name, read) => {
  const entry = cache.get(name);
  if (entry !== undefined && entry.until > Date.now()) return entry.value;
  const value = await read();
  cache.set(name, { value, until: Date.now() + 300_000 });
  return value;
};
exports.main_handler = async (event) => {
  const config = await cached('config', async () => {
    const answer = await fetch('https://config.example.com/v1/job.json');
    if (!answer.ok) throw new Error(`config.example.com answered ${answer.status}`);
    return answer.json();
  });
  const body = JSON.stringify({ region: config.region, at: event.Time });
  const answer = await fetch('https://api.example.com/last-run', { method: 'PUT', body });
  if (!answer.ok) throw new Error(`api.example.com answered ${answer.status}`);
  return 'ok';
};
