exports.endlessLoop = () => {
  for (;;);
};
exports.heapHog = () => {
  const kept = [];
  for (;;) kept.push(Array.from({ length: 1000 }, (_, i) => ({ i })));
};
exports.bufferHog = () => {
  const kept = [];
  for (;;) kept.push(Buffer.alloc(1_000_000, 'x'));
};
exports.exit = async () => {
  console.log('about to exit');
  process.exit(3);
};
exports.lateExit = async () => {
  setTimeout(() => process.exit(4), 5);
  return 'answered';
};
exports.unhandledRejection = () => {
  Promise.reject(new Error('nobody awaits me'));
};
exports.uncaughtError = () => {
  setTimeout(() => {
    throw new TypeError('nobody catches me');
  }, 1);
};
exports.lateError = async () => {
  setTimeout(() => {
    throw new Error('too late');
  }, 1);
  return 'answered';
};
exports.lateTimer = async () => {
  setTimeout(() => {}, 10);
  return 'answered';
};
exports.interval = async () => {
  setInterval(() => {}, 5);
  return 'answered';
};
exports.sleepy = async (event) => {
  await new Promise((wake) => setTimeout(wake, event.ms));
  return 'awake';
};
exports.slowCrypto = () =>
  new Promise((resolve) =>
    require('node:crypto').scrypt('a', 'b', 32, { N: 16384 }, (_, key) => resolve(key.length)),
  );
exports.rejects = () => Promise.reject('a text');
exports.throws = () => {
  throw new RangeError('thrown at once');
};
