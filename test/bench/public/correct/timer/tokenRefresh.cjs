// Keeps an access token for as long as it is good, and asks anew a minute before.
const axios = require('axios');
let kept;
async function token(now) {
  if (kept !== undefined && kept.until > now) return kept.value;
  const { data } = await axios.post('https://auth.example.com/token', { grant: 'client' }, { timeout: 2000 });
  const seconds = Number(data?.expires_in) || 0;
  kept = { value: String(data?.access_token ?? ''), until: now + (seconds - 60) * 1000 };
  return kept.value;
}
exports.main_handler = async (event) => {
  const authorization = `Bearer ${await token(Date.now())}`;
  await axios.put(
    `https://menu.example.com/menus/${event.TriggerName}`,
    { at: event.Time },
    { headers: { authorization }, timeout: 2000 },
  );
  return 'ok';
};
