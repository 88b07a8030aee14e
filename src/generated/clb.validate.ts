// Made by scripts/generate.mjs from src/triggers/clb/contract.schema.json; do not edit.
import { isObject } from '../kernel/json.js';
import { others } from '../kernel/validate.js';

const pattern0 = /^(?:[^\u0000-\u0020\u007f](?:[^\u0000-\u0008\u000a-\u001f\u007f]*[^\u0000-\u0020\u007f])?)?$/u;
const is0 = (v: any): boolean => typeof v === 'string' && pattern0.test(v);
const pattern1 = /^(?:[A-Za-z0-9._-]+|\[[\da-fA-F:.]+\])(?::\d{1,5})?$/u;
const is1 = (v: any): boolean => typeof v === 'string' && pattern1.test(v);
const pattern2 = /^https?$/u;
const is2 = (v: any): boolean => typeof v === 'string' && pattern2.test(v);
const pattern3 = /^HTTP\/\d(?:\.\d)?$/u;
const is3 = (v: any): boolean => typeof v === 'string' && pattern3.test(v);
const pattern4 = /^[A-Z]+$/u;
const is4 = (v: any): boolean => typeof v === 'string' && pattern4.test(v);
const pattern5 = /^(?:(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)|[\da-fA-F]{0,4}(?::[\da-fA-F]{0,4}){2,7}(?:(?:\.\d{1,3}){3})?)$/u;
const is5 = (v: any): boolean => typeof v === 'string' && pattern5.test(v);
const pattern6 = /^\d{1,5}$/u;
const is6 = (v: any): boolean => typeof v === 'string' && pattern6.test(v);
const pattern7 = /^\d+(?:\.\d+)?$/u;
const is7 = (v: any): boolean => typeof v === 'string' && pattern7.test(v);
const pattern8 = /^\/[!-~]*$/u;
const is8 = (v: any): boolean => typeof v === 'string' && pattern8.test(v);
const pattern9 = /^(?:(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)|[\da-fA-F]{0,4}(?::[\da-fA-F]{0,4}){2,7}(?:(?:\.\d{1,3}){3})?|(?:\d{1,3}\.){3}xx)$/u;
const is9 = (v: any): boolean => typeof v === 'string' && pattern9.test(v);
const pattern10 = /^(?:\d{1,5}|xx)$/u;
const is10 = (v: any): boolean => typeof v === 'string' && pattern10.test(v);
const named11: readonly string[] = ["Content-type","Host","User-Agent","X-Client-Proto","X-Client-Proto-Ver","X-Forwarded-For","X-Forwarded-Proto","X-Method","X-Real-IP","X-Real-Port","X-Stgw-Time","X-Uri","X-Vip","X-Vport"];
function checkheaders(v: any): boolean { return isObject(v) && (v["Content-type"] === undefined || is0(v["Content-type"])) && (v.Host === undefined || is1(v.Host)) && (v["User-Agent"] === undefined || is0(v["User-Agent"])) && (v["X-Client-Proto"] === undefined || is2(v["X-Client-Proto"])) && (v["X-Client-Proto-Ver"] === undefined || is3(v["X-Client-Proto-Ver"])) && (v["X-Forwarded-For"] === undefined || is0(v["X-Forwarded-For"])) && (v["X-Forwarded-Proto"] === undefined || is2(v["X-Forwarded-Proto"])) && (v["X-Method"] === undefined || is4(v["X-Method"])) && (v["X-Real-IP"] === undefined || is5(v["X-Real-IP"])) && (v["X-Real-Port"] === undefined || is6(v["X-Real-Port"])) && (v["X-Stgw-Time"] === undefined || is7(v["X-Stgw-Time"])) && (v["X-Uri"] === undefined || is8(v["X-Uri"])) && (v["X-Vip"] === undefined || is9(v["X-Vip"])) && (v["X-Vport"] === undefined || is10(v["X-Vport"])) && others(v, named11, is0); }
const is12 = (v: any): boolean => (((v === "true" || v === "false")) || (typeof v === 'boolean'));
const is13 = (v: any): boolean => ((isObject(v)) || (Array.isArray(v)) || (typeof v === 'string') || (Number.isFinite(v)) || (typeof v === 'boolean') || (v === null));

export function validate(v: any): boolean { return isObject(v) && v.headers !== undefined && checkheaders(v.headers) && (v.isBase64Encoded === undefined || is12(v.isBase64Encoded)) && is13(v.payload); }
