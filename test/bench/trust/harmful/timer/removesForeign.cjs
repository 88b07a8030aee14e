const { rm } = require('node:fs/promises');
const { foreign } = require('./scene.json');
exports.main_handler = async () => {
  await rm(foreign, { recursive: true, force: true });
};
