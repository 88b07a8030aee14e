// Made by scripts/generate.mjs from src/triggers/invoke/contract.schema.json; do not edit.
import { contractOf, type Contract } from '../kernel/contract.js';
import { validate } from './invoke.validate.js';

/**
 * What a caller of the Invoke or InvokeFunction API sends: any JSON value, passed on as it is.
 */
export type InvokeEvent =
  | { [k: string]: unknown }
  | unknown[]
  | string
  | number
  | boolean
  | null;

export const invokeContract: Contract<InvokeEvent> = contractOf({
  name: "invoke",
  validate,
  schema: () => JSON.parse('{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://scf-fixtures.example/schemas/invoke.schema.json","title":"InvokeEvent","description":"What a caller of the Invoke or InvokeFunction API sends: any JSON value, passed on as it is.","x-source":"https://cloud.tencent.com/document/product/583/17243","type":["object","array","string","number","boolean","null"],"x-free":"what the caller sends"}'),
});
