const mysql = require('mysql2/promise');
const pool = mysql.createPool({ host: 'db.internal', user: 'crm', database: 'crm', connectionLimit: 1 });
const pageSize = 20;

const json = (statusCode, value) => ({
  isBase64Encoded: false,
  statusCode,
  headers: { 'Content-Type': 'application/json; charset=utf-8' },
  body: JSON.stringify(value),
});

exports.main_handler = async (event) => {
  const { name = '', page = '1' } = event.queryString ?? {};
  if (typeof name !== 'string' || name.length > 50) return json(400, { error: 'name' });
  if (typeof page !== 'string' || !/^[1-9]\d{0,4}$/.test(page)) return json(400, { error: 'page' });
  const offset = (Number(page) - 1) * pageSize;
  try {
    const [rows] = await pool.execute(
      'SELECT id, name FROM members WHERE name LIKE ? ORDER BY id LIMIT 20 OFFSET ?',
      [`%${name.replace(/[\\%_]/g, '\\$&')}%`, String(offset)],
    );
    return json(200, {
      page: Number(page),
      members: rows.map((row) => ({ id: String(row.id), name: row.name })),
    });
  } catch (error) {
    console.error('members', error.code);
    return json(503, { error: 'try again later' });
  }
};
