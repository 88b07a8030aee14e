// Made by scripts/generate.mjs from src/triggers/ckafka/contract.schema.json; do not edit.
import { isObject } from '../kernel/json.js';
import { every } from '../kernel/validate.js';

const is0 = (v: any): boolean => Number.isInteger(v) && v >= 0;
const is1 = (v: any): boolean => isObject(v) && typeof v.topic === 'string' && (v.partition === undefined || is0(v.partition)) && (v.Partition === undefined || is0(v.Partition)) && is0(v.offset) && typeof v.msgKey === 'string' && typeof v.msgBody === 'string';
const is2 = (v: any): boolean => isObject(v) && is1(v.Ckafka);
const is3 = (v: any): boolean => Array.isArray(v) && v.length >= 1 && v.length <= 10000 && every(v, is2);

export function validate(v: any): boolean { return isObject(v) && is3(v.Records); }
