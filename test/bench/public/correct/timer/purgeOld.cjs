const mysql = require('mysql2/promise');
const pool = mysql.createPool({ host: 'db.internal', user: 'ops', database: 'ops', connectionLimit: 1 });
exports.main_handler = async (event) => {
  const before = new Date(Date.parse(event.Time) - 90 * 86_400_000);
  let removed = 0;
  for (let round = 0; round < 20; round++) {
    const [result] = await pool.execute('DELETE FROM access_log WHERE seen < ? LIMIT 1000', [before]);
    const count = Number(result?.affectedRows) || 0;
    removed += count;
    if (count < 1000) break;
  }
  return { removed };
};
