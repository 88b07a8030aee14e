// Made by scripts/generate.mjs from src/triggerdesc/kinds/cls.schema.json; do not edit.
import { contractOf, type Contract } from '../kernel/contract.js';
import { validate } from './cls-triggerdesc.validate.js';

/**
 * Binding of a CLS log topic to a function, as the API of CLS takes it; CreateTrigger does not.
 */
export interface ClsTriggerBinding {
  /**
   * Id of the log topic.
   */
  topic_id: string;
  /**
   * Namespace of the function.
   */
  name_space?: string;
  /**
   * Name of the function.
   */
  function_name: string;
  /**
   * Version or alias of the function.
   */
  qualifier?: string;
  /**
   * How many seconds CLS gathers logs at the most, 3 to 300.
   */
  max_wait?: number;
  /**
   * How much CLS gathers at the most.
   */
  max_size?: number;
  /**
   * Whether logs are delivered.
   */
  effective?: boolean;
}

export const clsTriggerdescContract: Contract<ClsTriggerBinding> = contractOf({
  name: "cls-triggerdesc",
  validate,
  schema: () => JSON.parse('{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://scf-fixtures.example/schemas/cls-triggerdesc.schema.json","title":"ClsTriggerBinding","description":"Binding of a CLS log topic to a function, as the API of CLS takes it; CreateTrigger does not.","x-source":"https://cloud.tencent.com/document/product/614/61096","type":"object","required":["topic_id","function_name"],"properties":{"topic_id":{"description":"Id of the log topic.","x-source":"npm tencent-component-toolkit 2.27.6","type":"string","minLength":1},"name_space":{"description":"Namespace of the function.","x-source":"npm tencent-component-toolkit 2.27.6","type":"string"},"function_name":{"description":"Name of the function.","x-source":"npm tencent-component-toolkit 2.27.6","type":"string","minLength":1},"qualifier":{"description":"Version or alias of the function.","x-source":"npm tencent-component-toolkit 2.27.6","type":"string"},"max_wait":{"description":"How many seconds CLS gathers logs at the most, 3 to 300.","x-source":"https://cloud.tencent.com/document/product/614/61096","type":"integer","minimum":3,"maximum":300},"max_size":{"description":"How much CLS gathers at the most.","x-source":"npm tencent-component-toolkit 2.27.6","type":"integer","minimum":1},"effective":{"description":"Whether logs are delivered.","x-source":"npm tencent-component-toolkit 2.27.6","type":"boolean"}}}'),
});
