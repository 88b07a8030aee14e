// Made by scripts/generate.mjs from src/triggers/cls/logs.schema.json; do not edit.
import { isObject } from '../kernel/json.js';
import { every } from '../kernel/validate.js';

const pattern0 = /^\d+$/u;
const is0 = (v: any): boolean => ((typeof v === 'string' && pattern0.test(v)) || (Number.isInteger(v) && v >= 0));
function checkClsRecord(v: any): boolean { return isObject(v) && v.timestamp !== undefined && is0(v.timestamp) && typeof v.content === 'string'; }
const is1 = (v: any): boolean => Array.isArray(v) && every(v, checkClsRecord);

export function validate(v: any): boolean { return isObject(v) && typeof v.topic_id === 'string' && typeof v.topic_name === 'string' && is1(v.records); }
