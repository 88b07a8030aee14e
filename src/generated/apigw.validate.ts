// Made by scripts/generate.mjs from src/triggers/apigw/contract.schema.json; do not edit.
import { isObject } from '../kernel/json.js';
import { every, others } from '../kernel/validate.js';

const named0: readonly string[] = [];
const pattern0 = /^(?:[^\u0000-\u0020\u007f](?:[^\u0000-\u0008\u000a-\u001f\u007f]*[^\u0000-\u0020\u007f])?)?$/u;
const is1 = (v: any): boolean => typeof v === 'string' && pattern0.test(v);
const is2 = (v: any): boolean => isObject(v) && others(v, named0, is1);
const pattern1 = /^\d+$/u;
const is3 = (v: any): boolean => typeof v === 'string' && pattern1.test(v);
const pattern2 = /^(?:[A-Za-z0-9._-]+|\[[\da-fA-F:.]+\])(?::\d{1,5})?$/u;
const is4 = (v: any): boolean => typeof v === 'string' && pattern2.test(v);
const pattern3 = /^APIGW$/u;
const is5 = (v: any): boolean => typeof v === 'string' && pattern3.test(v);
const pattern4 = /^[A-Za-z0-9-]+$/u;
const is6 = (v: any): boolean => typeof v === 'string' && pattern4.test(v);
const pattern5 = /^https?$/u;
const is7 = (v: any): boolean => typeof v === 'string' && pattern5.test(v);
const pattern6 = /^(?:\$LATEST|\$DEFAULT|[A-Za-z0-9_-]{1,64})$/u;
const is8 = (v: any): boolean => typeof v === 'string' && pattern6.test(v);
const named9: readonly string[] = ["content-length","content-type","host","requestsource","x-api-requestid","x-api-scheme","x-b3-traceid","x-qualifier"];
function checkheaders(v: any): boolean { return isObject(v) && (v["content-length"] === undefined || is3(v["content-length"])) && (v["content-type"] === undefined || is1(v["content-type"])) && (v.host === undefined || is4(v.host)) && (v.requestsource === undefined || is5(v.requestsource)) && (v["x-api-requestid"] === undefined || is6(v["x-api-requestid"])) && (v["x-api-scheme"] === undefined || is7(v["x-api-scheme"])) && (v["x-b3-traceid"] === undefined || is6(v["x-b3-traceid"])) && (v["x-qualifier"] === undefined || is8(v["x-qualifier"])) && others(v, named9, is1); }
const pattern7 = /^[A-Z]+$/u;
const is10 = (v: any): boolean => typeof v === 'string' && pattern7.test(v);
const is11 = (v: any): boolean => ((typeof v === 'boolean') || ((v === "true" || v === "false")));
const pattern8 = /^\//u;
const is12 = (v: any): boolean => typeof v === 'string' && pattern8.test(v);
const is13 = (v: any): boolean => typeof v === 'string';
const is14 = (v: any): boolean => isObject(v) && others(v, named0, is13);
const is15 = (v: any): boolean => ((typeof v === 'string') || (Array.isArray(v) && every(v, is13)) || (v === true));
function checkqueryString(v: any): boolean { return isObject(v) && others(v, named0, is15); }
const pattern9 = /^[A-Za-z0-9_-]+$/u;
const is16 = (v: any): boolean => typeof v === 'string' && pattern9.test(v);
function checkidentity(v: any): boolean { return isObject(v) && (v.secretId === undefined || is16(v.secretId)); }
const pattern10 = /^[=^~]*\/[!-~]*$/u;
const is17 = (v: any): boolean => typeof v === 'string' && pattern10.test(v);
const pattern11 = /^[A-Za-z0-9*-]+$/u;
const is18 = (v: any): boolean => typeof v === 'string' && pattern11.test(v);
const pattern12 = /^service-[!-~]+$/u;
const is19 = (v: any): boolean => typeof v === 'string' && pattern12.test(v);
const pattern13 = /^(?:(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)|[\da-fA-F]{0,4}(?::[\da-fA-F]{0,4}){2,7}(?:(?:\.\d{1,3}){3})?)$/u;
const is20 = (v: any): boolean => typeof v === 'string' && pattern13.test(v) && v.length >= 1;
const pattern14 = /^[A-Za-z]+$/u;
const is21 = (v: any): boolean => typeof v === 'string' && pattern14.test(v) && v.length >= 1;
function checkrequestContext(v: any): boolean { return isObject(v) && is10(v.httpMethod) && v.identity !== undefined && checkidentity(v.identity) && is17(v.path) && (v.requestId === undefined || is18(v.requestId)) && is19(v.serviceId) && is20(v.sourceIp) && is21(v.stage) && (v.websocketEnable === undefined || typeof v.websocketEnable === 'boolean'); }
const is22 = (v: any): boolean => typeof v === 'string' && pattern14.test(v);
const named23: readonly string[] = ["stage"];
function checkstageVariables(v: any): boolean { return isObject(v) && (v.stage === undefined || is22(v.stage)) && others(v, named23, is13); }

export function validate(v: any): boolean { return isObject(v) && (v.body === undefined || typeof v.body === 'string') && (v.headerParameters === undefined || is2(v.headerParameters)) && v.headers !== undefined && checkheaders(v.headers) && is10(v.httpMethod) && (v.isBase64Encoded === undefined || is11(v.isBase64Encoded)) && is12(v.path) && is14(v.pathParameters) && v.queryString !== undefined && checkqueryString(v.queryString) && is14(v.queryStringParameters) && v.requestContext !== undefined && checkrequestContext(v.requestContext) && (v.stageVariables === undefined || checkstageVariables(v.stageVariables)); }
