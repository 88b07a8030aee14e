// Made by scripts/generate.mjs from src/triggerdesc/kinds/mps.schema.json; do not edit.
import { contractOf, type Contract } from '../kernel/contract.js';
import { validate } from './mps-triggerdesc.validate.js';

/**
 * Binding of MPS callbacks to a function, as BindTrigger of MPS takes it; CreateTrigger does not.
 */
export interface MpsTriggerBinding {
  /**
   * Which callbacks the function gets.
   */
  EventType: 'WorkflowTask' | 'EditMediaTask' | 'ScheduleTask';
  /**
   * Region of the function.
   */
  ScfRegion?: string;
}

export const mpsTriggerdescContract: Contract<MpsTriggerBinding> = contractOf({
  name: "mps-triggerdesc",
  validate,
  schema: () => JSON.parse('{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://scf-fixtures.example/schemas/mps-triggerdesc.schema.json","title":"MpsTriggerBinding","description":"Binding of MPS callbacks to a function, as BindTrigger of MPS takes it; CreateTrigger does not.","x-source":"https://cloud.tencent.com/document/product/583/50833","type":"object","required":["EventType"],"properties":{"EventType":{"description":"Which callbacks the function gets.","x-source":"npm tencent-component-toolkit 2.27.6","enum":["WorkflowTask","EditMediaTask","ScheduleTask"]},"ScfRegion":{"description":"Region of the function.","x-source":"npm tencent-component-toolkit 2.27.6","type":"string","pattern":"^[a-z]+-[a-z0-9-]+$"}}}'),
});
