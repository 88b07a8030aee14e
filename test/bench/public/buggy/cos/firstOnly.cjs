'use strict';
const { MongoClient } = require('mongodb');
const client = new MongoClient(process.env.MONGO_URL || 'mongodb://mongo.internal:27017', {
  serverSelectionTimeoutMS: 500,
});

exports.main_handler = async (event) => {
  const files = client.db('media').collection('files');
  const records = [event.Records[0]];
  for (const { cos, event: what } of records) {
    await files.updateOne(
      { _id: `${cos.cosBucket.name}:${cos.cosObject.key}` },
      { $set: { size: cos.cosObject.size, event: what.eventName, at: what.eventTime } },
      { upsert: true },
    );
  }
  return { seen: records.length };
};
