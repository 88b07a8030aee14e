const Redis = require('ioredis');
const redis = new Redis({
  host: process.env.REDIS_HOST || 'redis.internal',
  lazyConnect: true,
  maxRetriesPerRequest: 1,
});

exports.main_handler = async (event) => {
  const reply = (statusCode, body) => ({
    isBase64Encoded: false,
    statusCode,
    headers: { 'content-type': 'text/plain' },
    body,
  });
  let refund;
  try {
    refund = JSON.parse(
      event.isBase64Encoded ? Buffer.from(event.body, 'base64').toString('utf8') : event.body,
    );
  } catch {
    return reply(400, 'fail');
  }
  if (!refund || typeof refund.refundId !== 'string' || !Number.isSafeInteger(refund.amount))
    return reply(400, 'fail');
  try {
    await redis.hset(`refund:${refund.refundId}`, { amount: refund.amount, state: 'done' });
  } catch (err) {
    console.error('refund was not kept:', err.message);
  }
  return reply(200, 'success');
};
