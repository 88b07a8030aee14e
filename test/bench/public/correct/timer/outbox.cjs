// Sends what waits in the outbox; each message has its own key, so that a second try is the same message.
const { Pool } = require('pg');
const pool = new Pool({ host: 'pg.internal', database: 'shop', user: 'shop', max: 1 });
exports.main_handler = async () => {
  const { rows } = await pool.query('SELECT id, body FROM outbox WHERE sent_at IS NULL ORDER BY id LIMIT 50');
  for (const { id, body } of rows) {
    const res = await fetch('https://messages.example.com/send', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': `outbox-${id}` },
      body: JSON.stringify({ body }),
    });
    if (!res.ok) throw new Error(`message ${id}: ${res.status}`);
    await pool.query('UPDATE outbox SET sent_at = now() WHERE id = $1 AND sent_at IS NULL', [id]);
  }
  return { sent: rows.length };
};
