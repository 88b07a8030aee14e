// Made by scripts/generate.mjs from src/triggers/ckafka/contract.schema.json; do not edit.
import { isObject } from '../kernel/json.js';
import { every } from '../kernel/validate.js';

const pattern0 = /^[A-Za-z0-9._-]{1,249}$/u;
const is0 = (v: any): boolean => typeof v === 'string' && pattern0.test(v);
const is1 = (v: any): boolean => Number.isInteger(v) && v >= 0;
const is2 = (v: any): boolean => isObject(v) && is0(v.topic) && (v.partition === undefined || is1(v.partition)) && (v.Partition === undefined || is1(v.Partition)) && is1(v.offset) && typeof v.msgKey === 'string' && typeof v.msgBody === 'string';
const is3 = (v: any): boolean => isObject(v) && is2(v.Ckafka);
const is4 = (v: any): boolean => Array.isArray(v) && v.length >= 1 && v.length <= 10000 && every(v, is3);

export function validate(v: any): boolean { return isObject(v) && is4(v.Records); }
