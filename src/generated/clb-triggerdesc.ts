// Made by scripts/generate.mjs from src/triggerdesc/kinds/clb.schema.json; do not edit.
import { contractOf, type Contract } from '../kernel/contract.js';
import { validate } from './clb-triggerdesc.validate.js';

/**
 * Binding of a rule of a load balancer to a function, as it is given to the API of CLB; CreateTrigger does not take it.
 */
export interface ClbTriggerBinding {
  /**
   * Id of the load balancer.
   */
  loadBalanceId: string;
  /**
   * Protocol of the listener.
   */
  protocol: string;
  /**
   * Port of the listener.
   */
  port: number;
  /**
   * Host of the rule.
   */
  domain: string;
  /**
   * Path of the rule.
   */
  url: string;
  /**
   * Share of the requests that the function gets.
   */
  weight?: number;
}

export const clbTriggerdescContract: Contract<ClbTriggerBinding> = contractOf({
  name: "clb-triggerdesc",
  validate,
  schema: () => JSON.parse('{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://scf-fixtures.example/schemas/clb-triggerdesc.schema.json","title":"ClbTriggerBinding","description":"Binding of a rule of a load balancer to a function, as it is given to the API of CLB; CreateTrigger does not take it.","x-source":"https://cloud.tencent.com/document/product/583/52635","type":"object","required":["loadBalanceId","protocol","port","domain","url"],"properties":{"loadBalanceId":{"description":"Id of the load balancer.","x-source":"npm tencent-component-toolkit 2.27.6","type":"string","pattern":"^lb-[a-z0-9]+$"},"protocol":{"description":"Protocol of the listener.","x-source":"npm tencent-component-toolkit 2.27.6","type":"string","pattern":"^[Hh][Tt][Tt][Pp][Ss]?$"},"port":{"description":"Port of the listener.","x-source":"npm tencent-component-toolkit 2.27.6","type":"integer","minimum":1,"maximum":65535},"domain":{"description":"Host of the rule.","x-source":"npm tencent-component-toolkit 2.27.6","type":"string","minLength":1},"url":{"description":"Path of the rule.","x-source":"npm tencent-component-toolkit 2.27.6","type":"string","pattern":"^/"},"weight":{"description":"Share of the requests that the function gets.","x-source":"npm tencent-component-toolkit 2.27.6","type":"integer","minimum":0}}}'),
});
