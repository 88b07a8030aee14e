// Made by scripts/generate.mjs from src/triggers/function-url/contract.schema.json; do not edit.
import { contractOf, type Contract } from '../kernel/contract.js';
import { validate } from './function-url.validate.js';

/**
 * One HTTP request to the URL of an event function: the API Gateway event without what belongs to an API. The documents show five keys; captures of 2025 have ten.
 */
export interface FunctionUrlEvent {
  /**
   * The request body as text; "" when the request has none (captured), absent then in the documented form.
   */
  body?: string;
  /**
   * { [k: string]: unknown } in every capture, as in an event of an API that declares nothing.
   */
  headerParameters?: {
    [k: string]: string;
  };
  /**
   * Every request header and those that SCF adds.
   */
  headers: FunctionUrlHeaders;
  /**
   * The method of the request.
   */
  httpMethod: string;
  /**
   * false in every capture. Nothing is known of bodies of bytes.
   */
  isBase64Encoded?: boolean;
  /**
   * The path of the request, without query string.
   */
  path: string;
  /**
   * { [k: string]: unknown } in every capture.
   */
  pathParameters?: {
    [k: string]: string;
  };
  /**
   * The whole query string, decoded; { [k: string]: unknown } when the request has none.
   */
  queryString: FunctionUrlQueryString;
  /**
   * { [k: string]: unknown } in every capture, also with a query; queryString has it.
   */
  queryStringParameters?: {
    [k: string]: string;
  };
  /**
   * Where the request comes from. The documents say that it is absent.
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
  schema: () => JSON.parse('{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://scf-fixtures.example/schemas/function-url.schema.json","title":"FunctionUrlEvent","description":"One HTTP request to the URL of an event function: the API Gateway event without what belongs to an API. The documents show five keys; captures of 2025 have ten.","type":"object","properties":{"body":{"description":"The request body as text; \\"\\" when the request has none (captured), absent then in the documented form.","x-source":"captured 2025; https://cloud.tencent.com/document/product/583/96099","type":"string","x-free":"what the client sends"},"headerParameters":{"description":"{} in every capture, as in an event of an API that declares nothing.","x-source":"captured 2025 (two events); absent from the page of the documents","type":"object","additionalProperties":{"type":"string","x-free":"what the client sends; {} in both captures"}},"headers":{"description":"Every request header and those that SCF adds.","x-source":"captured 2025; https://cloud.tencent.com/document/product/583/96099","$ref":"#/$defs/headers"},"httpMethod":{"description":"The method of the request.","x-source":"captured 2025; https://cloud.tencent.com/document/product/583/96099","type":"string","pattern":"^[A-Z]+$"},"isBase64Encoded":{"description":"false in every capture. Nothing is known of bodies of bytes.","x-source":"captured 2025 (two events); absent from the page of the documents","type":"boolean"},"path":{"description":"The path of the request, without query string.","x-source":"captured 2025; https://cloud.tencent.com/document/product/583/96099","type":"string","pattern":"^/"},"pathParameters":{"description":"{} in every capture.","x-source":"captured 2025 (two events); absent from the page of the documents","type":"object","additionalProperties":{"type":"string","x-free":"what the client sends; {} in both captures"}},"queryString":{"description":"The whole query string, decoded; {} when the request has none.","x-source":"captured 2025; https://cloud.tencent.com/document/product/583/96099","$ref":"#/$defs/queryString"},"queryStringParameters":{"description":"{} in every capture, also with a query; queryString has it.","x-source":"captured 2025 (two events); absent from the page of the documents","type":"object","additionalProperties":{"type":"string","x-free":"what the client sends; {} in both captures"}},"requestContext":{"description":"Where the request comes from. The documents say that it is absent.","x-source":"captured 2025; measured by a public handler in 2026; documented as absent","$ref":"#/$defs/requestContext"}},"required":["headers","httpMethod","path","queryString"],"$defs":{"headers":{"title":"FunctionUrlHeaders","description":"Header names in lower case with their values.","type":"object","properties":{"content-length":{"description":"Bytes of the request body; absent without a body. The documented example says 17 for a body of 22 bytes.","x-source":"https://cloud.tencent.com/document/product/583/96099; RFC 9110, section 8.6","type":"string","pattern":"^\\\\d+$"},"content-type":{"description":"Media type of the request body; absent without a body.","x-source":"read by public handlers of 2026; RFC 9110, section 5.5: no control characters, no white space at the ends","type":"string","pattern":"^(?:[^\\\\u0000-\\\\u0020\\\\u007f](?:[^\\\\u0000-\\\\u0008\\\\u000a-\\\\u001f\\\\u007f]*[^\\\\u0000-\\\\u0020\\\\u007f])?)?$"},"x-forwarded-for":{"description":"Addresses that the client wrote itself, the address of the client, and those of two proxies of the platform (11.163.17.81, 10.132.167.112 in the capture).","x-source":"captured 2026","type":"string","pattern":"^(?:[^\\\\u0000-\\\\u0020\\\\u007f](?:[^\\\\u0000-\\\\u0008\\\\u000a-\\\\u001f\\\\u007f]*[^\\\\u0000-\\\\u0020\\\\u007f])?)?$"},"x-scf-remote-addr":{"description":"Address of the client, set by SCF; handlers have met it with a port (203.0.113.7:51234, [2001:db8::7]:51234). Absent on a custom domain.","x-source":"https://cloud.tencent.com/document/product/583/96099","type":"string","pattern":"^(?:(?:(?:25[0-5]|2[0-4]\\\\d|1?\\\\d?\\\\d)\\\\.){3}(?:25[0-5]|2[0-4]\\\\d|1?\\\\d?\\\\d)(?::\\\\d{1,5})?|[\\\\da-fA-F]{0,4}(?::[\\\\da-fA-F]{0,4}){2,7}(?:(?:\\\\.\\\\d{1,3}){3})?|\\\\[[\\\\da-fA-F]{0,4}(?::[\\\\da-fA-F]{0,4}){2,7}(?:(?:\\\\.\\\\d{1,3}){3})?\\\\](?::\\\\d{1,5})?)$"},"x-scf-request-domain":{"description":"Domain that the request was sent to, set by SCF; absent in the documented example.","x-source":"read by a public handler","type":"string","pattern":"^(?:[A-Za-z0-9._-]+|\\\\[[\\\\da-fA-F:.]+\\\\])(?::\\\\d{1,5})?$"},"x-scf-request-id":{"description":"Id of the request, set by SCF.","x-source":"captured 2025","type":"string","pattern":"^[0-9A-Za-z-]+$","x-sent":"^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$"}},"additionalProperties":{"type":"string","x-source":"RFC 9110, section 5.5: no control characters, no white space at the ends","pattern":"^(?:[^\\\\u0000-\\\\u0020\\\\u007f](?:[^\\\\u0000-\\\\u0008\\\\u000a-\\\\u001f\\\\u007f]*[^\\\\u0000-\\\\u0020\\\\u007f])?)?$"}},"queryString":{"title":"FunctionUrlQueryString","description":"Query values by name: text, and as in API Gateway an array for a repeated name and true for a name without \\"=\\".","type":"object","additionalProperties":{"anyOf":[{"type":"string","x-free":"what the client wrote, decoded"},{"type":"array","items":{"type":"string","x-free":"what the client wrote, decoded"}},{"const":true}]}},"requestContext":{"title":"FunctionUrlRequestContext","description":"Where the request comes from.","type":"object","properties":{"sourceIp":{"description":"Address of the client, the same as in x-scf-remote-addr.","x-source":"captured 2025; measured by a public handler in 2026","type":"string","pattern":"^(?:(?:(?:25[0-5]|2[0-4]\\\\d|1?\\\\d?\\\\d)\\\\.){3}(?:25[0-5]|2[0-4]\\\\d|1?\\\\d?\\\\d)|[\\\\da-fA-F]{0,4}(?::[\\\\da-fA-F]{0,4}){2,7}(?:(?:\\\\.\\\\d{1,3}){3})?)$"}}}}}'),
});
