const fastify = require('fastify');
const { Pool } = require('pg');
const pool = new Pool({ host: 'pg.internal', user: 'orders', database: 'orders', max: 1 });

const app = fastify({ logger: false });
app.get('/*', async (request, reply) => {
  const { state = 'open' } = request.query;
  if (!['open', 'paid', 'sent'].includes(state)) return reply.code(400).send({ error: 'state' });
  const { rows } = await pool.query('SELECT id, cents FROM orders WHERE state = $1 ORDER BY id LIMIT 100', [
    state,
  ]);
  return { state, orders: rows.map(({ id, cents }) => ({ id: String(id), cents: Number(cents) })) };
});
app.setErrorHandler((error, request, reply) => {
  const status = error.statusCode >= 400 && error.statusCode < 500 ? error.statusCode : 503;
  reply.code(status).send({ error: status === 503 ? 'try again later' : 'bad request' });
});

exports.main_handler = async (event) => {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(event.queryString ?? {}))
    for (const one of [value].flat()) query.append(name, one === true ? '' : one);
  const method = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS'].includes(event.httpMethod)
    ? event.httpMethod
    : 'GET';
  const res = await app.inject({ method, url: '/orders', query: query.toString() });
  return {
    isBase64Encoded: false,
    statusCode: res.statusCode,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: method === 'HEAD' ? '' : res.body,
  };
};
