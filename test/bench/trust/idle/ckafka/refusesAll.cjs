// Knows only messages that are signed.
const { createHmac } = require('node:crypto');
exports.main_handler = async (event) => {
  for (const { Ckafka } of event.Records) {
    const [body, signature] = Ckafka.msgBody.split('\u0000');
    if (createHmac('sha1', 'example').update(body).digest('hex') !== signature)
      throw new Error('a message is not signed');
    await fetch('https://api.example.com/last', { method: 'PUT', body });
  }
};
