// Made by scripts/generate.mjs from src/triggerdesc/kinds/mps.schema.json; do not edit.
import { isObject } from '../kernel/json.js';

const is0 = (v: any): boolean => (v === "WorkflowTask" || v === "EditMediaTask" || v === "ScheduleTask");
const pattern0 = /^[a-z]+-[a-z0-9-]+$/u;
const is1 = (v: any): boolean => typeof v === 'string' && pattern0.test(v);

export function validate(v: any): boolean { return isObject(v) && is0(v.EventType) && (v.ScfRegion === undefined || is1(v.ScfRegion)); }
