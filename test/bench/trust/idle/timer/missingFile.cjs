const { readFileSync } = require('node:fs');
const { join } = require('node:path');
exports.main_handler = async () => {
  const config = JSON.parse(readFileSync(join(__dirname, 'config.production.json'), 'utf8'));
  await fetch(config.address, { method: 'PUT' });
};
