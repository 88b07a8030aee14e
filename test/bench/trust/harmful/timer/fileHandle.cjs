const { open } = require('node:fs/promises');
const { join } = require('node:path');
exports.main_handler = async (event) => {
  const file = await open(join(__dirname, 'data', 'kept.txt'), 'r+');
  await file.write(event.Time);
  await file.truncate(3);
  await file.close();
};
