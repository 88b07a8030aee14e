// Made by scripts/generate.mjs from src/triggers/eventbridge/contract.schema.json; do not edit.
import { contractOf, type Contract } from '../kernel/contract.js';
import { validate } from './eventbridge.validate.js';

/**
 * What a function receives when it is the target of an EventBridge rule: a CloudEvents envelope around the source's own data.
 */
export interface EventbridgeEvent {
  /**
   * Version of the envelope, "1.0"; older pages of the documents show "0".
   */
  specversion: '1.0' | '0';
  /**
   * Identifies the event, in the form of a UUID; what PutEvents returned for it.
   */
  id: string;
  /**
   * What happened, parts separated by colons: "connector:tdmq", "connector:ckafka", "cos:created:object".
   */
  type: string;
  /**
   * Which service it comes from, for Tencent Cloud services "<service>.cloud.tencent"; free for custom events.
   */
  source: string;
  /**
   * The resource in detail, for Tencent Cloud services in QCS form (qcs::<service>:<region>:…). Custom events may lack it.
   */
  subject?: string;
  /**
   * The subject as older pages of the documents misspell it; not sent today.
   */
  subjuect?: string;
  /**
   * When it happened, in milliseconds since 1970, UTC; decimal digits as text in delivered events, a number in the PutEvents call.
   */
  time: string | number;
  /**
   * Region of the event bus: "ap-guangzhou".
   */
  region: string;
  /**
   * Media type of data: "application/json;charset=utf-8" is the only one that is supported.
   */
  datacontenttype: string;
  /**
   * Rules that matched, in QCS form. Shown with some samples only.
   */
  resource?: string[];
  /**
   * The event itself; its form belongs to the source.
   */
  data:
    | EventbridgeTdmqData
    | EventbridgeCkafkaData
    | { [k: string]: unknown };
}
/**
 * Data of source "tdmq.cloud.tencent": one TDMQ message.
 */
export interface EventbridgeTdmqData {
  /**
   * Full path of the topic: "persistent://<appid>/<namespace>/<topic>".
   */
  topic: string;
  /**
   * The message's tags.
   */
  tags: string;
  /**
   * Kind of topic: 0 normal, 1 globally ordered, 2 ordered per partition, 3 retry, 4 dead letter.
   */
  TopicType: '0' | '1' | '2' | '3' | '4' | 0 | 1 | 2 | 3 | 4;
  /**
   * Name of the subscription.
   */
  subscriptionName: string;
  /**
   * When the message was written, in milliseconds since 1970; decimal digits as text.
   */
  toTimestamp: string;
  /**
   * Number of the partition as text: "0".
   */
  partitions: string;
  /**
   * Identifies the message.
   */
  msgId: string;
  /**
   * The message's text.
   */
  msgBody: string;
}
/**
 * Data of source "ckafka.cloud.tencent": one Kafka message.
 */
export interface EventbridgeCkafkaData {
  /**
   * Name of the topic.
   */
  topic: string;
  /**
   * Number of the partition, from 0; here with a capital letter on every page.
   */
  Partition?: number;
  /**
   * The same number as the CKafka trigger spells it.
   */
  partition?: number;
  /**
   * Position in the partition, from 0.
   */
  offset: number;
  /**
   * The message's key.
   */
  msgKey: string;
  /**
   * The message's text.
   */
  msgBody: string;
}

