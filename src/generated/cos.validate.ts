// Made by scripts/generate.mjs from src/triggers/cos/contract.schema.json; do not edit.
import { isObject } from '../kernel/json.js';
import { every, others } from '../kernel/validate.js';

const pattern0 = /^\d+$/u;
const is0 = (v: any): boolean => typeof v === 'string' && pattern0.test(v);
function checkCosBucket(v: any): boolean { return isObject(v) && is0(v.appid) && (v.cosRegion === undefined || typeof v.cosRegion === 'string') && typeof v.name === 'string' && typeof v.region === 'string' && (v.s3Region === undefined || typeof v.s3Region === 'string'); }
const pattern1 = /^\/\d+\/[^/]+\//u;
const is1 = (v: any): boolean => typeof v === 'string' && pattern1.test(v);
const named2: readonly string[] = ["Content-Type","ETag","x-cos-request-id","x-cos-storage-class"];
const is3 = (v: any): boolean => typeof v === 'string';
function checkCosMeta(v: any): boolean { return isObject(v) && (v["Content-Type"] === undefined || typeof v["Content-Type"] === 'string') && (v.ETag === undefined || typeof v.ETag === 'string') && (v["x-cos-request-id"] === undefined || typeof v["x-cos-request-id"] === 'string') && (v["x-cos-storage-class"] === undefined || typeof v["x-cos-storage-class"] === 'string') && others(v, named2, is3); }
const is4 = (v: any): boolean => Number.isInteger(v) && v >= 0;
const pattern2 = /^http:\/\/[^/]+\//u;
const is5 = (v: any): boolean => typeof v === 'string' && pattern2.test(v);
function checkCosObject(v: any): boolean { return isObject(v) && is1(v.key) && v.meta !== undefined && checkCosMeta(v.meta) && is4(v.size) && is5(v.url) && typeof v.vid === 'string'; }
function checkCosEntity(v: any): boolean { return isObject(v) && v.cosBucket !== undefined && checkCosBucket(v.cosBucket) && typeof v.cosNotificationId === 'string' && v.cosObject !== undefined && checkCosObject(v.cosObject) && v.cosSchemaVersion === "1.0"; }
const pattern3 = /^cos: ?Object(Created|Remove|Restore):(\*|[A-Za-z]+)$/u;
const is6 = (v: any): boolean => typeof v === 'string' && pattern3.test(v);
const pattern4 = /^qcs:0:(scf|lambda):[^:]+:appid\/\d+:[^.:]+\.[^.:]+\.[^.:]+$/u;
const is7 = (v: any): boolean => typeof v === 'string' && pattern4.test(v);
const is8 = (v: any): boolean => (v === "qcs::cos" || v === "qcs:cos");
const named9: readonly string[] = ["Authorization"];
function checkCosRequestHeaders(v: any): boolean { return isObject(v) && (v.Authorization === undefined || typeof v.Authorization === 'string') && others(v, named9, is3); }
function checkCosRequestParameters(v: any): boolean { return isObject(v) && v.requestHeaders !== undefined && checkCosRequestHeaders(v.requestHeaders) && typeof v.requestSourceIP === 'string'; }
function checkCosOccurrence(v: any): boolean { return isObject(v) && is6(v.eventName) && is7(v.eventQueue) && is8(v.eventSource) && is4(v.eventTime) && v.eventVersion === "1.0" && is4(v.reqid) && v.requestParameters !== undefined && checkCosRequestParameters(v.requestParameters) && typeof v.reservedInfo === 'string'; }
function checkCosRecord(v: any): boolean { return isObject(v) && v.cos !== undefined && checkCosEntity(v.cos) && v.event !== undefined && checkCosOccurrence(v.event); }
const is10 = (v: any): boolean => Array.isArray(v) && v.length >= 1 && every(v, checkCosRecord);

export function validate(v: any): boolean { return isObject(v) && is10(v.Records); }
