// Made by scripts/generate.mjs from src/triggers/cls/contract.schema.json; do not edit.
import { contractOf, type Contract } from '../kernel/contract.js';
import { validate } from './cls.validate.js';

/**
 * Log lines that CLS collected from one log topic, packed: Base64 of gzip of JSON. The unpacked form is ClsLogs.
 */
export interface ClsEvent {
  /**
   * The packed log lines.
   */
  clslogs: ClsPacked;
}
/**
 * The one field that carries everything.
 */
export interface ClsPacked {
  /**
   * Base64 of gzip of the UTF-8 JSON of a ClsLogs object; the gzip data is at most 128 KB. (One page of the documents calls the format ZIP; every handler unpacks gzip.)
   */
  data: string;
}

export const clsContract: Contract<ClsEvent> = contractOf({
  name: "cls",
  validate,
  schema: () => JSON.parse('{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://scf-fixtures.example/schemas/cls.schema.json","title":"ClsEvent","description":"Log lines that CLS collected from one log topic, packed: Base64 of gzip of JSON. The unpacked form is ClsLogs.","type":"object","required":["clslogs"],"properties":{"clslogs":{"description":"The packed log lines.","x-source":"documented; every vendor demo reads it","$ref":"#/$defs/ClsPacked"}},"$defs":{"ClsPacked":{"title":"ClsPacked","description":"The one field that carries everything.","type":"object","required":["data"],"properties":{"data":{"description":"Base64 of gzip of the UTF-8 JSON of a ClsLogs object; the gzip data is at most 128 KB. (One page of the documents calls the format ZIP; every handler unpacks gzip.)","x-source":"https://cloud.tencent.com/document/product/583/49587; vendor demos in Node, Python and Go","type":"string","minLength":1,"x-free":"an encoding, opened and checked by cls/data-opens"}}}}}'),
});
