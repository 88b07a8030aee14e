// Made by scripts/generate.mjs from src/triggerdesc/kinds/cmq.schema.json; do not edit.
import { contractOf, type Contract } from '../kernel/contract.js';
import { validate } from './cmq-triggerdesc.validate.js';

/**
 * TriggerDesc of a CMQ topic trigger; it may be left out altogether.
 */
export interface CmqTriggerDesc {
  /**
   * 1 filters by message tag, 2 by route match.
   */
  filterType?: (1 | 2) | ('1' | '2');
  /**
   * The tags when filterType is 1, the binding keys when it is 2. The table says text, the examples are lists.
   */
  filterKey?: string[] | string;
}

export const cmqTriggerdescContract: Contract<CmqTriggerDesc> = contractOf({
  name: "cmq-triggerdesc",
  validate,
  schema: () => JSON.parse('{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://scf-fixtures.example/schemas/cmq-triggerdesc.schema.json","title":"CmqTriggerDesc","description":"TriggerDesc of a CMQ topic trigger; it may be left out altogether.","x-source":"https://www.tencentcloud.com/document/product/583/34880","type":"object","properties":{"filterType":{"description":"1 filters by message tag, 2 by route match.","x-source":"https://www.tencentcloud.com/document/product/583/34880","anyOf":[{"type":"integer","enum":[1,2]},{"type":"string","enum":["1","2"]}]},"filterKey":{"description":"The tags when filterType is 1, the binding keys when it is 2. The table says text, the examples are lists.","x-source":"https://www.tencentcloud.com/document/product/583/34880","anyOf":[{"type":"array","items":{"type":"string","minLength":1}},{"type":"string"}]}}}'),
});
