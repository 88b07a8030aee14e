const { Worker } = require('node:worker_threads');
const { join } = require('node:path');
exports.main_handler = async () => {
  const path = JSON.stringify(join(__dirname, 'data', 'kept.txt'));
  const worker = new Worker(`require('node:fs').writeFileSync(${path}, 'changed')`, { eval: true });
  await new Promise((done) => worker.once('exit', done).once('error', done));
};
