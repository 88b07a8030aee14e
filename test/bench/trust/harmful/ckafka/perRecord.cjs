const net = require('node:net');
const { port } = require('./scene.json');
exports.main_handler = async (event) => {
  await Promise.allSettled(
    event.Records.map(
      ({ Ckafka }) =>
        new Promise((done, fail) => {
          const socket = new net.Socket();
          socket.once('error', fail).once('close', done);
          socket.connect({ port, host: 'localhost' }, () => socket.end(Ckafka.msgBody));
        }),
    ),
  );
};
