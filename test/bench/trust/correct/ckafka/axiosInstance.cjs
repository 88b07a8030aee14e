// Uses an instance of axios with a base address and a time-out.
const axios = require('axios');
const store = axios.create({ baseURL: 'https://store.example.com', timeout: 5000 });
exports.main_handler = async (event) => {
  for (const { Ckafka } of event.Records)
    await store.put(`/offsets/${encodeURIComponent(Ckafka.topic)}/${Ckafka.partition}/${Ckafka.offset}`, {
      key: Ckafka.msgKey,
    });
  return 'ok';
};
