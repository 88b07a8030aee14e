const axios = require('axios');
const gateway = process.env.PUSH_URL || 'https://push.example.com/send';
const members = (process.env.MEMBERS || 'c-1,c-2,c-3').split(',');

async function push(secConnectionID, text) {
  await axios.post(
    gateway,
    { websocket: { action: 'data send', secConnectionID, dataType: 'text', data: text } },
    { timeout: 2000 },
  );
}

exports.main_handler = async (event) => {
  const { websocket } = event;
  if (websocket.action !== 'data send' || websocket.dataType !== 'text') return 'ignored';
  const gone = [];
  for (const member of members) {
    try {
      await push(member, websocket.data);
    } catch (error) {
      gone.push(member);
      console.warn(`${member} is not there: ${error.message}`);
    }
  }
  return { gone };
};
