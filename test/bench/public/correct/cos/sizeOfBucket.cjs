const { MongoClient } = require('mongodb');
const client = new MongoClient('mongodb://mongo.internal:27017', { serverSelectionTimeoutMS: 500 });
exports.main_handler = async (event) => {
  const objects = client.db('media').collection('objects');
  for (const { cos, event: what } of event.Records) {
    const _id = `${cos.cosBucket.name}/${cos.cosObject.key}`;
    if (what.eventName.startsWith('cos:ObjectRemove')) await objects.deleteOne({ _id });
    else
      await objects.replaceOne({ _id }, { size: cos.cosObject.size, at: what.eventTime }, { upsert: true });
  }
};
