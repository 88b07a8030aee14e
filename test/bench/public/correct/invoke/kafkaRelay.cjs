// What other functions hand over goes to a topic, with a key that a consumer can tell twins by.
const { Kafka, logLevel } = require('kafkajs');
const { createHash } = require('node:crypto');
const kafka = new Kafka({
  clientId: 'relay',
  brokers: ['kafka.internal:9092'],
  logLevel: logLevel.NOTHING,
  retry: { retries: 0 },
});
const producer = kafka.producer({ idempotent: true });
let connected;
exports.main_handler = async (event) => {
  const value = JSON.stringify(event ?? null);
  const key = createHash('sha256').update(value).digest('hex');
  connected ??= producer.connect();
  try {
    await connected;
  } catch (error) {
    connected = undefined;
    throw error;
  }
  await producer.send({ topic: 'relay', messages: [{ key, value }] });
  return { key };
};
