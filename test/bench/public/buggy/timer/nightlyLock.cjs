const Redis = require('ioredis');
const axios = require('axios');
const redis = new Redis({ host: 'redis.internal', lazyConnect: true, maxRetriesPerRequest: 1 });

exports.main_handler = async (event) => {
  const day = event.Time.slice(0, 10);
  const locked = await redis.set('lock:nightly', event.Time, 'EX', 86400, 'NX');
  if (locked === null) return 'busy';
  await axios.put(`https://jobs.example.com/nightly/${day}`, { day });
  await redis.del('lock:nightly');
  return 'done';
};
