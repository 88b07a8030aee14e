// A code by text message, kept for five minutes.
const Redis = require('ioredis');
const { randomInt } = require('crypto');
const redis = new Redis({ host: 'redis.internal', lazyConnect: true, maxRetriesPerRequest: 1 });

const reply = (statusCode, value) => ({
  isBase64Encoded: false,
  statusCode,
  headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  body: JSON.stringify(value),
});

exports.main_handler = async (event) => {
  let body;
  try {
    body = JSON.parse(
      event.isBase64Encoded ? Buffer.from(event.body ?? '', 'base64').toString('utf8') : event.body,
    );
  } catch {
    return reply(400, { error: 'JSON expected' });
  }
  const phone = body?.phone;
  if (typeof phone !== 'string' || !/^1[3-9]\d{9}$/.test(phone)) return reply(422, { error: 'phone' });
  const code = String(randomInt(100000, 1000000));
  try {
    await redis.set(`code:${phone}`, code, 'EX', 300);
    const sent = await fetch('https://sms.example.com/send', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ phone, template: 'login', code }),
    });
    if (!sent.ok) return reply(502, { error: 'message not sent' });
  } catch (error) {
    console.error('login code', error.name);
    return reply(502, { error: 'message not sent' });
  }
  return reply(202, { expires: 300 });
};
