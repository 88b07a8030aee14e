// Made by scripts/generate.mjs from src/triggerdesc/kinds/cos.schema.json; do not edit.
import { contractOf, type Contract } from '../kernel/contract.js';
import { validate } from './cos-triggerdesc.validate.js';

/**
 * TriggerDesc of a COS trigger; its JSON has no spaces.
 */
export interface CosTriggerDesc {
  /**
   * The object events that fire it.
   */
  event:
    | 'cos:ObjectCreated:*'
    | 'cos:ObjectCreated:Put'
    | 'cos:ObjectCreated:Post'
    | 'cos:ObjectCreated:Copy'
    | 'cos:ObjectCreated:CompleteMultipartUpload'
    | 'cos:ObjectCreated:Origin'
    | 'cos:ObjectCreated:Replication'
    | 'cos:ObjectRemove:*'
    | 'cos:ObjectRemove:Delete'
    | 'cos:ObjectRemove:DeleteMarkerCreated'
    | 'cos:ObjectRestore:Post'
    | 'cos:ObjectRestore:Completed';
  /**
   * Which keys fire it; a key must pass both.
   */
  filter?: {
    /**
     * What the key begins with; "" or left out for any.
     */
    Prefix?: string;
    /**
     * What the key ends with; it begins with "."; "" or left out for any.
     */
    Suffix?: string;
  };
  /**
   * The bucket's domain, as Terraform's provider may send it; the TriggerName says the same.
   */
  bucketUrl?: string;
}

export const cosTriggerdescContract: Contract<CosTriggerDesc> = contractOf({
  name: "cos-triggerdesc",
  validate,
  schema: () => JSON.parse('{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://scf-fixtures.example/schemas/cos-triggerdesc.schema.json","title":"CosTriggerDesc","description":"TriggerDesc of a COS trigger; its JSON has no spaces.","x-source":"https://www.tencentcloud.com/document/product/583/34880","type":"object","required":["event"],"properties":{"event":{"description":"The object events that fire it.","x-source":"https://www.tencentcloud.com/document/product/583/9707","enum":["cos:ObjectCreated:*","cos:ObjectCreated:Put","cos:ObjectCreated:Post","cos:ObjectCreated:Copy","cos:ObjectCreated:CompleteMultipartUpload","cos:ObjectCreated:Origin","cos:ObjectCreated:Replication","cos:ObjectRemove:*","cos:ObjectRemove:Delete","cos:ObjectRemove:DeleteMarkerCreated","cos:ObjectRestore:Post","cos:ObjectRestore:Completed"]},"filter":{"description":"Which keys fire it; a key must pass both.","x-source":"https://www.tencentcloud.com/document/product/583/34880","type":"object","properties":{"Prefix":{"description":"What the key begins with; \\"\\" or left out for any.","x-source":"https://www.tencentcloud.com/document/product/583/34880","type":"string"},"Suffix":{"description":"What the key ends with; it begins with \\".\\"; \\"\\" or left out for any.","x-source":"https://www.tencentcloud.com/document/product/583/34880","type":"string","pattern":"^(\\\\..*)?$"}}},"bucketUrl":{"description":"The bucket\'s domain, as Terraform\'s provider may send it; the TriggerName says the same.","x-source":"https://registry.terraform.io/providers/tencentcloudstack/tencentcloud/latest/docs/resources/scf_function","type":"string"}}}'),
});
