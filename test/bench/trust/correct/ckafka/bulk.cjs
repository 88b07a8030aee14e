// Writes a batch at once, each record under an id of its own.
exports.main_handler = async (event) => {
  const lines = event.Records.flatMap(({ Ckafka }) => [
    JSON.stringify({
      index: { _index: 'records', _id: `${Ckafka.topic}-${Ckafka.partition}-${Ckafka.offset}` },
    }),
    JSON.stringify({ body: Ckafka.msgBody }),
  ]);
  const answer = await fetch('https://search.example.com/_bulk', {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson' },
    body: `${lines.join('\n')}\n`,
  });
  if (!answer.ok) throw new Error(`search.example.com answered ${answer.status}`);
  return 'ok';
};
