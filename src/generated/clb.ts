// Made by scripts/generate.mjs from src/triggers/clb/contract.schema.json; do not edit.
import { contractOf, type Contract } from '../kernel/contract.js';
import { validate } from './clb.validate.js';

/**
 * One HTTP request that a Cloud Load Balancer hands to a function. Method and path are there only when the balancer is configured to send X-Method and X-Uri.
 */
export interface ClbEvent {
  /**
   * Every request header and those that the balancer adds; look them up in any case.
   */
  headers: ClbHeaders;
  /**
   * Whether payload is Base64: the string "true" or "false". Absent on the English page of 2022; a boolean is accepted.
   */
  isBase64Encoded?: ('true' | 'false') | boolean;
  /**
   * The request body: the parsed JSON of a JSON body, the text of a text, JavaScript or XML body, the Base64 of any other.
   */
  payload:
    | { [k: string]: unknown }
    | unknown[]
    | string
    | number
    | boolean
    | null;
}
/**
 * Header names in Title-Case with their values.
 */
export interface ClbHeaders {
  /**
   * Media type of the request body; decides whether payload is Base64. Written with a small t.
   */
  'Content-type'?: string;
  /**
   * Domain of the request.
   */
  Host?: string;
  /**
   * Client of the request.
   */
  'User-Agent'?: string;
  /**
   * "http" or "https", as the client sent it.
   */
  'X-Client-Proto'?: string;
  /**
   * Protocol version of the client: "HTTP/1.1".
   */
  'X-Client-Proto-Ver'?: string;
  /**
   * Addresses of the client and of the proxies on the way, separated by commas.
   */
  'X-Forwarded-For'?: string;
  /**
   * "http" or "https".
   */
  'X-Forwarded-Proto'?: string;
  /**
   * Method of the request; absent unless configured in the balancer.
   */
  'X-Method'?: string;
  /**
   * Address of the client.
   */
  'X-Real-IP'?: string;
  /**
   * Port of the client; absent unless configured in the balancer.
   */
  'X-Real-Port'?: string;
  /**
   * When the request began: seconds since 1970, a point, milliseconds.
   */
  'X-Stgw-Time'?: string;
  /**
   * Path of the request; absent unless configured in the balancer.
   */
  'X-Uri'?: string;
  /**
   * Address of the balancer; absent unless configured in the balancer.
   */
  'X-Vip'?: string;
  /**
   * Port of the balancer; absent unless configured in the balancer.
   */
  'X-Vport'?: string;
  [k: string]: string | undefined;
}

export const clbContract: Contract<ClbEvent> = contractOf({
  name: "clb",
  validate,
  schema: () => JSON.parse('{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://scf-fixtures.example/schemas/clb.schema.json","title":"ClbEvent","description":"One HTTP request that a Cloud Load Balancer hands to a function. Method and path are there only when the balancer is configured to send X-Method and X-Uri.","type":"object","properties":{"headers":{"description":"Every request header and those that the balancer adds; look them up in any case.","x-source":"https://cloud.tencent.com/document/product/583/52635","$ref":"#/$defs/headers"},"isBase64Encoded":{"description":"Whether payload is Base64: the string \\"true\\" or \\"false\\". Absent on the English page of 2022; a boolean is accepted.","x-source":"documented (Chinese pages); absent on the English page of 2022","anyOf":[{"enum":["true","false"]},{"type":"boolean"}]},"payload":{"description":"The request body: the parsed JSON of a JSON body, the text of a text, JavaScript or XML body, the Base64 of any other.","x-source":"documented for JSON; text for other bodies is inferred","type":["object","array","string","number","boolean","null"]}},"required":["headers","payload"],"$defs":{"headers":{"title":"ClbHeaders","description":"Header names in Title-Case with their values.","type":"object","properties":{"Content-type":{"description":"Media type of the request body; decides whether payload is Base64. Written with a small t.","x-source":"https://cloud.tencent.com/document/product/583/52635","type":"string"},"Host":{"description":"Domain of the request.","x-source":"https://cloud.tencent.com/document/product/583/52635","type":"string"},"User-Agent":{"description":"Client of the request.","x-source":"https://cloud.tencent.com/document/product/583/52635","type":"string"},"X-Client-Proto":{"description":"\\"http\\" or \\"https\\", as the client sent it.","x-source":"https://cloud.tencent.com/document/product/583/52635","type":"string"},"X-Client-Proto-Ver":{"description":"Protocol version of the client: \\"HTTP/1.1\\".","x-source":"https://cloud.tencent.com/document/product/583/52635","type":"string"},"X-Forwarded-For":{"description":"Addresses of the client and of the proxies on the way, separated by commas.","x-source":"https://cloud.tencent.com/document/product/583/52635","type":"string"},"X-Forwarded-Proto":{"description":"\\"http\\" or \\"https\\".","x-source":"https://cloud.tencent.com/document/product/583/52635","type":"string"},"X-Method":{"description":"Method of the request; absent unless configured in the balancer.","x-source":"documented (optional configuration, 2022)","type":"string"},"X-Real-IP":{"description":"Address of the client.","x-source":"https://cloud.tencent.com/document/product/583/52635","type":"string"},"X-Real-Port":{"description":"Port of the client; absent unless configured in the balancer.","x-source":"documented (optional configuration, 2022)","type":"string"},"X-Stgw-Time":{"description":"When the request began: seconds since 1970, a point, milliseconds.","x-source":"https://cloud.tencent.com/document/product/583/52635","type":"string"},"X-Uri":{"description":"Path of the request; absent unless configured in the balancer.","x-source":"documented (optional configuration, 2022)","type":"string"},"X-Vip":{"description":"Address of the balancer; absent unless configured in the balancer.","x-source":"documented (optional configuration, 2022)","type":"string"},"X-Vport":{"description":"Port of the balancer; absent unless configured in the balancer.","x-source":"documented (optional configuration, 2022)","type":"string"}},"additionalProperties":{"type":"string"}}}}'),
});
