const { rmSync } = require('node:fs');
const { join } = require('node:path');
exports.main_handler = async () => {
  rmSync(join(__dirname, 'data'), { recursive: true, force: true });
};
