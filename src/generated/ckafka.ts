// Made by scripts/generate.mjs from src/triggers/ckafka/contract.schema.json; do not edit.
import { contractOf, type Contract } from '../kernel/contract.js';
import { validate } from './ckafka.validate.js';

/**
 * A batch of messages that the platform consumed from one CKafka topic. The function is invoked synchronously and must not assume how many messages come.
 */
export interface CkafkaEvent {
  /**
   * 1 to 10,000 messages, at most what the trigger's maxMsgNum allows; the whole event stays within 6 MB unless one message alone is larger.
   *
   * @minItems 1
   * @maxItems 10000
   */
  Records: CkafkaRecord[];
}
/**
 * The envelope around one message.
 */
export interface CkafkaRecord {
  Ckafka: CkafkaMessage;
}
/**
 * The message; the name of the key tells that it comes from CKafka.
 */
export interface CkafkaMessage {
  /**
   * Name of the topic that the message was read from.
   */
  topic: string;
  /**
   * Number of the partition, from 0. Absent only in the documents' misspelt sample, which has Partition.
   */
  partition?: number;
  /**
   * The same number as one page of the documents spells it; not sent.
   */
  Partition?: number;
  /**
   * Position in the partition, from 0, rising within it, with gaps where the log was compacted. An int64: beyond 2^53 a JavaScript number is not exact.
   */
  offset: number;
  /**
   * The message's key; "None" or "" when it has none.
   */
  msgKey: string;
  /**
   * The message's value as text, whatever the producer wrote; "" when empty.
   */
  msgBody: string;
}

export const ckafkaContract: Contract<CkafkaEvent> = contractOf({
  name: "ckafka",
  validate,
  schema: () => JSON.parse('{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://scf-fixtures.example/schemas/ckafka.schema.json","title":"CkafkaEvent","description":"A batch of messages that the platform consumed from one CKafka topic. The function is invoked synchronously and must not assume how many messages come.","type":"object","required":["Records"],"properties":{"Records":{"description":"1 to 10,000 messages, at most what the trigger\'s maxMsgNum allows; the whole event stays within 6 MB unless one message alone is larger.","x-source":"https://cloud.tencent.com/document/product/583/17530","type":"array","minItems":1,"maxItems":10000,"items":{"title":"CkafkaRecord","description":"The envelope around one message.","type":"object","required":["Ckafka"],"properties":{"Ckafka":{"title":"CkafkaMessage","description":"The message; the name of the key tells that it comes from CKafka.","x-source":"documented; vendor Go and Java structs","type":"object","required":["topic","offset","msgKey","msgBody"],"properties":{"topic":{"description":"Name of the topic that the message was read from.","x-source":"documented; vendor Go and Java structs; letters, digits, \\"_\\", \\"-\\" and \\".\\" in CreateTopic of tencentcloud-sdk-nodejs-ckafka 4.1.314; the length is Kafka\'s","type":"string","pattern":"^[A-Za-z0-9._-]{1,249}$"},"partition":{"description":"Number of the partition, from 0. Absent only in the documents\' misspelt sample, which has Partition.","x-source":"documented; captured in the vendor\'s Go test; Go int64, Java Integer","type":"integer","minimum":0},"Partition":{"description":"The same number as one page of the documents spells it; not sent.","x-source":"documented in the CKafka trigger page\'s sample only","type":"integer","minimum":0},"offset":{"description":"Position in the partition, from 0, rising within it, with gaps where the log was compacted. An int64: beyond 2^53 a JavaScript number is not exact.","x-source":"documented; Go int64, Java Integer","type":"integer","minimum":0},"msgKey":{"description":"The message\'s key; \\"None\\" or \\"\\" when it has none.","x-source":"documented; the vendor\'s demo functions treat both as no key","type":"string","x-free":"what the producer writes"},"msgBody":{"description":"The message\'s value as text, whatever the producer wrote; \\"\\" when empty.","x-source":"documented; vendor Go and Java structs","type":"string","x-free":"what the producer writes"}}}}}}}}'),
});
