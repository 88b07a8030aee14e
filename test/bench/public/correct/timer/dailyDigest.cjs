// 9 o'clock in Shanghai: the digest of the day before, as one object that may be written again.
const zlib = require('node:zlib');
const dayBefore = (time) =>
  new Date(Date.parse(time) + 8 * 3_600_000 - 86_400_000).toISOString().slice(0, 10);
exports.main_handler = async (event) => {
  const day = dayBefore(event.Time);
  const res = await fetch(`https://stats.example.com/days/${day}`);
  if (!res.ok) throw new Error(`stats: ${res.status}`);
  const body = zlib.gzipSync(await res.text());
  const put = await fetch(`https://digests-1250000000.cos.ap-shanghai.myqcloud.com/${day}.gz`, {
    method: 'PUT',
    body,
  });
  if (!put.ok) throw new Error(`digest: ${put.status}`);
  return { day };
};
