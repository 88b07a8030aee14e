const http2 = require('node:http2');
const { port } = require('./scene.json');
exports.main_handler = (event) =>
  new Promise((done) => {
    const session = http2.connect(`http://127.0.0.1:${port}`);
    session.once('error', () => done('no'));
    const stream = session.request({ ':method': 'POST', ':path': '/' });
    stream.once('error', () => done('no')).once('close', () => done('ok'));
    stream.end(event.Time);
  });
