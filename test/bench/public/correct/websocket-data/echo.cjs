const axios = require('axios');
exports.main_handler = async (event) => {
  const { action, secConnectionID, dataType, data } = event.websocket;
  if (action !== 'data send') return;
  await axios.post(
    'https://push.example.com/send',
    { websocket: { action: 'data send', secConnectionID, dataType, data } },
    { timeout: 2000 },
  );
};
