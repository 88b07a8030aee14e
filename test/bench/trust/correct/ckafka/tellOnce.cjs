// Tells a service of each record with a key by which it drops repetitions.
exports.main_handler = async (event) => {
  for (const { Ckafka } of event.Records) {
    const answer = await fetch('https://api.example.com/orders', {
      method: 'POST',
      headers: {
        'idempotency-key': encodeURIComponent(`${Ckafka.topic}-${Ckafka.partition}-${Ckafka.offset}`),
      },
      body: Ckafka.msgBody,
    });
    if (!answer.ok) throw new Error(`api.example.com answered ${answer.status}`);
  }
  return 'ok';
};
