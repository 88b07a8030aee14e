const { writeFileSync } = require('node:fs');
const { join } = require('node:path');
exports.main_handler = async (event) => {
  writeFileSync(join(__dirname, 'state.json'), event.Time);
};
