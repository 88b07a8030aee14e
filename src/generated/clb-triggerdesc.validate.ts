// Made by scripts/generate.mjs from src/triggerdesc/kinds/clb.schema.json; do not edit.
import { isObject } from '../kernel/json.js';

const pattern0 = /^lb-[a-z0-9]+$/u;
const is0 = (v: any): boolean => typeof v === 'string' && pattern0.test(v);
const pattern1 = /^[Hh][Tt][Tt][Pp][Ss]?$/u;
const is1 = (v: any): boolean => typeof v === 'string' && pattern1.test(v);
const is2 = (v: any): boolean => Number.isInteger(v) && v >= 1 && v <= 65535;
const is3 = (v: any): boolean => typeof v === 'string' && v.length >= 1;
const pattern2 = /^\//u;
const is4 = (v: any): boolean => typeof v === 'string' && pattern2.test(v);
const is5 = (v: any): boolean => Number.isInteger(v) && v >= 0;

export function validate(v: any): boolean { return isObject(v) && is0(v.loadBalanceId) && is1(v.protocol) && is2(v.port) && is3(v.domain) && is4(v.url) && (v.weight === undefined || is5(v.weight)); }
