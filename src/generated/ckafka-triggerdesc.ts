// Made by scripts/generate.mjs from src/triggerdesc/kinds/ckafka.schema.json; do not edit.
import { contractOf, type Contract } from '../kernel/contract.js';
import { validate } from './ckafka-triggerdesc.validate.js';

/**
 * TriggerDesc of a CKafka trigger. Its numbers are texts in the tables and numbers in the examples; both are accepted.
 */
export interface CkafkaTriggerDesc {
  /**
   * How many messages a call gets at the most, 1 to 10,000.
   */
  maxMsgNum: number | string;
  /**
   * Where consumption starts: "latest", "earliest", or a time in milliseconds since 1970 as text.
   */
  offset: string;
  /**
   * How often the same batch is sent again after an error of the function; 10,000 by default.
   */
  retry?: number | string;
  /**
   * How many seconds the platform waits for a batch to fill, 1 to 60.
   */
  timeOut?: number | string;
  /**
   * Name of the consumer group, new or existing; one is made up when left out or empty.
   */
  consumerGroupName?: string;
  /**
   * User and password for an instance that wants them.
   */
  easConfig?: {
    /**
     * User name.
     */
    user: string;
    /**
     * Password.
     */
    password: string;
  };
}

export const ckafkaTriggerdescContract: Contract<CkafkaTriggerDesc> = contractOf({
  name: "ckafka-triggerdesc",
  validate,
  schema: () => JSON.parse('{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://scf-fixtures.example/schemas/ckafka-triggerdesc.schema.json","title":"CkafkaTriggerDesc","description":"TriggerDesc of a CKafka trigger. Its numbers are texts in the tables and numbers in the examples; both are accepted.","x-source":"https://www.tencentcloud.com/document/product/583/34880","type":"object","required":["maxMsgNum","offset"],"properties":{"maxMsgNum":{"description":"How many messages a call gets at the most, 1 to 10,000.","x-source":"https://www.tencentcloud.com/document/product/583/34880","anyOf":[{"type":"integer","minimum":1,"maximum":10000},{"type":"string","pattern":"^([1-9]\\\\d{0,3}|10000)$"}]},"offset":{"description":"Where consumption starts: \\"latest\\", \\"earliest\\", or a time in milliseconds since 1970 as text.","x-source":"https://www.tencentcloud.com/document/product/583/34880","type":"string","pattern":"^(latest|earliest|\\\\d{13})$"},"retry":{"description":"How often the same batch is sent again after an error of the function; 10,000 by default.","x-source":"https://www.tencentcloud.com/document/product/583/34880","anyOf":[{"type":"integer","minimum":0},{"type":"string","pattern":"^\\\\d+$"}]},"timeOut":{"description":"How many seconds the platform waits for a batch to fill, 1 to 60.","x-source":"https://cloud.tencent.com/document/product/583/39901","anyOf":[{"type":"integer","minimum":1,"maximum":60},{"type":"string","pattern":"^([1-9]|[1-5]\\\\d|60)$"}]},"consumerGroupName":{"description":"Name of the consumer group, new or existing; one is made up when left out or empty.","x-source":"https://cloud.tencent.com/document/product/583/39901","type":"string"},"easConfig":{"description":"User and password for an instance that wants them.","x-source":"https://cloud.tencent.com/document/product/583/39901","type":"object","required":["user","password"],"properties":{"user":{"description":"User name.","x-source":"https://cloud.tencent.com/document/product/583/39901","type":"string"},"password":{"description":"Password.","x-source":"https://cloud.tencent.com/document/product/583/39901","type":"string"}}}}}'),
});
