const axios = require('axios');
exports.main_handler = async (event) => {
  for (const { CMQ } of event.Records) {
    await axios.put(`https://stock.example.com/changes/${encodeURIComponent(CMQ.msgId)}`, {
      body: CMQ.msgBody,
      tag: CMQ.msgTag,
    });
  }
};
