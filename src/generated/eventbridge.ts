// Made by scripts/generate.mjs from src/triggers/eventbridge/contract.schema.json; do not edit.
import { contractOf, type Contract } from '../kernel/contract.js';
import { validate } from './eventbridge.validate.js';

/**
 * What a function receives when it is the target of an EventBridge rule: an event, or several together where the rule has batch delivery turned on.
 */
export type EventbridgeDelivery = EventbridgeEvent | EventbridgeBatch;

/**
 * A CloudEvents envelope around the source's own data.
 */
export interface EventbridgeEvent {
  /**
   * Version of the envelope: "0" in a log print of a delivered event, "1.0" on the newest page, "1.0.2" on older ones.
   */
  specversion: '0' | '1.0' | '1.0.2';
  /**
   * Identifies the event, in the form of a UUID; what PutEvents returned for it.
   */
  id: string;
  /**
   * What happened, parts separated by colons: "connector:tdmq", "connector:ckafka" (also "connector:kafka"), "cos:created:object".
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
   * When it happened, in milliseconds since 1970, UTC: a number in a log print of a delivered event and in the PutEvents call, decimal digits as text on the page of the structure.
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
   * "" in the log print; "1", "0" or "-" in alarms of CVM. Absent from the page of the structure.
   */
  status?: '' | '0' | '1' | '-';
  /**
   * null in the log print; no source shows another value. Absent from the page of the structure.
   */
  tags?:
    | null
    | { [k: string]: unknown }
    | unknown[];
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
/**
 * Events that were delivered together; only where the rule has batch delivery turned on.
 */
export interface EventbridgeBatch {
  /**
   * The events, 1 to 10,000, at most as many as the rule allows (BatchEventCount) and those that come within its waiting time (BatchTimeout, 0 to 60 s).
   *
   * @minItems 1
   * @maxItems 10000
   */
  EventList: EventbridgeEvent[];
}

export const eventbridgeContract: Contract<EventbridgeEvent> = contractOf({
  name: "eventbridge",
  validate,
  schema: () => JSON.parse('{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://scf-fixtures.example/schemas/eventbridge.schema.json","title":"EventbridgeDelivery","description":"What a function receives when it is the target of an EventBridge rule: an event, or several together where the rule has batch delivery turned on.","x-type":"EventbridgeEvent","anyOf":[{"$ref":"#/$defs/EventbridgeEvent"},{"$ref":"#/$defs/EventbridgeBatch"}],"$defs":{"EventbridgeEvent":{"title":"EventbridgeEvent","description":"A CloudEvents envelope around the source\'s own data.","type":"object","required":["specversion","id","type","source","time","region","datacontenttype","data"],"properties":{"specversion":{"description":"Version of the envelope: \\"0\\" in a log print of a delivered event, \\"1.0\\" on the newest page, \\"1.0.2\\" on older ones.","x-source":"\\"0\\": https://www.tencentcloud.com/document/product/1108/46242, a log print; \\"1.0\\": https://www.tencentcloud.com/document/product/1108/46255; \\"1.0.2\\": https://www.tencentcloud.com/document/product/1108/42275","enum":["0","1.0","1.0.2"]},"id":{"description":"Identifies the event, in the form of a UUID; what PutEvents returned for it.","x-source":"documented","type":"string","pattern":"^[!-~]+$"},"type":{"description":"What happened, parts separated by colons: \\"connector:tdmq\\", \\"connector:ckafka\\" (also \\"connector:kafka\\"), \\"cos:created:object\\".","x-source":"documented; a vendor demo reads \\"connector:ckafka\\", Terraform pages have it, other pages \\"connector:kafka\\"","type":"string","pattern":"^[!-~]+$"},"source":{"description":"Which service it comes from, for Tencent Cloud services \\"<service>.cloud.tencent\\"; free for custom events.","x-source":"documented","type":"string","pattern":"^[!-~]+$"},"subject":{"description":"The resource in detail, for Tencent Cloud services in QCS form (qcs::<service>:<region>:…). Custom events may lack it.","x-source":"https://www.tencentcloud.com/document/product/1108/46255","type":"string","pattern":"^[^\\\\u0000-\\\\u001f\\\\u007f]*$"},"subjuect":{"description":"The subject as older pages of the documents misspell it; not sent today.","x-source":"documented in the SCF pages and older EventBridge pages","type":"string","pattern":"^[^\\\\u0000-\\\\u001f\\\\u007f]*$"},"time":{"description":"When it happened, in milliseconds since 1970, UTC: a number in a log print of a delivered event and in the PutEvents call, decimal digits as text on the page of the structure.","x-source":"a number: https://www.tencentcloud.com/document/product/1108/46242, a log print; documented as \\"1615430559146\\"","anyOf":[{"type":"string","pattern":"^\\\\d{1,13}$"},{"type":"integer","minimum":0,"maximum":9999999999999}]},"region":{"description":"Region of the event bus: \\"ap-guangzhou\\".","x-source":"documented","type":"string","pattern":"^[a-z]{2}-[a-z]+(?:-[a-z0-9]+)*$","x-sent":"^(?:af|ap|eu|me|na|sa)-[a-z]+(?:-[a-z0-9]+)*$"},"datacontenttype":{"description":"Media type of data: \\"application/json;charset=utf-8\\" is the only one that is supported.","x-source":"documented","type":"string","pattern":"^[a-z]+/[A-Za-z0-9.+-]+(?:;[ -~]*)?$"},"status":{"description":"\\"\\" in the log print; \\"1\\", \\"0\\" or \\"-\\" in alarms of CVM. Absent from the page of the structure.","x-source":"https://www.tencentcloud.com/document/product/1108/46242, a log print; documented with the alarms of CVM","enum":["","0","1","-"]},"tags":{"description":"null in the log print; no source shows another value. Absent from the page of the structure.","x-source":"https://www.tencentcloud.com/document/product/1108/46242, a log print","type":["null","object","array"]},"resource":{"description":"Rules that matched, in QCS form. Shown with some samples only.","x-source":"documented with the event patterns","type":"array","items":{"type":"string","pattern":"^qcs::[!-~]+$"}},"data":{"description":"The event itself; its form belongs to the source.","x-source":"documented","anyOf":[{"$ref":"#/$defs/EventbridgeTdmqData"},{"$ref":"#/$defs/EventbridgeCkafkaData"},{"type":"object"}]}}},"EventbridgeBatch":{"title":"EventbridgeBatch","description":"Events that were delivered together; only where the rule has batch delivery turned on.","type":"object","required":["EventList"],"properties":{"EventList":{"description":"The events, 1 to 10,000, at most as many as the rule allows (BatchEventCount) and those that come within its waiting time (BatchTimeout, 0 to 60 s).","x-source":"https://www.tencentcloud.com/document/product/1108/46254; https://cloud.tencent.com/document/product/583/59100","type":"array","minItems":1,"maxItems":10000,"items":{"$ref":"#/$defs/EventbridgeEvent"}}}},"EventbridgeTdmqData":{"title":"EventbridgeTdmqData","description":"Data of source \\"tdmq.cloud.tencent\\": one TDMQ message.","type":"object","required":["topic","tags","TopicType","subscriptionName","toTimestamp","partitions","msgId","msgBody"],"properties":{"topic":{"description":"Full path of the topic: \\"persistent://<appid>/<namespace>/<topic>\\".","x-source":"documented","type":"string","pattern":"^[!-~]+$"},"tags":{"description":"The message\'s tags.","x-source":"documented","type":"string","x-free":"tags that the producer chooses"},"TopicType":{"description":"Kind of topic: 0 normal, 1 globally ordered, 2 ordered per partition, 3 retry, 4 dead letter.","x-source":"documented as the number 0 (SCF) and as \\"0\\" (EventBridge)","enum":["0","1","2","3","4",0,1,2,3,4]},"subscriptionName":{"description":"Name of the subscription.","x-source":"documented","type":"string","pattern":"^[!-~]+$"},"toTimestamp":{"description":"When the message was written, in milliseconds since 1970; decimal digits as text.","x-source":"documented","type":"string","pattern":"^\\\\d+$"},"partitions":{"description":"Number of the partition as text: \\"0\\".","x-source":"documented","type":"string","pattern":"^\\\\d+$"},"msgId":{"description":"Identifies the message.","x-source":"documented","type":"string","pattern":"^[!-~]+$"},"msgBody":{"description":"The message\'s text.","x-source":"documented","type":"string","x-free":"what the producer writes"}}},"EventbridgeCkafkaData":{"title":"EventbridgeCkafkaData","description":"Data of source \\"ckafka.cloud.tencent\\": one Kafka message.","type":"object","required":["topic","offset","msgKey","msgBody"],"properties":{"topic":{"description":"Name of the topic.","x-source":"documented; letters, digits, \\"_\\", \\"-\\" and \\".\\" in CreateTopic of tencentcloud-sdk-nodejs-ckafka 4.1.314; the length is Kafka\'s","type":"string","pattern":"^[A-Za-z0-9._-]{1,249}$"},"Partition":{"description":"Number of the partition, from 0; here with a capital letter on every page.","x-source":"documented","type":"integer","minimum":0},"partition":{"description":"The same number as the CKafka trigger spells it.","x-source":"inferred from the CKafka trigger\'s event; in no EventBridge sample","type":"integer","minimum":0},"offset":{"description":"Position in the partition, from 0.","x-source":"documented","type":"integer","minimum":0},"msgKey":{"description":"The message\'s key.","x-source":"documented","type":"string","x-free":"what the producer writes"},"msgBody":{"description":"The message\'s text.","x-source":"documented; a vendor demo reads it","type":"string","x-free":"what the producer writes"}}}}}'),
});
