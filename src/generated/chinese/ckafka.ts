// Made by scripts/generate.mjs from src/triggers/ckafka/contract.schema.json; do not edit.
export const fields: Readonly<Record<string, string>> = {
  'A batch of messages that the platform consumed from one CKafka topic. The function is invoked synchronously and must not assume how many messages come.': '平台从一个 CKafka 主题消费的一批消息。函数被同步调用，不得假定消息的条数。',
  '1 to 10,000 messages, at most what the trigger\'s maxMsgNum allows; the whole event stays within 6 MB unless one message alone is larger.': '1 到 10,000 条消息，不超过触发器的 maxMsgNum；除非单条消息就超限，整个事件不超过 6 MB。',
  'The envelope around one message.': '包裹一条消息的外层结构。',
  'The message; the name of the key tells that it comes from CKafka.': '消息本身；键名表明它来自 CKafka。',
  'Name of the topic that the message was read from.': '消息所在主题的名称。',
  'Number of the partition, from 0. Absent only in the documents\' misspelt sample, which has Partition.': '分区编号，从 0 开始。只有文档中拼写有误的示例没有此字段，而写成 Partition。',
  'The same number as one page of the documents spells it; not sent.': '同一分区编号，文档某一页的拼写；实际不会发送。',
  'Position in the partition, from 0, rising within it, with gaps where the log was compacted. An int64: beyond 2^53 a JavaScript number is not exact.': '消息在分区中的偏移量，从 0 开始，在分区内递增，日志压缩后会有空缺。类型为 int64：超过 2^53 时 JavaScript 的数字不再精确。',
  'The message\'s key; "None" or "" when it has none.': '消息的 key；没有 key 时为 "None" 或 ""。',
  'The message\'s value as text, whatever the producer wrote; "" when empty.': '消息内容的文本，即生产者写入的任意内容；为空时是 ""。',
};
