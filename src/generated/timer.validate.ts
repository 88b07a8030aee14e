// Made by scripts/generate.mjs from src/triggers/timer/contract.schema.json; do not edit.
import { isObject } from '../kernel/json.js';

const pattern0 = /^[A-Za-z0-9_-]{1,100}$/u;
const is0 = (v: any): boolean => typeof v === 'string' && pattern0.test(v);
const pattern1 = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/u;
const is1 = (v: any): boolean => typeof v === 'string' && pattern1.test(v);

export function validate(v: any): boolean { return isObject(v) && v.Type === "Timer" && is0(v.TriggerName) && is1(v.Time) && typeof v.Message === 'string'; }
