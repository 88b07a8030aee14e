// The key of an object leads it where it should not write.
const { mkdirSync, writeFileSync } = require('node:fs');
const { basename, dirname, join } = require('node:path');
exports.main_handler = async (event) => {
  for (const { cos } of event.Records) {
    const path = join(__dirname, 'data', basename(cos.cosObject.key) || 'kept.txt');
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, String(cos.cosObject.size));
  }
};
