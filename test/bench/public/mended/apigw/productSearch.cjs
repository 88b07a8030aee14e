'use strict';
const mysql = require('mysql2/promise');

const pool = mysql.createPool({ host: process.env.DB_HOST || 'db.internal', user: 'shop', database: 'shop' });

const json = (statusCode, value) => ({
  isBase64Encoded: false,
  statusCode,
  headers: { 'Content-Type': 'application/json; charset=utf-8' },
  body: JSON.stringify(value),
});

exports.main_handler = async (event) => {
  const query = event.queryString || {};
  const keyword = typeof query.keyword === 'string' ? query.keyword.trim() : '';
  if (keyword.length === 0 || keyword.length > 60) return json(400, { message: 'keyword: 1 to 60 letters' });
  try {
    const [rows] = await pool.query('SELECT id, title FROM products WHERE title LIKE ? LIMIT 20', [
      `%${keyword}%`,
    ]);
    return json(200, { total: rows.length, rows });
  } catch (error) {
    console.error('search failed', error.code);
    return json(502, { message: 'search is not available' });
  }
};
