// Made by scripts/generate.mjs from src/triggers/function-url/contract.schema.json; do not edit.
import { isObject } from '../kernel/json.js';
import { every, others } from '../kernel/validate.js';

const pattern0 = /^\d+$/u;
const is0 = (v: any): boolean => typeof v === 'string' && pattern0.test(v);
const pattern1 = /^(?:[^\u0000-\u0020\u007f](?:[^\u0000-\u0008\u000a-\u001f\u007f]*[^\u0000-\u0020\u007f])?)?$/u;
const is1 = (v: any): boolean => typeof v === 'string' && pattern1.test(v);
const pattern2 = /^(?:(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?::\d{1,5})?|[\da-fA-F]{0,4}(?::[\da-fA-F]{0,4}){2,7}(?:(?:\.\d{1,3}){3})?|\[[\da-fA-F]{0,4}(?::[\da-fA-F]{0,4}){2,7}(?:(?:\.\d{1,3}){3})?\](?::\d{1,5})?)$/u;
const is2 = (v: any): boolean => typeof v === 'string' && pattern2.test(v);
const pattern3 = /^(?:[A-Za-z0-9._-]+|\[[\da-fA-F:.]+\])(?::\d{1,5})?$/u;
const is3 = (v: any): boolean => typeof v === 'string' && pattern3.test(v);
const named4: readonly string[] = ["content-length","content-type","x-scf-remote-addr","x-scf-request-domain"];
function checkheaders(v: any): boolean { return isObject(v) && (v["content-length"] === undefined || is0(v["content-length"])) && (v["content-type"] === undefined || is1(v["content-type"])) && (v["x-scf-remote-addr"] === undefined || is2(v["x-scf-remote-addr"])) && (v["x-scf-request-domain"] === undefined || is3(v["x-scf-request-domain"])) && others(v, named4, is1); }
const pattern4 = /^[A-Z]+$/u;
const is5 = (v: any): boolean => typeof v === 'string' && pattern4.test(v);
const pattern5 = /^\//u;
const is6 = (v: any): boolean => typeof v === 'string' && pattern5.test(v);
const named7: readonly string[] = [];
const is8 = (v: any): boolean => typeof v === 'string';
const is9 = (v: any): boolean => ((typeof v === 'string') || (Array.isArray(v) && every(v, is8)) || (v === true));
function checkqueryString(v: any): boolean { return isObject(v) && others(v, named7, is9); }
const pattern6 = /^(?:(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)|[\da-fA-F]{0,4}(?::[\da-fA-F]{0,4}){2,7}(?:(?:\.\d{1,3}){3})?)$/u;
const is10 = (v: any): boolean => typeof v === 'string' && pattern6.test(v) && v.length >= 1;
function checkrequestContext(v: any): boolean { return isObject(v) && (v.sourceIp === undefined || is10(v.sourceIp)); }

export function validate(v: any): boolean { return isObject(v) && (v.body === undefined || typeof v.body === 'string') && v.headers !== undefined && checkheaders(v.headers) && is5(v.httpMethod) && is6(v.path) && v.queryString !== undefined && checkqueryString(v.queryString) && (v.requestContext === undefined || checkrequestContext(v.requestContext)); }
