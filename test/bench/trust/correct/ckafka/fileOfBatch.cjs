// One file for each batch, named after where it starts.
exports.main_handler = async (event) => {
  const [{ Ckafka }] = event.Records;
  const name = encodeURIComponent(`${Ckafka.topic}/${Ckafka.partition}/${Ckafka.offset}.ndjson`);
  const body = event.Records.map(({ Ckafka: record }) => JSON.stringify({ body: record.msgBody })).join('\n');
  const answer = await fetch(`https://store.example.com/${name}`, { method: 'PUT', body });
  if (!answer.ok) throw new Error(`store.example.com answered ${answer.status}`);
  return 'ok';
};
