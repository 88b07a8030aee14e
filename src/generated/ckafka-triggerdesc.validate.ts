// Made by scripts/generate.mjs from src/triggerdesc/kinds/ckafka.schema.json; do not edit.
import { isObject } from '../kernel/json.js';

const pattern0 = /^([1-9]\d{0,3}|10000)$/u;
const is0 = (v: any): boolean => ((Number.isInteger(v) && v >= 1 && v <= 10000) || (typeof v === 'string' && pattern0.test(v)));
const pattern1 = /^(latest|earliest|\d{13})$/u;
const is1 = (v: any): boolean => typeof v === 'string' && pattern1.test(v);
const pattern2 = /^\d+$/u;
const is2 = (v: any): boolean => ((Number.isInteger(v) && v >= 0) || (typeof v === 'string' && pattern2.test(v)));
const pattern3 = /^([1-9]|[1-5]\d|60)$/u;
const is3 = (v: any): boolean => ((Number.isInteger(v) && v >= 1 && v <= 60) || (typeof v === 'string' && pattern3.test(v)));
const is4 = (v: any): boolean => isObject(v) && typeof v.user === 'string' && typeof v.password === 'string';

export function validate(v: any): boolean { return isObject(v) && v.maxMsgNum !== undefined && is0(v.maxMsgNum) && is1(v.offset) && (v.retry === undefined || is2(v.retry)) && (v.timeOut === undefined || is3(v.timeOut)) && (v.consumerGroupName === undefined || typeof v.consumerGroupName === 'string') && (v.easConfig === undefined || is4(v.easConfig)); }
