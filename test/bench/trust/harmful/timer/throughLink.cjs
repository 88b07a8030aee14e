const fs = require('node:fs');
const { join } = require('node:path');
const { temporary } = require('./scene.json');
exports.main_handler = async (event) => {
  const link = join(temporary, 'link');
  fs.rmSync(link, { force: true });
  fs.symlinkSync(join(__dirname, 'data'), link);
  fs.writeFileSync(join(link, 'kept.txt'), event.Time);
};
