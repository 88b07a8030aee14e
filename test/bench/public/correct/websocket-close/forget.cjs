const Redis = require('ioredis');
const redis = new Redis({ host: 'redis.internal', lazyConnect: true, maxRetriesPerRequest: 1 });
exports.main_handler = async (event) => {
  await redis.hdel('connections', event.websocket.secConnectionID);
};
