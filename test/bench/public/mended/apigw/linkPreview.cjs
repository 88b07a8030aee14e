const axios = require('axios');

const reply = (statusCode, body) => ({
  isBase64Encoded: false,
  statusCode,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

function targetOf(query) {
  const raw = query && query.url;
  if (typeof raw !== 'string') return undefined;
  let url;
  try {
    url = new URL(raw);
  } catch (e) {
    return undefined;
  }
  return url.origin === 'https://docs.example.com' && url.username === '' ? url.href : undefined;
}

exports.main_handler = async (event) => {
  const target = targetOf(event.queryString);
  if (target === undefined) return reply(400, { error: 'url must be on docs.example.com' });
  try {
    const { data } = await axios.get(target, { responseType: 'text', timeout: 3000, maxRedirects: 0 });
    const [, title = ''] = /<title>([^<]{0,200})/i.exec(String(data)) || [];
    return reply(200, { title });
  } catch (e) {
    return reply(502, { error: 'cannot read the page' });
  }
};
