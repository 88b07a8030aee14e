// Made by scripts/generate.mjs from src/triggers/cls/logs.schema.json; do not edit.
import { isObject } from '../kernel/json.js';
import { every } from '../kernel/validate.js';

const pattern0 = /^[A-Za-z0-9-]+$/u;
const is0 = (v: any): boolean => typeof v === 'string' && pattern0.test(v);
const pattern1 = /^[^|\u0000-\u001f\u007f]{1,255}$/u;
const is1 = (v: any): boolean => typeof v === 'string' && pattern1.test(v);
const pattern2 = /^\d+$/u;
const is2 = (v: any): boolean => ((typeof v === 'string' && pattern2.test(v)) || (Number.isInteger(v) && v >= 0));
function checkClsRecord(v: any): boolean { return isObject(v) && v.timestamp !== undefined && is2(v.timestamp) && typeof v.content === 'string'; }
const is3 = (v: any): boolean => Array.isArray(v) && every(v, checkClsRecord);

export function validate(v: any): boolean { return isObject(v) && is0(v.topic_id) && is1(v.topic_name) && is3(v.records); }
