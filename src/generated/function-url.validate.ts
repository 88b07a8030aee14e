// Made by scripts/generate.mjs from src/triggers/function-url/contract.schema.json; do not edit.
import { isObject } from '../kernel/json.js';
import { every, others } from '../kernel/validate.js';

const named0: readonly string[] = [];
const is1 = (v: any): boolean => typeof v === 'string';
const is2 = (v: any): boolean => isObject(v) && others(v, named0, is1);
const pattern0 = /^\d+$/u;
const is3 = (v: any): boolean => typeof v === 'string' && pattern0.test(v);
const pattern1 = /^(?:[^\u0000-\u0020\u007f](?:[^\u0000-\u0008\u000a-\u001f\u007f]*[^\u0000-\u0020\u007f])?)?$/u;
const is4 = (v: any): boolean => typeof v === 'string' && pattern1.test(v);
const pattern2 = /^(?:(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?::\d{1,5})?|[\da-fA-F]{0,4}(?::[\da-fA-F]{0,4}){2,7}(?:(?:\.\d{1,3}){3})?|\[[\da-fA-F]{0,4}(?::[\da-fA-F]{0,4}){2,7}(?:(?:\.\d{1,3}){3})?\](?::\d{1,5})?)$/u;
const is5 = (v: any): boolean => typeof v === 'string' && pattern2.test(v);
const pattern3 = /^(?:[A-Za-z0-9._-]+|\[[\da-fA-F:.]+\])(?::\d{1,5})?$/u;
const is6 = (v: any): boolean => typeof v === 'string' && pattern3.test(v);
const pattern4 = /^[0-9A-Za-z-]+$/u;
const is7 = (v: any): boolean => typeof v === 'string' && pattern4.test(v);
const named8: readonly string[] = ["content-length","content-type","x-forwarded-for","x-scf-remote-addr","x-scf-request-domain","x-scf-request-id"];
function checkheaders(v: any): boolean { return isObject(v) && (v["content-length"] === undefined || is3(v["content-length"])) && (v["content-type"] === undefined || is4(v["content-type"])) && (v["x-forwarded-for"] === undefined || is4(v["x-forwarded-for"])) && (v["x-scf-remote-addr"] === undefined || is5(v["x-scf-remote-addr"])) && (v["x-scf-request-domain"] === undefined || is6(v["x-scf-request-domain"])) && (v["x-scf-request-id"] === undefined || is7(v["x-scf-request-id"])) && others(v, named8, is4); }
const pattern5 = /^[A-Z]+$/u;
const is9 = (v: any): boolean => typeof v === 'string' && pattern5.test(v);
const pattern6 = /^\//u;
const is10 = (v: any): boolean => typeof v === 'string' && pattern6.test(v);
const is11 = (v: any): boolean => ((typeof v === 'string') || (Array.isArray(v) && every(v, is1)) || (v === true));
function checkqueryString(v: any): boolean { return isObject(v) && others(v, named0, is11); }
const pattern7 = /^(?:(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)|[\da-fA-F]{0,4}(?::[\da-fA-F]{0,4}){2,7}(?:(?:\.\d{1,3}){3})?)$/u;
const is12 = (v: any): boolean => typeof v === 'string' && pattern7.test(v);
function checkrequestContext(v: any): boolean { return isObject(v) && (v.sourceIp === undefined || is12(v.sourceIp)); }

export function validate(v: any): boolean { return isObject(v) && (v.body === undefined || typeof v.body === 'string') && (v.headerParameters === undefined || is2(v.headerParameters)) && v.headers !== undefined && checkheaders(v.headers) && is9(v.httpMethod) && (v.isBase64Encoded === undefined || typeof v.isBase64Encoded === 'boolean') && is10(v.path) && (v.pathParameters === undefined || is2(v.pathParameters)) && v.queryString !== undefined && checkqueryString(v.queryString) && (v.queryStringParameters === undefined || is2(v.queryStringParameters)) && (v.requestContext === undefined || checkrequestContext(v.requestContext)); }
