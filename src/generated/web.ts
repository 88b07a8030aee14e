// Made by scripts/generate.mjs from src/triggers/web/contract.schema.json; do not edit.
import { contractOf, type Contract } from '../kernel/contract.js';
import { validate } from './web.validate.js';

/**
 * One HTTP request to a web function, as its client sends it. No JSON travels: this describes the request, to which the platform adds its headers.
 */
export interface WebRequest {
  /**
   * The request body: text, or Base64 where isBase64Encoded says so; absent without a body.
   */
  body?: string;
  /**
   * Header names and values as the client writes them. Those of the connection and Content-Length are made when it is sent; X-Scf-* of a client do not arrive.
   */
  headers: WebRequestHeaders;
  /**
   * The method of the request.
   */
  httpMethod: string;
  /**
   * True where body is the Base64 of bytes; absent otherwise.
   */
  isBase64Encoded?: boolean;
  /**
   * The path of the request as it stands on the wire, percent-encoded, without query string.
   */
  path: string;
  /**
   * The whole query string, decoded; { [k: string]: unknown } when the request has none.
   */
  queryString: WebRequestQueryString;
  /**
   * The address of the client, which the platform writes behind what the client wrote itself in X-Forwarded-For.
   */
  sourceIp: string;
  /**
   * How the request is written, where it can be written in two ways.
   */
  spelling?: WebRequestSpelling;
}
/**
 * Header names with their values.
 */
export interface WebRequestHeaders {
  /**
   * Media type of the request body; absent without a body.
   */
  'content-type'?: string;
  [k: string]: string | undefined;
}
/**
 * Query values by name: a text, several for a repeated name, true for a name without "=".
 */
export interface WebRequestQueryString {
  [k: string]: string | string[] | true;
}
/**
 * Other ways of writing the same request.
 */
export interface WebRequestSpelling {
  /**
   * A blank in the query is +, as forms send it, and no %20.
   */
  hasPlus?: boolean;
  /**
   * The body comes in chunks, and no header tells its length.
   */
  isChunked?: boolean;
}

export const webContract: Contract<WebRequest> = contractOf({
  name: "web",
  validate,
  schema: () => JSON.parse('{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://scf-fixtures.example/schemas/web.schema.json","title":"WebRequest","description":"One HTTP request to a web function, as its client sends it. No JSON travels: this describes the request, to which the platform adds its headers.","type":"object","properties":{"body":{"description":"The request body: text, or Base64 where isBase64Encoded says so; absent without a body.","x-source":"https://cloud.tencent.com/document/product/583/56124: requests pass as they are","type":"string","x-free":"what the client sends"},"headers":{"description":"Header names and values as the client writes them. Those of the connection and Content-Length are made when it is sent; X-Scf-* of a client do not arrive.","x-source":"https://cloud.tencent.com/document/product/583/56124","$ref":"#/$defs/headers"},"httpMethod":{"description":"The method of the request.","x-source":"RFC 9110, section 9.1","type":"string","pattern":"^[A-Z]+$"},"isBase64Encoded":{"description":"True where body is the Base64 of bytes; absent otherwise.","x-source":"of this description; the bytes travel as they are","type":"boolean"},"path":{"description":"The path of the request as it stands on the wire, percent-encoded, without query string.","x-source":"RFC 3986, section 3.3: no control characters, no white space","type":"string","pattern":"^/[!-~]*$"},"queryString":{"description":"The whole query string, decoded; {} when the request has none.","x-source":"RFC 3986, section 3.4","$ref":"#/$defs/queryString"},"sourceIp":{"description":"The address of the client, which the platform writes behind what the client wrote itself in X-Forwarded-For.","x-source":"captured 2026: the chain of a function URL","type":"string","pattern":"^(?:(?:(?:25[0-5]|2[0-4]\\\\d|1?\\\\d?\\\\d)\\\\.){3}(?:25[0-5]|2[0-4]\\\\d|1?\\\\d?\\\\d)|[\\\\da-fA-F]{0,4}(?::[\\\\da-fA-F]{0,4}){2,7}(?:(?:\\\\.\\\\d{1,3}){3})?)$"},"spelling":{"description":"How the request is written, where it can be written in two ways.","x-source":"RFC 9112, section 7.1; https://url.spec.whatwg.org/#urlencoded-serializing","$ref":"#/$defs/spelling"}},"required":["headers","httpMethod","path","queryString","sourceIp"],"$defs":{"headers":{"title":"WebRequestHeaders","description":"Header names with their values.","type":"object","properties":{"content-type":{"description":"Media type of the request body; absent without a body.","x-source":"read by public handlers of 2026; RFC 9110, section 5.5: no control characters, no white space at the ends","type":"string","pattern":"^(?:[^\\\\u0000-\\\\u0020\\\\u007f](?:[^\\\\u0000-\\\\u0008\\\\u000a-\\\\u001f\\\\u007f]*[^\\\\u0000-\\\\u0020\\\\u007f])?)?$"}},"additionalProperties":{"type":"string","x-source":"RFC 9110, section 5.5: no control characters, no white space at the ends","pattern":"^(?:[^\\\\u0000-\\\\u0020\\\\u007f](?:[^\\\\u0000-\\\\u0008\\\\u000a-\\\\u001f\\\\u007f]*[^\\\\u0000-\\\\u0020\\\\u007f])?)?$"}},"queryString":{"title":"WebRequestQueryString","description":"Query values by name: a text, several for a repeated name, true for a name without \\"=\\".","type":"object","additionalProperties":{"anyOf":[{"type":"string","x-free":"what the client wrote, decoded"},{"type":"array","items":{"type":"string","x-free":"what the client wrote, decoded"}},{"const":true}]}},"spelling":{"title":"WebRequestSpelling","description":"Other ways of writing the same request.","type":"object","properties":{"hasPlus":{"description":"A blank in the query is +, as forms send it, and no %20.","x-source":"https://url.spec.whatwg.org/#urlencoded-serializing","type":"boolean"},"isChunked":{"description":"The body comes in chunks, and no header tells its length.","x-source":"RFC 9112, section 7.1","type":"boolean"}}}}}'),
});
