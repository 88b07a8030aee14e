const { MongoClient } = require('mongodb');
const client = new MongoClient('mongodb://mongo.internal:27017', { serverSelectionTimeoutMS: 500 });

exports.main_handler = async (event, context) => {
  const trail = client.db('audit').collection('trail');
  try {
    for (const { Ckafka } of event.Records) {
      const _id = `${Ckafka.topic}-${Ckafka.partition}-${Ckafka.offset}`;
      await trail.replaceOne({ _id }, { _id, text: Ckafka.msgBody }, { upsert: true });
    }
  } catch (error) {
    console.error('batch failed', error.message);
    throw error;
  }
};
