// Made by scripts/generate.mjs from src/triggerdesc/kinds/cmq.schema.json; do not edit.
import { isObject } from '../kernel/json.js';
import { every } from '../kernel/validate.js';

const is0 = (v: any): boolean => (((v === 1 || v === 2) && Number.isInteger(v)) || ((v === "1" || v === "2") && typeof v === 'string'));
const is1 = (v: any): boolean => typeof v === 'string' && v.length >= 1;
const is2 = (v: any): boolean => ((Array.isArray(v) && every(v, is1)) || (typeof v === 'string'));

export function validate(v: any): boolean { return isObject(v) && (v.filterType === undefined || is0(v.filterType)) && (v.filterKey === undefined || is2(v.filterKey)); }
