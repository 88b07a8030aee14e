// Made by scripts/generate.mjs from src/triggers/apigw/contract.schema.json; do not edit.
import { contractOf, type Contract } from '../kernel/contract.js';
import { validate } from './apigw.validate.js';

/**
 * The integration request that API Gateway hands to a function for one HTTP request.
 */
export interface ApigwEvent {
  /**
   * The request body as text, or its Base64 when isBase64Encoded is true. Absent on GET, present on POST.
   */
  body?: string;
  /**
   * Values of the header parameters that the API configuration declares; { [k: string]: unknown } when it declares none, "" for a declared header that the request lacks. One capture of 2021 shows an event without this key.
   */
  headerParameters?: {
    [k: string]: string;
  };
  /**
   * Every request header and those that the gateway adds.
   */
  headers: ApigwHeaders;
  /**
   * The method of the request itself; never ANY.
   */
  httpMethod: string;
  /**
   * Whether body is Base64. A boolean since 2021, absent before; documents of the gateway show the strings "true" and "false".
   */
  isBase64Encoded?: boolean | ('true' | 'false');
  /**
   * The path of the request itself, without stage and without query string.
   */
  path: string;
  /**
   * Values of the path parameters that the API configuration declares, by the names in requestContext.path; { [k: string]: unknown } when it declares none.
   */
  pathParameters: {
    [k: string]: string;
  };
  /**
   * The whole query string, decoded; { [k: string]: unknown } when the request has none.
   */
  queryString: ApigwQueryString;
  /**
   * Values of the query parameters that the API configuration declares; { [k: string]: unknown } for an API made by the SCF console, which declares none, "" for a declared one that the request lacks.
   */
  queryStringParameters: {
    [k: string]: string;
  };
  /**
   * Which API received the request, from whom and in which environment.
   */
  requestContext: ApigwRequestContext;
  /**
   * Variables of the environment. Absent in every capture.
   */
  stageVariables?: ApigwStageVariables;
}
/**
 * Header names in lower case with their values; a header sent several times is one value.
 */
export interface ApigwHeaders {
  /**
   * Bytes of the request body before Base64; absent without a body.
   */
  'content-length'?: string;
  /**
   * Media type of the request body; absent without a body.
   */
  'content-type'?: string;
  /**
   * Domain of the gateway service (<service id>-<app id>.<region>.apigw.tencentcs.com) or a custom domain.
   */
  host?: string;
  /**
   * Always "APIGW"; absent before 2021.
   */
  requestsource?: string;
  [k: string]: string | undefined;
}
/**
 * Query values by name: text, an array for a repeated name (?a=b&a=c), true for a name without "=" (?flag).
 */
export interface ApigwQueryString {
  [k: string]: string | string[] | true;
}
/**
 * The API that received the request.
 */
export interface ApigwRequestContext {
  /**
   * The method that the API is configured with: the request's method or ANY.
   */
  httpMethod: string;
  /**
   * Who authenticated; { [k: string]: unknown } when nobody had to.
   */
  identity: ApigwIdentity;
  /**
   * The path that the API is configured with, placeholders included: /article/{articleId}. Requests to paths below it match too.
   */
  path: string;
  /**
   * Id of the request. Absent in every capture: the id travels in the header x-api-requestid. Masked with * in the documents.
   */
  requestId?: string;
  /**
   * Id of the gateway service.
   */
  serviceId: string;
  /**
   * Address of the client.
   */
  sourceIp: string;
  /**
   * Environment of the API: "release", "test" or "prepub".
   */
  stage: string;
  /**
   * True for an API that serves WebSocket; absent for plain HTTP.
   */
  websocketEnable?: boolean;
}
/**
 * Who authenticated; { [k: string]: unknown } when the API asks for no authentication.
 */
export interface ApigwIdentity {
  /**
   * Id of the gateway key pair; absent without key pair authentication.
   */
  secretId?: string;
}
/**
 * Variables by name.
 */
export interface ApigwStageVariables {
  /**
   * Name of the environment.
   */
  stage?: string;
  [k: string]: string | undefined;
}

