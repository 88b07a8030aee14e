// Talks to a cache of the private network, which is not there.
const { once } = require('node:events');
const net = require('node:net');
exports.main_handler = async (event) => {
  const socket = net.connect(11211, '10.0.0.12');
  await once(socket, 'connect');
  socket.end(`SET last ${event.Time}\r\n`);
};
