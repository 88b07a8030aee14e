// Keeps an access token for as long as it holds.
let kept = { token: '', until: 0 };
const token = async () => {
  if (Date.now() < kept.until) return kept.token;
  const answer = await fetch('https://auth.example.com/oauth/token', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'grant_type=client_credentials',
  });
  if (!answer.ok) throw new Error(`auth.example.com answered ${answer.status}`);
  const { access_token, expires_in } = await answer.json();
  kept = { token: access_token.trim(), until: Date.now() + (expires_in - 60) * 1000 };
  return kept.token;
};
exports.main_handler = async (event) => {
  const headers = { authorization: `Bearer ${await token()}` };
  const answer = await fetch('https://api.example.com/last-run', {
    method: 'PUT',
    headers,
    body: event.Time,
  });
  if (!answer.ok) throw new Error(`api.example.com answered ${answer.status}`);
  return 'ok';
};
