// Made by scripts/generate.mjs from src/triggers/cos/contract.schema.json; do not edit.
import { contractOf, type Contract } from '../kernel/contract.js';
import { validate } from './cos.validate.js';

/**
 * Objects of one COS bucket were created, removed or restored.
 */
export interface CosEvent {
  /**
   * One record an object; several may be merged into one event.
   *
   * @minItems 1
   */
  Records: CosRecord[];
}
/**
 * What happened to one object.
 */
export interface CosRecord {
  /**
   * The object and its bucket.
   */
  cos: CosEntity;
  /**
   * What happened, when, and by which request.
   */
  event: CosOccurrence;
}
/**
 * The object and its bucket.
 */
export interface CosEntity {
  /**
   * The bucket.
   */
  cosBucket: CosBucket;
  /**
   * "unkown", misspelt like this in every event that is sent.
   */
  cosNotificationId: string;
  /**
   * The object.
   */
  cosObject: CosObject;
  /**
   * Version of this structure, "1.0".
   */
  cosSchemaVersion: '1.0';
}
/**
 * The bucket, named without its APPID, and its region in three forms.
 */
export interface CosBucket {
  /**
   * APPID of the bucket's owner, decimal digits as text.
   */
  appid: string;
  /**
   * Region by its full name: "ap-shanghai". Absent before 2022 and from the documents.
   */
  cosRegion?: string;
  /**
   * The bucket's name without "-<appid>".
   */
  name: string;
  /**
   * Region by its short name: "sh", "gz".
   */
  region: string;
  /**
   * Region by its full name, the same as cosRegion. Absent before 2022 and from the documents.
   */
  s3Region?: string;
}
/**
 * The object.
 */
export interface CosObject {
  /**
   * "/<appid>/<bucket>/<object key>"; the object key raw, not percent-encoded.
   */
  key: string;
  /**
   * Headers of the object, user-defined ones (x-cos-meta-…) included.
   */
  meta: CosMeta;
  /**
   * Size of the object in bytes, 0 for a folder.
   */
  size: number;
  /**
   * Address of the object, percent-encoded, with http:.
   */
  url: string;
  /**
   * Version id of the object; "" in a bucket without versioning.
   */
  vid: string;
}
/**
 * Headers of the object.
 */
export interface CosMeta {
  /**
   * Media type of the object; "" when none was given.
   */
  'Content-Type'?: string;
  /**
   * ETag of the object, its double quotes included.
   */
  ETag?: string;
  [k: string]: string | undefined;
}
/**
 * What happened, when, and by which request.
 */
export interface CosOccurrence {
  /**
   * What happened: "cos:ObjectCreated:Put". Concrete since 2022; the documents and a capture of 2019 show the wildcard of the trigger's configuration.
   */
  eventName: string;
  /**
   * The function that is notified: qcs:0:scf:<region>:appid/<appid>:<namespace>.<function>.<version>.
   */
  eventQueue: string;
  /**
   * "qcs::cos"; one sample of the documents lacks a colon.
   */
  eventSource: 'qcs::cos' | 'qcs:cos';
  /**
   * When it happened, in seconds since 1970.
   */
  eventTime: number;
  /**
   * Version of this structure, "1.0".
   */
  eventVersion: '1.0';
  /**
   * Number of the request; 0 since 2022.
   */
  reqid: number;
  /**
   * The request that caused the event.
   */
  requestParameters: CosRequestParameters;
  /**
   * Reserved; "" in every known event.
   */
  reservedInfo: string;
}
/**
 * The request that caused the event.
 */
export interface CosRequestParameters {
  /**
   * Headers of the request.
   */
  requestHeaders: CosRequestHeaders;
  /**
   * Address of the caller.
   */
  requestSourceIP: string;
}
/**
 * Headers of the request.
 */
export interface CosRequestHeaders {
  /**
   * COS signature of the request: q-sign-algorithm=sha1&q-ak=…; "" when unsigned.
   */
  Authorization?: string;
  [k: string]: string | undefined;
}

