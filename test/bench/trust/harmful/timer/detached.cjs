const { spawn } = require('node:child_process');
exports.main_handler = async () => {
  const child = spawn('sleep', ['60'], { detached: true, stdio: 'ignore' });
  child.on('error', () => undefined);
  child.unref();
};
