// Each message is an object of its own, so that their order does not matter; eight at a time.
const put = async ({ topic, partition, offset, msgBody }) => {
  const res = await fetch(
    `https://lake-1250000000.cos.ap-beijing.myqcloud.com/${encodeURIComponent(topic)}/${partition}/${offset}`,
    {
      method: 'PUT',
      body: msgBody,
    },
  );
  if (!res.ok) throw new Error(`lake: ${res.status}`);
};
exports.main_handler = async (event) => {
  const rest = event.Records.map(({ Ckafka }) => Ckafka);
  for (let start = 0; start < rest.length; start += 8) {
    const results = await Promise.allSettled(rest.slice(start, start + 8).map(put));
    const failed = results.find(({ status }) => status === 'rejected');
    if (failed) throw failed.reason;
  }
};
