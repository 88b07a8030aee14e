const { fork } = require('node:child_process');
if (process.send !== undefined && process.argv[2] === 'child') setInterval(() => undefined, 1000);
const child = process.argv[2] === 'child' ? undefined : fork(__filename, ['child']);
child?.on('error', () => undefined);
exports.main_handler = async () => {};
