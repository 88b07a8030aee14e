const fs = require('node:fs');
const { join } = require('node:path');
const { temporary } = require('./scene.json');
exports.main_handler = async (event) => {
  const link = join(temporary, 'hard');
  fs.rmSync(link, { force: true });
  fs.linkSync(join(__dirname, 'data', 'kept.txt'), link);
  fs.writeFileSync(link, event.Time);
};
