// 00:30 in Shanghai: the sales of the day that has just ended.
const axios = require('axios');

const dayMs = 24 * 60 * 60 * 1000;
const dayOf = (time) => new Date(time).toISOString().slice(0, 10);

exports.main_handler = async (event) => {
  const day = dayOf(Date.parse(event.Time) - dayMs);
  console.log(`sales of ${day} (Asia/Shanghai)`);
  await axios.put(
    `https://reports.example.com/sales/${day}`,
    { day, zone: 'Asia/Shanghai' },
    { timeout: 3000 },
  );
  return { day };
};
