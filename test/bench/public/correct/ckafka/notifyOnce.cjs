const Redis = require('ioredis');
const redis = new Redis({ host: 'redis.internal', lazyConnect: true, maxRetriesPerRequest: 1 });
class Notifier {
  async once(id, work) {
    const isMine = await redis.set(`once:${id}`, '1', 'EX', 86400, 'NX');
    if (isMine !== 'OK') return;
    try {
      await work();
    } catch (error) {
      await redis.del(`once:${id}`);
      throw error;
    }
  }
  async handle({ topic, partition, offset, msgBody }) {
    const id = `${topic}:${partition}:${offset}`;
    await this.once(id, async () => {
      const res = await fetch('https://notify.example.com/messages', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': id },
        body: JSON.stringify({ text: msgBody }),
      });
      if (!res.ok) throw new Error(`notify: ${res.status}`);
    });
  }
}
const notifier = new Notifier();
exports.main_handler = async (event) => {
  for (const { Ckafka } of event.Records) await notifier.handle(Ckafka);
};
