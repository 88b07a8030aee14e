const Redis = require('ioredis');
const redis = new Redis({ host: 'redis.internal', lazyConnect: true, maxRetriesPerRequest: 1 });
const connections = new Map();

exports.main_handler = async (event) => {
  const { requestContext, websocket } = event;
  const room = String(requestContext.path || '/');
  await redis.hset('connections', websocket.secConnectionID, room);
  console.log(`${room}: one more connection`);
  return {
    errNo: 0,
    errMsg: 'ok',
    websocket: { action: 'connecting', secConnectionID: websocket.secConnectionID },
  };
};
