// Made by scripts/generate.mjs from src/triggerdesc/kinds/cls.schema.json; do not edit.
import { isObject } from '../kernel/json.js';

const is0 = (v: any): boolean => typeof v === 'string' && v.length >= 1;
const is1 = (v: any): boolean => Number.isInteger(v) && v >= 3 && v <= 300;
const is2 = (v: any): boolean => Number.isInteger(v) && v >= 1;

export function validate(v: any): boolean { return isObject(v) && is0(v.topic_id) && (v.name_space === undefined || typeof v.name_space === 'string') && is0(v.function_name) && (v.qualifier === undefined || typeof v.qualifier === 'string') && (v.max_wait === undefined || is1(v.max_wait)) && (v.max_size === undefined || is2(v.max_size)) && (v.effective === undefined || typeof v.effective === 'boolean'); }
