// Made by scripts/generate.mjs from src/triggers/invoke/contract.schema.json; do not edit.
import { isObject } from '../kernel/json.js';


export function validate(v: any): boolean { return ((isObject(v)) || (Array.isArray(v)) || (typeof v === 'string') || (Number.isFinite(v)) || (typeof v === 'boolean') || (v === null)); }
