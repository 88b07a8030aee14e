// The newest of a product wins by its offset, in whatever order messages come.
const { Pool } = require('pg');
const pool = new Pool({ host: 'pg.internal', database: 'stock', user: 'stock', max: 1 });
const read = (text) => {
  try {
    const value = JSON.parse(text);
    return value !== null && typeof value === 'object' ? value : undefined;
  } catch {
    return undefined;
  }
};
exports.main_handler = async (event) => {
  for (const { Ckafka } of event.Records) {
    const { topic, partition, offset, msgBody } = Ckafka;
    const change = read(msgBody);
    const sku = typeof change?.sku === 'string' ? change.sku : 'unknown';
    await pool.query(
      `INSERT INTO stock (topic, part, sku, off, body) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (topic, part, sku) DO UPDATE SET off = EXCLUDED.off, body = EXCLUDED.body WHERE stock.off < EXCLUDED.off`,
      [topic, partition, sku, offset, msgBody],
    );
  }
};
