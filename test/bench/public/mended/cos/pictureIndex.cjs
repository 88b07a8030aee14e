const axios = require('axios');
const index = axios.create({ baseURL: 'https://pictures.example.com', timeout: 3000 });

class PictureIndex {
  idOf(record) {
    const { cosBucket, cosObject } = record.cos;
    return encodeURIComponent(`${cosBucket.name}/${cosObject.key}`);
  }
  async handle(record) {
    const name = record.event.eventName;
    if (/^cos:ObjectRemove/.test(name)) {
      await index.delete(`/items/${this.idOf(record)}`, {
        validateStatus: (status) => status < 300 || status === 404,
      });
      return;
    }
    await index.put(`/items/${this.idOf(record)}`, {
      size: record.cos.cosObject.size,
      at: record.event.eventTime,
    });
    console.log(name, this.idOf(record));
  }
}

const pictures = new PictureIndex();
exports.main_handler = async (event) => {
  for (const record of event.Records) await pictures.handle(record);
};
