const { createHmac, timingSafeEqual } = require('node:crypto');
const secret = process.env.HOOK_SECRET ?? 'unset';
const header = (event, name) =>
  String(Object.entries(event.headers ?? {}).find(([key]) => key.toLowerCase() === name)?.[1] ?? '');
const plain = (statusCode, body) => ({
  isBase64Encoded: false,
  statusCode,
  headers: { 'content-type': 'text/plain' },
  body,
});
exports.main_handler = async (event) => {
  const raw = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
  const kind = header(event, 'x-github-event');
  const signature = Buffer.from(header(event, 'x-hub-signature-256'));
  const wanted = Buffer.from(`sha256=${createHmac('sha256', secret).update(raw).digest('hex')}`);
  const isSigned = signature.length === wanted.length && timingSafeEqual(signature, wanted);
  console.log(`hook ${JSON.stringify(kind)}, ${raw.length} bytes, ${isSigned ? 'signed' : 'unsigned'}`);
  if (!isSigned) return plain(kind === '' ? 400 : 401, 'signature expected');
  return plain(202, kind);
};
