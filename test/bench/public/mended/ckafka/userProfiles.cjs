const axios = require('axios');
const profiles = axios.create({ baseURL: 'https://profiles.example.com', timeout: 2000 });

exports.main_handler = async (event) => {
  for (const { Ckafka } of event.Records) {
    let change;
    try {
      change = JSON.parse(Ckafka.msgBody);
    } catch (e) {
      console.warn(`skip ${Ckafka.topic}/${Ckafka.partition}/${Ckafka.offset}: no JSON`);
      continue;
    }
    if (change?.deleted) continue;
    const id = String(change?.userId ?? `${Ckafka.partition}-${Ckafka.offset}`);
    await profiles.put(`/users/${encodeURIComponent(id)}/${Ckafka.topic}`, {
      partition: Ckafka.partition,
      offset: Ckafka.offset,
    });
  }
};
