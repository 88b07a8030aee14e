const { Pool } = require('pg');
const pool = new Pool({ connectionString: process.env.PG_URL || 'postgres://shop@pg.internal/shop', max: 1 });

const answer = (statusCode, value) => ({
  isBase64Encoded: false,
  statusCode,
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(value),
});

exports.main_handler = async (event) => {
  const { orderId } = event.queryString || {};
  if (typeof orderId !== 'string' || !/^[1-9]\d{0,18}$/.test(orderId))
    return answer(400, { error: 'orderId' });
  const id = Number(orderId);
  try {
    await pool.query('UPDATE orders SET state = $1 WHERE id = $2 AND state <> $1', ['cancelled', id]);
    return answer(200, { orderId: String(id), state: 'cancelled' });
  } catch (err) {
    console.error(err.code);
    return answer(503, { error: 'try again' });
  }
};
