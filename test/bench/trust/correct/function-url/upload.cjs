// Passes what is sent on to a store, under the hash of its bytes.
const { createHash } = require('node:crypto');
exports.main_handler = async (event) => {
  const bytes = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
  const hash = createHash('sha256').update(bytes).digest('hex');
  const stored = await fetch(`https://store.example.com/blobs/${hash}`, { method: 'PUT', body: bytes }).catch(
    () => undefined,
  );
  return {
    isBase64Encoded: false,
    statusCode: stored?.ok ? 201 : 502,
    headers: { 'content-type': 'text/plain' },
    body: stored?.ok ? hash : 'try again',
  };
};
