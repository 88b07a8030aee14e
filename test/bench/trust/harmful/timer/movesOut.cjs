const fs = require('node:fs');
const { join } = require('node:path');
const { temporary } = require('./scene.json');
exports.main_handler = async () => {
  fs.renameSync(join(__dirname, 'data', 'kept.txt'), join(temporary, 'taken.txt'));
};
