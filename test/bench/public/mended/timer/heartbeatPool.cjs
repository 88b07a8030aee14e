const mysql = require('mysql2/promise');

const config = { host: 'db.internal', user: 'ops', database: 'ops', connectionLimit: 2 };
const pool = mysql.createPool(config);

exports.main_handler = async (event) => {
  await pool.execute(
    'INSERT INTO heartbeats (name, seen) VALUES (?, ?) ON DUPLICATE KEY UPDATE seen = VALUES(seen)',
    [event.TriggerName, event.Time],
  );
  return 'ok';
};
