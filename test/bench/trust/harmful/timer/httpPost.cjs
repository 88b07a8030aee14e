const http = require('node:http');
const { port } = require('./scene.json');
exports.main_handler = (event) =>
  new Promise((done, fail) => {
    const request = http.request({ port, host: '127.0.0.1', method: 'POST' }, (response) =>
      response.resume().once('end', () => done('ok')),
    );
    request.once('error', fail).end(event.Time);
  });
