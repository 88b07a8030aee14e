const { gunzipSync } = require('zlib');

const linesOf = (event) => JSON.parse(gunzipSync(Buffer.from(event.clslogs.data, 'base64'))).records;

function costOf(content) {
  try {
    return Number(JSON.parse(content)?.cost) || 0;
  } catch {
    return 0;
  }
}

exports.main_handler = async (event) => {
  let slow = 0;
  let lines = 0;
  for (const { content } of linesOf(event)) {
    lines++;
    if (costOf(content) > 1000) slow++;
  }
  console.log(JSON.stringify({ lines, slow }));
  return { lines, slow };
};
