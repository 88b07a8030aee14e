const fastify = require('fastify');

function build() {
  const app = fastify();
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'string' }, (request, body, done) => done(null, body));
  app.all('*', async (request, reply) => {
    let ticket;
    try {
      ticket = JSON.parse(request.body || '{}');
    } catch {
      return reply.code(400).send({ error: 'JSON' });
    }
    return reply
      .code(200)
      .send({ subject: typeof ticket?.subject === 'string' ? ticket.subject : '', isEmpty: !request.body });
  });
  return app;
}

const app = build();
exports.main_handler = async (event) => {
  const isText = typeof event.payload === 'string';
  const isBase64 = String(event.isBase64Encoded) === 'true';
  const payload = Buffer.from(event.payload || '', isBase64 ? 'base64' : 'utf8').toString('utf8');
  const res = await app.inject({
    method: 'POST',
    url: '/',
    payload: payload || undefined,
    headers: { 'content-type': 'text/plain' },
  });
  return {
    isBase64Encoded: false,
    statusCode: res.statusCode,
    headers: { 'content-type': 'application/json' },
    body: res.body,
  };
};
