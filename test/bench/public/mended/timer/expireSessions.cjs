const Redis = require('ioredis');
const redis = new Redis({ host: 'redis.internal', lazyConnect: true, maxRetriesPerRequest: 1 });
const queues = ['web', 'app', 'mini'];

exports.main_handler = async (event) => {
  const before = Date.parse(event.Time) - 30 * 86_400_000;
  for (const queue of queues) {
    await redis.zremrangebyscore(`sessions:${queue}`, 0, before);
  }
  return { before, queues: queues.length };
};
