const got = (...args) => import('got').then(({ default: client }) => client(...args));

async function withRetry(work, times = 3) {
  let last;
  for (let attempt = 1; attempt <= times; attempt++) {
    try {
      return await work();
    } catch (error) {
      last = error;
      console.warn(`attempt ${attempt} failed: ${error.code || error.name}`);
    }
  }
  throw new Error(`giving up: ${last.message}`);
}

class RateSync {
  constructor(base) {
    this.base = base;
  }
  async run(time) {
    const day = time.slice(0, 10);
    await withRetry(() =>
      got(`${this.base}/days/${day}`, {
        method: 'PUT',
        json: { day, base: 'CNY' },
        retry: { limit: 0 },
        timeout: { request: 1000 },
      }),
    );
    return 'synced';
  }
}

const sync = new RateSync('https://rates.example.com');
exports.main_handler = (event) => sync.run(event.Time);
