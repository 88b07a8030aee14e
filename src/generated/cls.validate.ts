// Made by scripts/generate.mjs from src/triggers/cls/contract.schema.json; do not edit.
import { isObject } from '../kernel/json.js';

const is0 = (v: any): boolean => typeof v === 'string' && v.length >= 1;
function checkClsPacked(v: any): boolean { return isObject(v) && is0(v.data); }

export function validate(v: any): boolean { return isObject(v) && v.clslogs !== undefined && checkClsPacked(v.clslogs); }
