const fs = require('node:fs');
const { join } = require('node:path');
exports.main_handler = async () => {
  fs.chmodSync(join(__dirname, 'data', 'kept.txt'), 0o777);
  fs.utimesSync(join(__dirname, 'data', 'kept.txt'), 0, 0);
};
