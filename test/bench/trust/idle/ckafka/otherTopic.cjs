exports.main_handler = async (event) => {
  const ours = event.Records.filter(({ Ckafka }) => Ckafka.topic === 'our-very-own-topic');
  for (const { Ckafka } of ours)
    await fetch('https://api.example.com/last', { method: 'PUT', body: Ckafka.msgBody });
};
