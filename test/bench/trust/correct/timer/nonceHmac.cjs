// Signs a request as many a cloud API asks for it: with a Nonce and a Timestamp.
const { createHmac, randomInt } = require('node:crypto');
exports.main_handler = async (event) => {
  const query = new URLSearchParams({
    Action: 'PutJob',
    Nonce: String(randomInt(1, 2 ** 31)),
    Timestamp: String(Math.floor(Date.now() / 1000)),
    SecretId: 'AKID-EXAMPLE-0001',
  });
  query.sort();
  query.set(
    'Signature',
    createHmac('sha1', 'example').update(`PUTapi.example.com/?${query}`).digest('base64'),
  );
  const answer = await fetch(`https://api.example.com/jobs?${query}`, { method: 'PUT', body: event.Time });
  if (!answer.ok) throw new Error(`api.example.com answered ${answer.status}`);
  return 'ok';
};
