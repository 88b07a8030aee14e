const mysql = require('mysql2/promise');

const config = { host: 'db.internal', user: 'ops', database: 'ops', connectionLimit: 2 };

exports.main_handler = async (event) => {
  const pool = mysql.createPool(config);
  await pool.execute(
    'INSERT INTO heartbeats (name, seen) VALUES (?, ?) ON DUPLICATE KEY UPDATE seen = VALUES(seen)',
    [event.TriggerName, event.Time],
  );
  return 'ok';
};
