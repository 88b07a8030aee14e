exports.main_handler = async (event) => {
  const lines = event.Records.flatMap(({ Ckafka: { topic, partition, offset, msgBody } }) => [
    JSON.stringify({ index: { _index: 'messages', _id: `${topic}-${partition}-${offset}` } }),
    JSON.stringify({ message: msgBody }),
  ]);
  const res = await fetch('https://elastic.example.com/_bulk', {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson' },
    body: `${lines.join('\n')}\n`,
  });
  if (!res.ok) throw new Error(`bulk: ${res.status}`);
  return { indexed: event.Records.length };
};
