const axios = require('axios');
exports.main_handler = async (event) => {
  for (const { CMQ } of event.Records) {
    await axios.post('https://stock.example.com/changes', { body: CMQ.msgBody, tag: CMQ.msgTag });
  }
};
