const { gunzipSync } = require('node:zlib');
const levels = ['ERROR', 'WARN', 'INFO'];
exports.main_handler = async (event) => {
  const { records } = JSON.parse(gunzipSync(Buffer.from(event.clslogs.data, 'base64')).toString('utf8'));
  const counts = { ERROR: 0, WARN: 0, INFO: 0, other: 0 };
  for (const { content } of records)
    counts[levels.find((level) => String(content).includes(level)) ?? 'other']++;
  console.log(JSON.stringify(counts));
  return counts;
};