export const apigwContract: Contract<ApigwEvent> = contractOf({
  name: "apigw",
  validate,
  schema: () => JSON.parse('{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://scf-fixtures.example/schemas/apigw.schema.json","title":"ApigwEvent","description":"The integration request that API Gateway hands to a function for one HTTP request.","type":"object","properties":{"body":{"description":"The request body as text, or its Base64 when isBase64Encoded is true. Absent on GET, present on POST.","x-source":"captured 2019, 2020, 2021","type":"string","x-free":"what the client sends"},"headerParameters":{"description":"Values of the header parameters that the API configuration declares; {} when it declares none, \\"\\" for a declared header that the request lacks. One capture of 2021 shows an event without this key.","x-source":"captured 2019, 2020, 2021","type":"object","additionalProperties":{"type":"string","x-source":"RFC 9110, section 5.5: no control characters, no white space at the ends","pattern":"^(?:[^\\\\u0000-\\\\u0020\\\\u007f](?:[^\\\\u0000-\\\\u0008\\\\u000a-\\\\u001f\\\\u007f]*[^\\\\u0000-\\\\u0020\\\\u007f])?)?$"}},"headers":{"description":"Every request header and those that the gateway adds.","x-source":"captured 2019, 2020, 2021, 2023","$ref":"#/$defs/headers"},"httpMethod":{"description":"The method of the request itself; never ANY.","x-source":"captured 2019, 2020, 2021, 2023","type":"string","pattern":"^[A-Z]+$"},"isBase64Encoded":{"description":"Whether body is Base64. A boolean since 2021, absent before; documents of the gateway show the strings \\"true\\" and \\"false\\".","x-source":"captured 2021; absent in captures of 2019 and 2020","anyOf":[{"type":"boolean"},{"enum":["true","false"]}]},"path":{"description":"The path of the request itself, without stage and without query string.","x-source":"captured 2019, 2020, 2021, 2023","type":"string","pattern":"^/"},"pathParameters":{"description":"Values of the path parameters that the API configuration declares, by the names in requestContext.path; {} when it declares none.","x-source":"captured 2019, 2020, 2021","type":"object","additionalProperties":{"type":"string","x-free":"a part of the path that the client asks for"}},"queryString":{"description":"The whole query string, decoded; {} when the request has none.","x-source":"captured 2019, 2020, 2021","$ref":"#/$defs/queryString"},"queryStringParameters":{"description":"Values of the query parameters that the API configuration declares; {} for an API made by the SCF console, which declares none, \\"\\" for a declared one that the request lacks.","x-source":"captured 2019, 2020, 2021","type":"object","additionalProperties":{"type":"string","x-free":"what the client wrote, decoded"}},"requestContext":{"description":"Which API received the request, from whom and in which environment.","x-source":"captured 2019, 2020, 2021, 2023","$ref":"#/$defs/requestContext"},"stageVariables":{"description":"Variables of the environment. Absent in every capture.","x-source":"documented; absent in every capture","$ref":"#/$defs/stageVariables"}},"required":["headers","httpMethod","path","pathParameters","queryString","queryStringParameters","requestContext"],"$defs":{"headers":{"title":"ApigwHeaders","description":"Header names in lower case with their values; a header sent several times is one value.","type":"object","properties":{"content-length":{"description":"Bytes of the request body before Base64; absent without a body.","x-source":"captured 2019; RFC 9110, section 8.6","type":"string","pattern":"^\\\\d+$"},"content-type":{"description":"Media type of the request body; absent without a body.","x-source":"captured 2019, 2021; RFC 9110, section 5.5: no control characters, no white space at the ends","type":"string","pattern":"^(?:[^\\\\u0000-\\\\u0020\\\\u007f](?:[^\\\\u0000-\\\\u0008\\\\u000a-\\\\u001f\\\\u007f]*[^\\\\u0000-\\\\u0020\\\\u007f])?)?$"},"host":{"description":"Domain of the gateway service (<service id>-<app id>.<region>.apigw.tencentcs.com) or a custom domain.","x-source":"captured 2019, 2020, 2021, 2023; RFC 9110, section 7.2","type":"string","pattern":"^(?:[A-Za-z0-9._-]+|\\\\[[\\\\da-fA-F:.]+\\\\])(?::\\\\d{1,5})?$"},"requestsource":{"description":"Always \\"APIGW\\"; absent before 2021.","x-source":"captured 2021","type":"string","pattern":"^APIGW$"},"x-api-requestid":{"description":"Id of the request, 32 hexadecimal digits; the place of requestContext.requestId of the documents.","x-source":"captured 2019, 2020, 2021","type":"string","pattern":"^[A-Za-z0-9-]+$"},"x-api-scheme":{"description":"\\"http\\" or \\"https\\", as the client sent it; absent before 2020.","x-source":"captured 2020, 2021","type":"string","pattern":"^https?$"},"x-b3-traceid":{"description":"Trace id, the same as x-api-requestid.","x-source":"captured 2019, 2020, 2021","type":"string","pattern":"^[A-Za-z0-9-]+$"},"x-qualifier":{"description":"Version or alias of the function: \\"$LATEST\\" or \\"$DEFAULT\\"; absent in the capture of 2023.","x-source":"captured 2019, 2020, 2021; names of versions and aliases: https://cloud.tencent.com/document/product/583/36149","type":"string","pattern":"^(?:\\\\$LATEST|\\\\$DEFAULT|[A-Za-z0-9_-]{1,64})$"}},"additionalProperties":{"type":"string","x-source":"RFC 9110, section 5.5: no control characters, no white space at the ends","pattern":"^(?:[^\\\\u0000-\\\\u0020\\\\u007f](?:[^\\\\u0000-\\\\u0008\\\\u000a-\\\\u001f\\\\u007f]*[^\\\\u0000-\\\\u0020\\\\u007f])?)?$"}},"identity":{"title":"ApigwIdentity","description":"Who authenticated; {} when the API asks for no authentication.","type":"object","properties":{"secretId":{"description":"Id of the gateway key pair; absent without key pair authentication.","x-source":"https://cloud.tencent.com/document/product/583/12513","type":"string","pattern":"^[A-Za-z0-9_-]+$"}}},"queryString":{"title":"ApigwQueryString","description":"Query values by name: text, an array for a repeated name (?a=b&a=c), true for a name without \\"=\\" (?flag).","type":"object","additionalProperties":{"anyOf":[{"type":"string","x-free":"what the client wrote, decoded"},{"type":"array","items":{"type":"string","x-free":"what the client wrote, decoded"}},{"const":true}]}},"requestContext":{"title":"ApigwRequestContext","description":"The API that received the request.","type":"object","properties":{"httpMethod":{"description":"The method that the API is configured with: the request\'s method or ANY.","x-source":"captured 2019, 2020, 2021","type":"string","pattern":"^[A-Z]+$"},"identity":{"description":"Who authenticated; {} when nobody had to.","x-source":"captured 2019, 2020, 2021","$ref":"#/$defs/identity"},"path":{"description":"The path that the API is configured with, placeholders included: /article/{articleId}. Requests to paths below it match too.","x-source":"captured 2019, 2020, 2021","type":"string","pattern":"^[=^~]*/[!-~]*$"},"requestId":{"description":"Id of the request. Absent in every capture: the id travels in the header x-api-requestid. Masked with * in the documents.","x-source":"documented; absent in every capture","type":"string","pattern":"^[A-Za-z0-9*-]+$"},"serviceId":{"description":"Id of the gateway service.","x-source":"captured 2019, 2020, 2021","type":"string","pattern":"^service-[!-~]+$","x-sent":"^service-[a-z0-9]{8}$"},"sourceIp":{"description":"Address of the client.","x-source":"captured 2019, 2020, 2021","type":"string","minLength":1,"pattern":"^(?:(?:(?:25[0-5]|2[0-4]\\\\d|1?\\\\d?\\\\d)\\\\.){3}(?:25[0-5]|2[0-4]\\\\d|1?\\\\d?\\\\d)|[\\\\da-fA-F]{0,4}(?::[\\\\da-fA-F]{0,4}){2,7}(?:(?:\\\\.\\\\d{1,3}){3})?)$"},"stage":{"description":"Environment of the API: \\"release\\", \\"test\\" or \\"prepub\\".","x-source":"captured 2019, 2020, 2021","type":"string","minLength":1,"pattern":"^[A-Za-z]+$"},"websocketEnable":{"description":"True for an API that serves WebSocket; absent for plain HTTP.","x-source":"documented; in the vendor\'s Go structs (scf-go-lib)","type":"boolean"}},"required":["httpMethod","identity","path","serviceId","sourceIp","stage"]},"stageVariables":{"title":"ApigwStageVariables","description":"Variables by name.","type":"object","properties":{"stage":{"description":"Name of the environment.","x-source":"documented; absent in every capture","type":"string","pattern":"^[A-Za-z]+$"}},"additionalProperties":{"type":"string","x-free":"values of the API owner\'s configuration"}}}}'),
});
