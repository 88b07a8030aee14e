// Sends the client to a signed address.
const { createHmac } = require('node:crypto');
exports.main_handler = async (event) => {
  const expires = Math.floor(Date.now() / 1000) + 300;
  const path = encodeURI(event.path.replace(/[^\w/.-]/g, '_'));
  const signature = createHmac('sha256', 'example').update(`GET ${path} ${expires}`).digest('hex');
  return {
    isBase64Encoded: false,
    statusCode: 302,
    headers: { location: `https://files.example.com${path}?expires=${expires}&signature=${signature}` },
    body: '',
  };
};
