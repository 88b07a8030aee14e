// Made by scripts/generate.mjs from src/triggers/cmq/contract.schema.json; do not edit.
import { contractOf, type Contract } from '../kernel/contract.js';
import { validate } from './cmq.validate.js';

/**
 * Messages that were published to a CMQ topic which the function subscribes to. The product was discontinued in 2022; existing triggers still deliver.
 */
export interface CmqEvent {
  /**
   * The messages; every known event has one.
   *
   * @minItems 1
   */
  Records: CmqRecord[];
}
/**
 * The envelope around one message.
 */
export interface CmqRecord {
  /**
   * The message; the name of the key tells that it comes from CMQ.
   */
  CMQ: CmqMessage;
}
/**
 * One published message and the subscription that received it.
 */
export interface CmqMessage {
  /**
   * Where the message was published: "topic" in every known event, "queue" by the documents.
   */
  type: 'topic' | 'queue';
  /**
   * APPID of the account that owns the topic. Sent as a number; the summary page of the documents shows a string.
   */
  topicOwner: number | string;
  /**
   * Name of the topic.
   */
  topicName: string;
  /**
   * Name of the subscription through which the function receives the message.
   */
  subscriptionName: string;
  /**
   * When the message was published, in UTC, to the second; the documents' sample has three digits of milliseconds.
   */
  publishTime: string;
  /**
   * Identifies the message; decimal digits, often beyond 2^53.
   */
  msgId: string;
  /**
   * Identifies the request that published the message; decimal digits, often beyond 2^53.
   */
  requestId: string;
  /**
   * The message's text, whatever the publisher wrote.
   */
  msgBody: string;
  /**
   * The message's tags in one string, separated by ", " when sent and by "," in the documents; "" when it has none. The Serverless documents show an array.
   */
  msgTag: string | string[];
}

export const cmqContract: Contract<CmqEvent> = contractOf({
  name: "cmq",
  validate,
  schema: () => JSON.parse('{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://scf-fixtures.example/schemas/cmq.schema.json","title":"CmqEvent","description":"Messages that were published to a CMQ topic which the function subscribes to. The product was discontinued in 2022; existing triggers still deliver.","type":"object","required":["Records"],"properties":{"Records":{"description":"The messages; every known event has one.","x-source":"captured 2019; documented","type":"array","minItems":1,"items":{"$ref":"#/$defs/CmqRecord"}}},"$defs":{"CmqRecord":{"title":"CmqRecord","description":"The envelope around one message.","type":"object","required":["CMQ"],"properties":{"CMQ":{"description":"The message; the name of the key tells that it comes from CMQ.","x-source":"captured 2019; documented","$ref":"#/$defs/CmqMessage"}}},"CmqMessage":{"title":"CmqMessage","description":"One published message and the subscription that received it.","type":"object","required":["type","topicOwner","topicName","subscriptionName","publishTime","msgId","requestId","msgBody","msgTag"],"properties":{"type":{"description":"Where the message was published: \\"topic\\" in every known event, \\"queue\\" by the documents.","x-source":"captured 2019; documented","enum":["topic","queue"]},"topicOwner":{"description":"APPID of the account that owns the topic. Sent as a number; the summary page of the documents shows a string.","x-source":"captured 2019 as a number; Go int64, Java Integer; documented as a string","anyOf":[{"type":"integer","minimum":0},{"type":"string","x-source":"documented as \\"120xxxxx\\"","pattern":"^[\\\\dx]+$","x-sent":"^\\\\d+$"}]},"topicName":{"description":"Name of the topic.","x-source":"captured 2019; documented; a letter, then letters, digits, \\"-\\" and \\"_\\", at most 64: https://cloud.tencent.com/document/product/406/7405","type":"string","pattern":"^[A-Za-z][A-Za-z0-9_-]{0,63}$"},"subscriptionName":{"description":"Name of the subscription through which the function receives the message.","x-source":"captured 2019; documented; a letter, then letters, digits, \\"-\\" and \\"_\\", at most 64: https://cloud.tencent.com/document/product/406/7405","type":"string","pattern":"^[A-Za-z][A-Za-z0-9_-]{0,63}$"},"publishTime":{"description":"When the message was published, in UTC, to the second; the documents\' sample has three digits of milliseconds.","x-source":"captured 2019 without a fraction; documented with .000","type":"string","pattern":"^\\\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\\\d|3[01])T([01]\\\\d|2[0-3]):[0-5]\\\\d:[0-5]\\\\d(\\\\.\\\\d{3})?Z$"},"msgId":{"description":"Identifies the message; decimal digits, often beyond 2^53.","x-source":"captured 2019; documented","type":"string","pattern":"^\\\\d+$"},"requestId":{"description":"Identifies the request that published the message; decimal digits, often beyond 2^53.","x-source":"captured 2019; documented","type":"string","pattern":"^\\\\d+$"},"msgBody":{"description":"The message\'s text, whatever the publisher wrote.","x-source":"captured 2019; documented","type":"string","x-free":"what the publisher writes"},"msgTag":{"description":"The message\'s tags in one string, separated by \\", \\" when sent and by \\",\\" in the documents; \\"\\" when it has none. The Serverless documents show an array.","x-source":"captured 2019 as \\"aaaa, bbbbb, cccc\\"; documented as \\"tag1,tag2\\"; the vendor\'s Go struct reads a string or an array","anyOf":[{"type":"string","x-free":"tags that the publisher chooses"},{"type":"array","items":{"type":"string","x-free":"tags that the publisher chooses"}}]}}}}}'),
});