export const eventbridgeContract: Contract<EventbridgeEvent> = contractOf({
  name: "eventbridge",
  validate,
  schema: () => JSON.parse('{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://scf-fixtures.example/schemas/eventbridge.schema.json","title":"EventbridgeEvent","description":"What a function receives when it is the target of an EventBridge rule: a CloudEvents envelope around the source\'s own data.","type":"object","required":["specversion","id","type","source","time","region","datacontenttype","data"],"properties":{"specversion":{"description":"Version of the envelope, \\"1.0\\"; older pages of the documents show \\"0\\".","x-source":"https://www.tencentcloud.com/document/product/1108/46255; \\"0\\" in the SCF pages","enum":["1.0","0"]},"id":{"description":"Identifies the event, in the form of a UUID; what PutEvents returned for it.","x-source":"documented","type":"string"},"type":{"description":"What happened, parts separated by colons: \\"connector:tdmq\\", \\"connector:ckafka\\", \\"cos:created:object\\".","x-source":"documented; vendor demo reads \\"connector:ckafka\\"","type":"string"},"source":{"description":"Which service it comes from, for Tencent Cloud services \\"<service>.cloud.tencent\\"; free for custom events.","x-source":"documented","type":"string"},"subject":{"description":"The resource in detail, for Tencent Cloud services in QCS form (qcs::<service>:<region>:…). Custom events may lack it.","x-source":"https://www.tencentcloud.com/document/product/1108/46255","type":"string"},"subjuect":{"description":"The subject as older pages of the documents misspell it; not sent today.","x-source":"documented in the SCF pages and older EventBridge pages","type":"string"},"time":{"description":"When it happened, in milliseconds since 1970, UTC; decimal digits as text in delivered events, a number in the PutEvents call.","x-source":"documented as \\"1615430559146\\"; a number in PutEvents","anyOf":[{"type":"string","pattern":"^\\\\d+$"},{"type":"integer","minimum":0}]},"region":{"description":"Region of the event bus: \\"ap-guangzhou\\".","x-source":"documented","type":"string"},"datacontenttype":{"description":"Media type of data: \\"application/json;charset=utf-8\\" is the only one that is supported.","x-source":"documented","type":"string"},"resource":{"description":"Rules that matched, in QCS form. Shown with some samples only.","x-source":"documented with the event patterns","type":"array","items":{"type":"string"}},"data":{"description":"The event itself; its form belongs to the source.","x-source":"documented","anyOf":[{"$ref":"#/$defs/EventbridgeTdmqData"},{"$ref":"#/$defs/EventbridgeCkafkaData"},{"type":"object"}]}},"$defs":{"EventbridgeTdmqData":{"title":"EventbridgeTdmqData","description":"Data of source \\"tdmq.cloud.tencent\\": one TDMQ message.","type":"object","required":["topic","tags","TopicType","subscriptionName","toTimestamp","partitions","msgId","msgBody"],"properties":{"topic":{"description":"Full path of the topic: \\"persistent://<appid>/<namespace>/<topic>\\".","x-source":"documented","type":"string"},"tags":{"description":"The message\'s tags.","x-source":"documented","type":"string"},"TopicType":{"description":"Kind of topic: 0 normal, 1 globally ordered, 2 ordered per partition, 3 retry, 4 dead letter.","x-source":"documented as the number 0 (SCF) and as \\"0\\" (EventBridge)","enum":["0","1","2","3","4",0,1,2,3,4]},"subscriptionName":{"description":"Name of the subscription.","x-source":"documented","type":"string"},"toTimestamp":{"description":"When the message was written, in milliseconds since 1970; decimal digits as text.","x-source":"documented","type":"string","pattern":"^\\\\d+$"},"partitions":{"description":"Number of the partition as text: \\"0\\".","x-source":"documented","type":"string"},"msgId":{"description":"Identifies the message.","x-source":"documented","type":"string"},"msgBody":{"description":"The message\'s text.","x-source":"documented","type":"string"}}},"EventbridgeCkafkaData":{"title":"EventbridgeCkafkaData","description":"Data of source \\"ckafka.cloud.tencent\\": one Kafka message.","type":"object","required":["topic","offset","msgKey","msgBody"],"properties":{"topic":{"description":"Name of the topic.","x-source":"documented","type":"string"},"Partition":{"description":"Number of the partition, from 0; here with a capital letter on every page.","x-source":"documented","type":"integer","minimum":0},"partition":{"description":"The same number as the CKafka trigger spells it.","x-source":"inferred from the CKafka trigger\'s event; in no EventBridge sample","type":"integer","minimum":0},"offset":{"description":"Position in the partition, from 0.","x-source":"documented","type":"integer","minimum":0},"msgKey":{"description":"The message\'s key.","x-source":"documented","type":"string"},"msgBody":{"description":"The message\'s text.","x-source":"documented; a vendor demo reads it","type":"string"}}}}}'),
});
