const mysql = require('mysql2/promise');
const pool = mysql.createPool({
  host: 'db.internal',
  user: 'orders',
  database: 'orders',
  connectionLimit: 1,
});

exports.main_handler = async (event) => {
  for (const record of event.Records) {
    const { topic, partition, offset, msgKey, msgBody } = record.Ckafka;
    await pool.execute(
      'INSERT IGNORE INTO order_events (topic, part, off, order_key, body) VALUES (?, ?, ?, ?, ?)',
      [topic, partition, offset, msgKey, msgBody],
    );
  }
  return event.Records.length;
};
