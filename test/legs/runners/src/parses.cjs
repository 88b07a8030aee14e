let delivered = 0;

/** Counts in memory, which is another on each instance. */
exports.main_handler = async (event) => {
  delivered++;
  return `${delivered}: ${event.Records.map(({ Ckafka }) => JSON.parse(Ckafka.msgBody)).length}`;
};
