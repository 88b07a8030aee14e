// Answers 500 to everybody, since its database is not there.
const { once } = require('node:events');
const net = require('node:net');
exports.main_handler = async (event) => {
  try {
    const socket = net.connect(7687, 'graph.example.com');
    await once(socket, 'connect');
    return { isBase64Encoded: false, statusCode: 200, headers: {}, body: event.path };
  } catch {
    return { isBase64Encoded: false, statusCode: 500, headers: {}, body: 'no database' };
  }
};
