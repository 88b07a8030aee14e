// Made by scripts/generate.mjs from src/triggers/function-url/contract.schema.json; do not edit.
import { contractOf, type Contract } from '../kernel/contract.js';
import { validate } from './function-url.validate.js';

/**
 * One HTTP request to the URL of an event function: the API Gateway event without its parameter maps and without isBase64Encoded.
 */
export interface FunctionUrlEvent {
  /**
   * The request body as text; absent or "" when the request has none.
   */
  body?: string;
  /**
   * Every request header and those that SCF adds.
   */
  headers: FunctionUrlHeaders;
  /**
   * The method of the request.
   */
  httpMethod: string;
  /**
   * The path of the request, without query string.
   */
  path: string;
  /**
   * The whole query string, decoded; { [k: string]: unknown } when the request has none.
   */
  queryString: FunctionUrlQueryString;
  /**
   * Where the request comes from. The documents say that it is absent; a handler measured it in 2026.
   */
  requestContext?: FunctionUrlRequestContext;
}
/**
 * Header names in lower case with their values.
 */
export interface FunctionUrlHeaders {
  /**
   * Bytes of the request body; absent without a body. The documented example says 17 for a body of 22 bytes.
   */
  'content-length'?: string;
  /**
   * Media type of the request body; absent without a body.
   */
  'content-type'?: string;
  [k: string]: string | undefined;
}
/**
 * Query values by name: text, and as in API Gateway an array for a repeated name and true for a name without "=".
 */
export interface FunctionUrlQueryString {
  [k: string]: string | string[] | true;
}
/**
 * Where the request comes from.
 */
export interface FunctionUrlRequestContext {
  /**
   * Address of the client, the same as in x-scf-remote-addr.
   */
  sourceIp?: string;
}

export const functionUrlContract: Contract<FunctionUrlEvent> = contractOf({
  name: "function-url",
  validate,
  schema: () => JSON.parse('{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://scf-fixtures.example/schemas/function-url.schema.json","title":"FunctionUrlEvent","description":"One HTTP request to the URL of an event function: the API Gateway event without its parameter maps and without isBase64Encoded.","type":"object","properties":{"body":{"description":"The request body as text; absent or \\"\\" when the request has none.","x-source":"https://cloud.tencent.com/document/product/583/96099","type":"string","x-free":"what the client sends"},"headers":{"description":"Every request header and those that SCF adds.","x-source":"https://cloud.tencent.com/document/product/583/96099","$ref":"#/$defs/headers"},"httpMethod":{"description":"The method of the request.","x-source":"https://cloud.tencent.com/document/product/583/96099","type":"string","pattern":"^[A-Z]+$"},"path":{"description":"The path of the request, without query string.","x-source":"https://cloud.tencent.com/document/product/583/96099","type":"string","pattern":"^/"},"queryString":{"description":"The whole query string, decoded; {} when the request has none.","x-source":"https://cloud.tencent.com/document/product/583/96099","$ref":"#/$defs/queryString"},"requestContext":{"description":"Where the request comes from. The documents say that it is absent; a handler measured it in 2026.","x-source":"measured by a public handler in 2026; documented as absent","$ref":"#/$defs/requestContext"}},"required":["headers","httpMethod","path","queryString"],"$defs":{"headers":{"title":"FunctionUrlHeaders","description":"Header names in lower case with their values.","type":"object","properties":{"content-length":{"description":"Bytes of the request body; absent without a body. The documented example says 17 for a body of 22 bytes.","x-source":"https://cloud.tencent.com/document/product/583/96099; RFC 9110, section 8.6","type":"string","pattern":"^\\\\d+$"},"content-type":{"description":"Media type of the request body; absent without a body.","x-source":"read by public handlers of 2026; RFC 9110, section 5.5: no control characters, no white space at the ends","type":"string","pattern":"^(?:[^\\\\u0000-\\\\u0020\\\\u007f](?:[^\\\\u0000-\\\\u0008\\\\u000a-\\\\u001f\\\\u007f]*[^\\\\u0000-\\\\u0020\\\\u007f])?)?$"},"x-scf-remote-addr":{"description":"Address of the client, set by SCF; handlers have met it with a port (203.0.113.7:51234, [2001:db8::7]:51234).","x-source":"https://cloud.tencent.com/document/product/583/96099","type":"string","pattern":"^(?:(?:(?:25[0-5]|2[0-4]\\\\d|1?\\\\d?\\\\d)\\\\.){3}(?:25[0-5]|2[0-4]\\\\d|1?\\\\d?\\\\d)(?::\\\\d{1,5})?|[\\\\da-fA-F]{0,4}(?::[\\\\da-fA-F]{0,4}){2,7}(?:(?:\\\\.\\\\d{1,3}){3})?|\\\\[[\\\\da-fA-F]{0,4}(?::[\\\\da-fA-F]{0,4}){2,7}(?:(?:\\\\.\\\\d{1,3}){3})?\\\\](?::\\\\d{1,5})?)$"},"x-scf-request-domain":{"description":"Domain that the request was sent to, set by SCF; absent in the documented example.","x-source":"read by a public handler","type":"string","pattern":"^(?:[A-Za-z0-9._-]+|\\\\[[\\\\da-fA-F:.]+\\\\])(?::\\\\d{1,5})?$"}},"additionalProperties":{"type":"string","x-source":"RFC 9110, section 5.5: no control characters, no white space at the ends","pattern":"^(?:[^\\\\u0000-\\\\u0020\\\\u007f](?:[^\\\\u0000-\\\\u0008\\\\u000a-\\\\u001f\\\\u007f]*[^\\\\u0000-\\\\u0020\\\\u007f])?)?$"}},"queryString":{"title":"FunctionUrlQueryString","description":"Query values by name: text, and as in API Gateway an array for a repeated name and true for a name without \\"=\\".","type":"object","additionalProperties":{"anyOf":[{"type":"string","x-free":"what the client wrote, decoded"},{"type":"array","items":{"type":"string","x-free":"what the client wrote, decoded"}},{"const":true}]}},"requestContext":{"title":"FunctionUrlRequestContext","description":"Where the request comes from.","type":"object","properties":{"sourceIp":{"description":"Address of the client, the same as in x-scf-remote-addr.","x-source":"measured by a public handler in 2026","type":"string","minLength":1,"pattern":"^(?:(?:(?:25[0-5]|2[0-4]\\\\d|1?\\\\d?\\\\d)\\\\.){3}(?:25[0-5]|2[0-4]\\\\d|1?\\\\d?\\\\d)|[\\\\da-fA-F]{0,4}(?::[\\\\da-fA-F]{0,4}){2,7}(?:(?:\\\\.\\\\d{1,3}){3})?)$"}}}}}'),
});
