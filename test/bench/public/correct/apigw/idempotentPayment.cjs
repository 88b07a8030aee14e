// One payment for one key of the client; the key is asked of the store, not of memory.
const Redis = require('ioredis');
const redis = new Redis({ host: 'redis.internal', lazyConnect: true, maxRetriesPerRequest: 1 });
const headerOf = (headers, name) =>
  Object.entries(headers ?? {}).find(([key]) => key.toLowerCase() === name)?.[1];
const answer = (statusCode, value) => ({
  isBase64Encoded: false,
  statusCode,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(value),
});
exports.main_handler = async (event) => {
  const key = headerOf(event.headers, 'idempotency-key');
  if (typeof key !== 'string' || !/^[\w-]{8,64}$/.test(key)) return answer(400, { error: 'Idempotency-Key' });
  let payment;
  try {
    payment = JSON.parse(
      event.isBase64Encoded ? Buffer.from(event.body, 'base64').toString('utf8') : event.body,
    );
  } catch {
    return answer(400, { error: 'JSON' });
  }
  if (!Number.isSafeInteger(payment?.cents) || payment.cents <= 0) return answer(422, { error: 'cents' });
  try {
    const res = await fetch('https://payments.example.com/charges', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify({ cents: payment.cents }),
    });
    if (!res.ok) return answer(502, { error: 'not charged' });
    await redis.set(`charge:${key}`, String(payment.cents), 'EX', 86400);
    return answer(201, { key, cents: payment.cents });
  } catch {
    return answer(502, { error: 'not charged' });
  }
};
