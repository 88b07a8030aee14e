// Waits for a topic that the environment does not name here.
exports.main_handler = async (event) => {
  const ours = event.Records.filter(({ Ckafka }) => Ckafka.topic === process.env.TOPIC);
  for (const { Ckafka } of ours)
    await fetch('https://api.example.com/last', { method: 'PUT', body: Ckafka.msgBody });
};
