// Made by scripts/generate.mjs from src/triggers/cos/contract.schema.json; do not edit.
import { isObject } from '../kernel/json.js';
import { every, others } from '../kernel/validate.js';

const pattern0 = /^\d+$/u;
const is0 = (v: any): boolean => typeof v === 'string' && pattern0.test(v);
const pattern1 = /^[a-z]{2}-[a-z]+(?:-[a-z0-9]+)*$/u;
const is1 = (v: any): boolean => typeof v === 'string' && pattern1.test(v);
const pattern2 = /^[a-z0-9](?:[a-z0-9-]{0,48}[a-z0-9])?$/u;
const is2 = (v: any): boolean => typeof v === 'string' && pattern2.test(v);
const pattern3 = /^[a-z][a-z0-9-]*$/u;
const is3 = (v: any): boolean => typeof v === 'string' && pattern3.test(v);
function checkCosBucket(v: any): boolean { return isObject(v) && is0(v.appid) && (v.cosRegion === undefined || is1(v.cosRegion)) && is2(v.name) && is3(v.region) && (v.s3Region === undefined || is1(v.s3Region)); }
const pattern4 = /^unkn?own$/u;
const is4 = (v: any): boolean => typeof v === 'string' && pattern4.test(v);
const pattern5 = /^\/\d+\/[a-z0-9-]+\//u;
const is5 = (v: any): boolean => typeof v === 'string' && pattern5.test(v);
const pattern6 = /^(?:[^\u0000-\u0020\u007f](?:[^\u0000-\u0008\u000a-\u001f\u007f]*[^\u0000-\u0020\u007f])?)?$/u;
const is6 = (v: any): boolean => typeof v === 'string' && pattern6.test(v);
const pattern7 = /^"[0-9a-fA-F-]+"$/u;
const is7 = (v: any): boolean => typeof v === 'string' && pattern7.test(v);
const pattern8 = /^[A-Za-z0-9+/=_-]+$/u;
const is8 = (v: any): boolean => typeof v === 'string' && pattern8.test(v);
const pattern9 = /^[A-Za-z_]+$/u;
const is9 = (v: any): boolean => typeof v === 'string' && pattern9.test(v);
const named10: readonly string[] = ["Content-Type","ETag","x-cos-request-id","x-cos-storage-class"];
function checkCosMeta(v: any): boolean { return isObject(v) && (v["Content-Type"] === undefined || is6(v["Content-Type"])) && (v.ETag === undefined || is7(v.ETag)) && (v["x-cos-request-id"] === undefined || is8(v["x-cos-request-id"])) && (v["x-cos-storage-class"] === undefined || is9(v["x-cos-storage-class"])) && others(v, named10, is6); }
const is11 = (v: any): boolean => Number.isInteger(v) && v >= 0;
const pattern10 = /^http:\/\/[a-z0-9.-]+\/[!-~]*$/u;
const is12 = (v: any): boolean => typeof v === 'string' && pattern10.test(v);
const pattern11 = /^[A-Za-z0-9._=+/-]*$/u;
const is13 = (v: any): boolean => typeof v === 'string' && pattern11.test(v);
function checkCosObject(v: any): boolean { return isObject(v) && is5(v.key) && v.meta !== undefined && checkCosMeta(v.meta) && is11(v.size) && is12(v.url) && is13(v.vid); }
function checkCosEntity(v: any): boolean { return isObject(v) && v.cosBucket !== undefined && checkCosBucket(v.cosBucket) && is4(v.cosNotificationId) && v.cosObject !== undefined && checkCosObject(v.cosObject) && v.cosSchemaVersion === "1.0"; }
const pattern12 = /^cos: ?Object(Created|Remove|Restore):(\*|[A-Za-z]+)$/u;
const is14 = (v: any): boolean => typeof v === 'string' && pattern12.test(v);
const pattern13 = /^qcs:0:(scf|lambda):[a-z0-9-]+:appid\/\d+:[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[$A-Za-z0-9_-]+$/u;
const is15 = (v: any): boolean => typeof v === 'string' && pattern13.test(v);
const is16 = (v: any): boolean => (v === "qcs::cos" || v === "qcs:cos");
const is17 = (v: any): boolean => Number.isInteger(v) && v >= 1000000000;
const named18: readonly string[] = ["Authorization"];
function checkCosRequestHeaders(v: any): boolean { return isObject(v) && (v.Authorization === undefined || is6(v.Authorization)) && others(v, named18, is6); }
const pattern14 = /^(?:(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)|[\da-fA-F]{0,4}(?::[\da-fA-F]{0,4}){2,7}(?:(?:\.\d{1,3}){3})?)$/u;
const is19 = (v: any): boolean => typeof v === 'string' && pattern14.test(v);
function checkCosRequestParameters(v: any): boolean { return isObject(v) && v.requestHeaders !== undefined && checkCosRequestHeaders(v.requestHeaders) && is19(v.requestSourceIP); }
const pattern15 = /^$/u;
const is20 = (v: any): boolean => typeof v === 'string' && pattern15.test(v);
function checkCosOccurrence(v: any): boolean { return isObject(v) && is14(v.eventName) && is15(v.eventQueue) && is16(v.eventSource) && is17(v.eventTime) && v.eventVersion === "1.0" && is11(v.reqid) && v.requestParameters !== undefined && checkCosRequestParameters(v.requestParameters) && is20(v.reservedInfo); }
function checkCosRecord(v: any): boolean { return isObject(v) && v.cos !== undefined && checkCosEntity(v.cos) && v.event !== undefined && checkCosOccurrence(v.event); }
const is21 = (v: any): boolean => Array.isArray(v) && v.length >= 1 && every(v, checkCosRecord);

export function validate(v: any): boolean { return isObject(v) && is21(v.Records); }
