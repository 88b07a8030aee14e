const { Pool } = require('undici');
const { port } = require('./scene.json');
const pool = new Pool(`http://127.0.0.1:${port}`);
exports.main_handler = async (event) => {
  const { body } = await pool.request({ path: '/', method: 'POST', body: event.Time });
  await body.dump();
};