export const cosContract: Contract<CosEvent> = contractOf({
  name: "cos",
  validate,
  schema: () => JSON.parse('{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://scf-fixtures.example/schemas/cos.schema.json","title":"CosEvent","description":"Objects of one COS bucket were created, removed or restored.","type":"object","required":["Records"],"properties":{"Records":{"description":"One record an object; several may be merged into one event.","x-source":"captured 2019, 2022; documented","type":"array","minItems":1,"items":{"$ref":"#/$defs/CosRecord"}}},"$defs":{"CosRecord":{"title":"CosRecord","description":"What happened to one object.","type":"object","required":["cos","event"],"properties":{"cos":{"description":"The object and its bucket.","x-source":"captured 2019, 2022; documented","$ref":"#/$defs/CosEntity"},"event":{"description":"What happened, when, and by which request.","x-source":"captured 2019, 2022; documented","$ref":"#/$defs/CosOccurrence"}}},"CosEntity":{"title":"CosEntity","description":"The object and its bucket.","type":"object","required":["cosBucket","cosNotificationId","cosObject","cosSchemaVersion"],"properties":{"cosBucket":{"description":"The bucket.","x-source":"captured 2019, 2022; documented","$ref":"#/$defs/CosBucket"},"cosNotificationId":{"description":"\\"unkown\\", misspelt like this in every event that is sent.","x-source":"captured 2022; documented","type":"string","pattern":"^unkn?own$"},"cosObject":{"description":"The object.","x-source":"captured 2019, 2022; documented","$ref":"#/$defs/CosObject"},"cosSchemaVersion":{"description":"Version of this structure, \\"1.0\\".","x-source":"captured 2019, 2022; documented","const":"1.0"}}},"CosBucket":{"title":"CosBucket","description":"The bucket, named without its APPID, and its region in three forms.","type":"object","required":["appid","name","region"],"properties":{"appid":{"description":"APPID of the bucket\'s owner, decimal digits as text.","x-source":"captured 2019, 2022; documented","type":"string","pattern":"^\\\\d+$","x-sent":"^\\\\d{9,10}$"},"cosRegion":{"description":"Region by its full name: \\"ap-shanghai\\". Absent before 2022 and from the documents.","x-source":"captured 2022","type":"string","pattern":"^[a-z]{2}-[a-z]+(?:-[a-z0-9]+)*$","x-sent":"^(?:af|ap|eu|me|na|sa)-[a-z]+(?:-[a-z0-9]+)*$"},"name":{"description":"The bucket\'s name without \\"-<appid>\\".","x-source":"captured 2019, 2022; documented; lower-case letters, digits and \\"-\\", 1 to 50 characters: https://cloud.tencent.com/document/product/436/13312","type":"string","pattern":"^[a-z0-9](?:[a-z0-9-]{0,48}[a-z0-9])?$"},"region":{"description":"Region by its short name: \\"sh\\", \\"gz\\".","x-source":"captured 2019, 2022; documented","type":"string","pattern":"^[a-z][a-z0-9-]*$","x-sent":"^[a-z]{2,3}$"},"s3Region":{"description":"Region by its full name, the same as cosRegion. Absent before 2022 and from the documents.","x-source":"captured 2022; two vendor demos read it","type":"string","pattern":"^[a-z]{2}-[a-z]+(?:-[a-z0-9]+)*$","x-sent":"^(?:af|ap|eu|me|na|sa)-[a-z]+(?:-[a-z0-9]+)*$"}}},"CosObject":{"title":"CosObject","description":"The object.","type":"object","required":["key","meta","size","url","vid"],"properties":{"key":{"description":"\\"/<appid>/<bucket>/<object key>\\"; the object key raw, not percent-encoded.","x-source":"captured 2019, 2022; documented","type":"string","pattern":"^/\\\\d+/[a-z0-9-]+/"},"meta":{"description":"Headers of the object, user-defined ones (x-cos-meta-…) included.","x-source":"captured 2019, 2022; documented","$ref":"#/$defs/CosMeta"},"size":{"description":"Size of the object in bytes, 0 for a folder.","x-source":"captured 2019, 2022; Go int64, Java Integer","type":"integer","minimum":0},"url":{"description":"Address of the object, percent-encoded, with http:.","x-source":"captured 2019, 2022; documented","type":"string","pattern":"^http://[a-z0-9.-]+/[!-~]*$"},"vid":{"description":"Version id of the object; \\"\\" in a bucket without versioning.","x-source":"captured 2019 (a version id), 2022 (\\"\\")","type":"string","pattern":"^[A-Za-z0-9._=+/-]*$","x-sent":"^[A-Za-z0-9]*$"}}},"CosMeta":{"title":"CosMeta","description":"Headers of the object.","type":"object","properties":{"Content-Type":{"description":"Media type of the object; \\"\\" when none was given.","x-source":"captured 2019, 2022; documented; RFC 9110, section 5.5: no control characters, no white space at the ends","type":"string","pattern":"^(?:[^\\\\u0000-\\\\u0020\\\\u007f](?:[^\\\\u0000-\\\\u0008\\\\u000a-\\\\u001f\\\\u007f]*[^\\\\u0000-\\\\u0020\\\\u007f])?)?$"},"ETag":{"description":"ETag of the object, its double quotes included.","x-source":"captured 2022","type":"string","pattern":"^\\"[0-9a-fA-F-]+\\"$","x-sent":"^\\"[0-9a-f]{32}(?:-\\\\d+)?\\"$"},"x-cos-request-id":{"description":"Id of the request to COS, Base64 text.","x-source":"captured 2019, 2022; documented","type":"string","pattern":"^[A-Za-z0-9+/=_-]+$","x-sent":"^[A-Za-z0-9+/]+={0,2}$"},"x-cos-storage-class":{"description":"Storage class of the object: \\"Standard\\" in every capture.","x-source":"captured 2022","type":"string","pattern":"^[A-Za-z_]+$"}},"additionalProperties":{"type":"string","x-source":"RFC 9110, section 5.5: no control characters, no white space at the ends","pattern":"^(?:[^\\\\u0000-\\\\u0020\\\\u007f](?:[^\\\\u0000-\\\\u0008\\\\u000a-\\\\u001f\\\\u007f]*[^\\\\u0000-\\\\u0020\\\\u007f])?)?$"}},"CosOccurrence":{"title":"CosOccurrence","description":"What happened, when, and by which request.","type":"object","required":["eventName","eventQueue","eventSource","eventTime","eventVersion","reqid","requestParameters","reservedInfo"],"properties":{"eventName":{"description":"What happened: \\"cos:ObjectCreated:Put\\". Concrete since 2022; the documents and a capture of 2019 show the wildcard of the trigger\'s configuration.","x-source":"captured 2022; https://cloud.tencent.com/document/product/583/9707","type":"string","pattern":"^cos: ?Object(Created|Remove|Restore):(\\\\*|[A-Za-z]+)$"},"eventQueue":{"description":"The function that is notified: qcs:0:scf:<region>:appid/<appid>:<namespace>.<function>.<version>.","x-source":"captured 2019 (lambda, short region), 2022 (scf, full region); documented","type":"string","pattern":"^qcs:0:(scf|lambda):[a-z0-9-]+:appid/\\\\d+:[A-Za-z0-9_-]+\\\\.[A-Za-z0-9_-]+\\\\.[$A-Za-z0-9_-]+$"},"eventSource":{"description":"\\"qcs::cos\\"; one sample of the documents lacks a colon.","x-source":"captured 2019, 2022; documented","enum":["qcs::cos","qcs:cos"]},"eventTime":{"description":"When it happened, in seconds since 1970.","x-source":"captured 2019, 2022; Go int64, Java Integer","type":"integer","minimum":1000000000},"eventVersion":{"description":"Version of this structure, \\"1.0\\".","x-source":"captured 2019, 2022; documented","const":"1.0"},"reqid":{"description":"Number of the request; 0 since 2022.","x-source":"captured 2019 (566750263), 2022 (0); Go int64, Java Integer","type":"integer","minimum":0},"requestParameters":{"description":"The request that caused the event.","x-source":"captured 2019, 2022; documented","$ref":"#/$defs/CosRequestParameters"},"reservedInfo":{"description":"Reserved; \\"\\" in every known event.","x-source":"captured 2019, 2022; documented","type":"string","pattern":"^$"}}},"CosRequestParameters":{"title":"CosRequestParameters","description":"The request that caused the event.","type":"object","required":["requestHeaders","requestSourceIP"],"properties":{"requestHeaders":{"description":"Headers of the request.","x-source":"captured 2019, 2022; documented","$ref":"#/$defs/CosRequestHeaders"},"requestSourceIP":{"description":"Address of the caller.","x-source":"captured 2019, 2022; documented","type":"string","pattern":"^(?:(?:(?:25[0-5]|2[0-4]\\\\d|1?\\\\d?\\\\d)\\\\.){3}(?:25[0-5]|2[0-4]\\\\d|1?\\\\d?\\\\d)|[\\\\da-fA-F]{0,4}(?::[\\\\da-fA-F]{0,4}){2,7}(?:(?:\\\\.\\\\d{1,3}){3})?)$"}}},"CosRequestHeaders":{"title":"CosRequestHeaders","description":"Headers of the request.","type":"object","properties":{"Authorization":{"description":"COS signature of the request: q-sign-algorithm=sha1&q-ak=…; \\"\\" when unsigned.","x-source":"captured 2019 (\\"\\"), 2022; documented; RFC 9110, section 5.5: no control characters, no white space at the ends","type":"string","pattern":"^(?:[^\\\\u0000-\\\\u0020\\\\u007f](?:[^\\\\u0000-\\\\u0008\\\\u000a-\\\\u001f\\\\u007f]*[^\\\\u0000-\\\\u0020\\\\u007f])?)?$"}},"additionalProperties":{"type":"string","x-source":"RFC 9110, section 5.5: no control characters, no white space at the ends","pattern":"^(?:[^\\\\u0000-\\\\u0020\\\\u007f](?:[^\\\\u0000-\\\\u0008\\\\u000a-\\\\u001f\\\\u007f]*[^\\\\u0000-\\\\u0020\\\\u007f])?)?$"}}}}'),
});
