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
   * Address of the balancer; absent unless configured in the balancer. Its last number is masked with xx in the documents.
   */
  'X-Vip'?: string;
  /**
   * Port of the balancer; absent unless configured in the balancer. Masked with xx in the documents.
   */
  'X-Vport'?: string;
  [k: string]: string | undefined;
}

export const clbContract: Contract<ClbEvent> = contractOf({
  name: "clb",
  validate,
  schema: () => JSON.parse('{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://scf-fixtures.example/schemas/clb.schema.json","title":"ClbEvent","description":"One HTTP request that a Cloud Load Balancer hands to a function. Method and path are there only when the balancer is configured to send X-Method and X-Uri.","type":"object","properties":{"headers":{"description":"Every request header and those that the balancer adds; look them up in any case.","x-source":"https://cloud.tencent.com/document/product/583/52635","$ref":"#/$defs/headers"},"isBase64Encoded":{"description":"Whether payload is Base64: the string \\"true\\" or \\"false\\". Absent on the English page of 2022; a boolean is accepted.","x-source":"documented (Chinese pages); absent on the English page of 2022","anyOf":[{"enum":["true","false"]},{"type":"boolean"}]},"payload":{"description":"The request body: the parsed JSON of a JSON body, the text of a text, JavaScript or XML body, the Base64 of any other.","x-source":"documented for JSON; text for other bodies is inferred","type":["object","array","string","number","boolean","null"],"x-free":"what the client sends"}},"required":["headers","payload"],"$defs":{"headers":{"title":"ClbHeaders","description":"Header names in Title-Case with their values.","type":"object","properties":{"Content-type":{"description":"Media type of the request body; decides whether payload is Base64. Written with a small t.","x-source":"https://cloud.tencent.com/document/product/583/52635; RFC 9110, section 5.5: no control characters, no white space at the ends","type":"string","pattern":"^(?:[^\\\\u0000-\\\\u0020\\\\u007f](?:[^\\\\u0000-\\\\u0008\\\\u000a-\\\\u001f\\\\u007f]*[^\\\\u0000-\\\\u0020\\\\u007f])?)?$"},"Host":{"description":"Domain of the request.","x-source":"https://cloud.tencent.com/document/product/583/52635; RFC 9110, section 7.2","type":"string","pattern":"^(?:[A-Za-z0-9._-]+|\\\\[[\\\\da-fA-F:.]+\\\\])(?::\\\\d{1,5})?$"},"User-Agent":{"description":"Client of the request.","x-source":"https://cloud.tencent.com/document/product/583/52635; RFC 9110, section 5.5: no control characters, no white space at the ends","type":"string","pattern":"^(?:[^\\\\u0000-\\\\u0020\\\\u007f](?:[^\\\\u0000-\\\\u0008\\\\u000a-\\\\u001f\\\\u007f]*[^\\\\u0000-\\\\u0020\\\\u007f])?)?$"},"X-Client-Proto":{"description":"\\"http\\" or \\"https\\", as the client sent it.","x-source":"https://cloud.tencent.com/document/product/583/52635","type":"string","pattern":"^https?$"},"X-Client-Proto-Ver":{"description":"Protocol version of the client: \\"HTTP/1.1\\".","x-source":"https://cloud.tencent.com/document/product/583/52635","type":"string","pattern":"^HTTP/\\\\d(?:\\\\.\\\\d)?$"},"X-Forwarded-For":{"description":"Addresses of the client and of the proxies on the way, separated by commas.","x-source":"https://cloud.tencent.com/document/product/583/52635; RFC 9110, section 5.5: no control characters, no white space at the ends","type":"string","pattern":"^(?:[^\\\\u0000-\\\\u0020\\\\u007f](?:[^\\\\u0000-\\\\u0008\\\\u000a-\\\\u001f\\\\u007f]*[^\\\\u0000-\\\\u0020\\\\u007f])?)?$"},"X-Forwarded-Proto":{"description":"\\"http\\" or \\"https\\".","x-source":"https://cloud.tencent.com/document/product/583/52635","type":"string","pattern":"^https?$"},"X-Method":{"description":"Method of the request; absent unless configured in the balancer.","x-source":"documented (optional configuration, 2022)","type":"string","pattern":"^[A-Z]+$"},"X-Real-IP":{"description":"Address of the client.","x-source":"https://cloud.tencent.com/document/product/583/52635","type":"string","pattern":"^(?:(?:(?:25[0-5]|2[0-4]\\\\d|1?\\\\d?\\\\d)\\\\.){3}(?:25[0-5]|2[0-4]\\\\d|1?\\\\d?\\\\d)|[\\\\da-fA-F]{0,4}(?::[\\\\da-fA-F]{0,4}){2,7}(?:(?:\\\\.\\\\d{1,3}){3})?)$"},"X-Real-Port":{"description":"Port of the client; absent unless configured in the balancer.","x-source":"documented (optional configuration, 2022)","type":"string","pattern":"^\\\\d{1,5}$"},"X-Stgw-Time":{"description":"When the request began: seconds since 1970, a point, milliseconds.","x-source":"https://cloud.tencent.com/document/product/583/52635","type":"string","pattern":"^\\\\d+(?:\\\\.\\\\d+)?$"},"X-Uri":{"description":"Path of the request; absent unless configured in the balancer.","x-source":"documented (optional configuration, 2022)","type":"string","pattern":"^/[!-~]*$"},"X-Vip":{"description":"Address of the balancer; absent unless configured in the balancer. Its last number is masked with xx in the documents.","x-source":"documented (optional configuration, 2022)","type":"string","pattern":"^(?:(?:(?:25[0-5]|2[0-4]\\\\d|1?\\\\d?\\\\d)\\\\.){3}(?:25[0-5]|2[0-4]\\\\d|1?\\\\d?\\\\d)|[\\\\da-fA-F]{0,4}(?::[\\\\da-fA-F]{0,4}){2,7}(?:(?:\\\\.\\\\d{1,3}){3})?|(?:\\\\d{1,3}\\\\.){3}xx)$","x-sent":"^[^x]+$"},"X-Vport":{"description":"Port of the balancer; absent unless configured in the balancer. Masked with xx in the documents.","x-source":"documented (optional configuration, 2022)","type":"string","pattern":"^(?:\\\\d{1,5}|xx)$","x-sent":"^\\\\d+$"}},"additionalProperties":{"type":"string","x-source":"RFC 9110, section 5.5: no control characters, no white space at the ends","pattern":"^(?:[^\\\\u0000-\\\\u0020\\\\u007f](?:[^\\\\u0000-\\\\u0008\\\\u000a-\\\\u001f\\\\u007f]*[^\\\\u0000-\\\\u0020\\\\u007f])?)?$"}}}}'),
});
