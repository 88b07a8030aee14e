// Made by scripts/generate.mjs from src/triggers/web/contract.schema.json; do not edit.
import { isObject } from '../kernel/json.js';
import { every, others } from '../kernel/validate.js';

const pattern0 = /^(?:[^\u0000-\u0020\u007f](?:[^\u0000-\u0008\u000a-\u001f\u007f]*[^\u0000-\u0020\u007f])?)?$/u;
const is0 = (v: any): boolean => typeof v === 'string' && pattern0.test(v);
const named1: readonly string[] = ["content-type"];
function checkheaders(v: any): boolean { return isObject(v) && (v["content-type"] === undefined || is0(v["content-type"])) && others(v, named1, is0); }
const pattern1 = /^[A-Z]+$/u;
const is2 = (v: any): boolean => typeof v === 'string' && pattern1.test(v);
const pattern2 = /^\/[!-~]*$/u;
const is3 = (v: any): boolean => typeof v === 'string' && pattern2.test(v);
const named4: readonly string[] = [];
const is5 = (v: any): boolean => typeof v === 'string';
const is6 = (v: any): boolean => ((typeof v === 'string') || (Array.isArray(v) && every(v, is5)) || (v === true));
function checkqueryString(v: any): boolean { return isObject(v) && others(v, named4, is6); }
const pattern3 = /^(?:(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)|[\da-fA-F]{0,4}(?::[\da-fA-F]{0,4}){2,7}(?:(?:\.\d{1,3}){3})?)$/u;
const is7 = (v: any): boolean => typeof v === 'string' && pattern3.test(v);
function checkspelling(v: any): boolean { return isObject(v) && (v.hasPlus === undefined || typeof v.hasPlus === 'boolean') && (v.isChunked === undefined || typeof v.isChunked === 'boolean'); }

export function validate(v: any): boolean { return isObject(v) && (v.body === undefined || typeof v.body === 'string') && v.headers !== undefined && checkheaders(v.headers) && is2(v.httpMethod) && (v.isBase64Encoded === undefined || typeof v.isBase64Encoded === 'boolean') && is3(v.path) && v.queryString !== undefined && checkqueryString(v.queryString) && is7(v.sourceIp) && (v.spelling === undefined || checkspelling(v.spelling)); }
