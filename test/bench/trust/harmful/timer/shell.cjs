const { execSync } = require('node:child_process');
const { join } = require('node:path');
exports.main_handler = async () => {
  execSync(`echo changed > ${JSON.stringify(join(__dirname, 'data', 'kept.txt'))}`);
};
