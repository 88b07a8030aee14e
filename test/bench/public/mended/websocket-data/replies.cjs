const https = require('https');

function push(body) {
  return new Promise((resolve, reject) => {
    const request = https.request(
      'https://push.example.com/send',
      { method: 'POST', headers: { 'content-type': 'application/json' } },
      (response) => {
        response.resume();
        response.on('end', () =>
          response.statusCode < 300 ? resolve() : reject(new Error(`push ${response.statusCode}`)),
        );
      },
    );
    request.on('error', reject);
    request.end(JSON.stringify(body));
  });
}

exports.main_handler = async (event) => {
  const { secConnectionID, data, dataType } = event.websocket;
  const websocket = { action: 'data send', secConnectionID, dataType, data };
  await push({ websocket });
  return 'pushed';
};
