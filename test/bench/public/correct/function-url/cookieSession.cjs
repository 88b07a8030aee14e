const { randomBytes, createHmac } = require('node:crypto');
const secret = process.env.COOKIE_SECRET ?? 'unset';
const sign = (id) => createHmac('sha256', secret).update(id).digest('base64url').slice(0, 22);
const cookieOf = (event) => {
  const [, header = ''] =
    Object.entries(event.headers ?? {}).find(([name]) => name.toLowerCase() === 'cookie') ?? [];
  for (const part of String(header).split(';')) {
    const [name, ...rest] = part.trim().split('=');
    if (name === 'visitor') return rest.join('=');
  }
  return undefined;
};
exports.main_handler = async (event) => {
  const [id, mark] = (cookieOf(event) ?? '').split('.');
  const isKnown = id !== '' && mark === sign(id ?? '');
  const visitor = isKnown ? id : randomBytes(12).toString('hex');
  return {
    isBase64Encoded: false,
    statusCode: 200,
    headers: {
      'content-type': 'application/json',
      'cache-control': 'no-store',
      'set-cookie': `visitor=${visitor}.${sign(visitor)}; HttpOnly; Secure; SameSite=Lax; Max-Age=86400`,
    },
    body: JSON.stringify({ isKnown }),
  };
};
