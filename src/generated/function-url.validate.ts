// Made by scripts/generate.mjs from src/triggers/function-url/contract.schema.json; do not edit.
import { isObject } from '../kernel/json.js';
import { every, others } from '../kernel/validate.js';

const named0: readonly string[] = ["content-length","content-type","x-scf-remote-addr","x-scf-request-domain"];
const is1 = (v: any): boolean => typeof v === 'string';
function checkheaders(v: any): boolean { return isObject(v) && (v["content-length"] === undefined || typeof v["content-length"] === 'string') && (v["content-type"] === undefined || typeof v["content-type"] === 'string') && (v["x-scf-remote-addr"] === undefined || typeof v["x-scf-remote-addr"] === 'string') && (v["x-scf-request-domain"] === undefined || typeof v["x-scf-request-domain"] === 'string') && others(v, named0, is1); }
const pattern0 = /^[A-Z]+$/u;
const is2 = (v: any): boolean => typeof v === 'string' && pattern0.test(v);
const pattern1 = /^\//u;
const is3 = (v: any): boolean => typeof v === 'string' && pattern1.test(v);
const named4: readonly string[] = [];
const is5 = (v: any): boolean => ((typeof v === 'string') || (Array.isArray(v) && every(v, is1)) || (v === true));
function checkqueryString(v: any): boolean { return isObject(v) && others(v, named4, is5); }
const is6 = (v: any): boolean => typeof v === 'string' && v.length >= 1;
function checkrequestContext(v: any): boolean { return isObject(v) && (v.sourceIp === undefined || is6(v.sourceIp)); }

export function validate(v: any): boolean { return isObject(v) && (v.body === undefined || typeof v.body === 'string') && v.headers !== undefined && checkheaders(v.headers) && is2(v.httpMethod) && is3(v.path) && v.queryString !== undefined && checkqueryString(v.queryString) && (v.requestContext === undefined || checkrequestContext(v.requestContext)); }
