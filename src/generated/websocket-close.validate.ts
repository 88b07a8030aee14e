// Made by scripts/generate.mjs from src/triggers/websocket-close/contract.schema.json; do not edit.
import { isObject } from '../kernel/json.js';

const pattern0 = /^[A-Za-z0-9+/=_-]+$/u;
const is0 = (v: any): boolean => typeof v === 'string' && pattern0.test(v) && v.length >= 1;
function checkconnection(v: any): boolean { return isObject(v) && v.action === "closing" && is0(v.secConnectionID); }

export function validate(v: any): boolean { return isObject(v) && v.websocket !== undefined && checkconnection(v.websocket); }
