// Made by scripts/generate.mjs from src/triggers/websocket-data/contract.schema.json; do not edit.
import { isObject } from '../kernel/json.js';

const is0 = (v: any): boolean => (v === "data send" || v === "data recv");
const is1 = (v: any): boolean => (v === "text" || v === "binary");
const pattern0 = /^[A-Za-z0-9+/=_-]+$/u;
const is2 = (v: any): boolean => typeof v === 'string' && pattern0.test(v) && v.length >= 1;
function checkmessage(v: any): boolean { return isObject(v) && is0(v.action) && typeof v.data === 'string' && is1(v.dataType) && is2(v.secConnectionID); }

export function validate(v: any): boolean { return isObject(v) && v.websocket !== undefined && checkmessage(v.websocket); }
