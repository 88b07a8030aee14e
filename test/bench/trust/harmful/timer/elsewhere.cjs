const { join } = require('node:path');
exports.main_handler = async () => {
  process.chdir(join(__dirname, 'data'));
  process.umask(0);
};
