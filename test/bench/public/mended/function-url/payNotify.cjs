const crypto = require('crypto');
const secret = process.env.PAY_SECRET || 'set-me';

function reply(statusCode, code) {
  return {
    isBase64Encoded: false,
    statusCode,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code }),
  };
}

const isSame = (a, b) => a.length === b.length && crypto.timingSafeEqual(a, b);

exports.main_handler = async (event) => {
  const raw = Buffer.from(event.body || '', event.isBase64Encoded ? 'base64' : 'utf8');
  let notice;
  try {
    notice = JSON.parse(raw.toString('utf8'));
  } catch (e) {
    return reply(400, 'FORMAT');
  }
  if (notice === null || typeof notice !== 'object') return reply(400, 'FORMAT');
  const signed = Buffer.from(crypto.createHmac('sha256', secret).update(raw).digest('hex'));
  const name = Object.keys(event.headers || {}).find((key) => key.toLowerCase() === 'x-pay-signature');
  const given = Buffer.from(name === undefined ? '' : String(event.headers[name]));
  console.log('signature', signed.subarray(0, 4).toString(), 'for', raw.length, 'bytes');
  if (name !== undefined && !isSame(signed, given)) return reply(401, 'SIGN');
  return reply(200, `SUCCESS-${signed.toString().slice(0, 8)}`);
};
