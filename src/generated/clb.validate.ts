// Made by scripts/generate.mjs from src/triggers/clb/contract.schema.json; do not edit.
import { isObject } from '../kernel/json.js';
import { others } from '../kernel/validate.js';

const named0: readonly string[] = ["Content-type","Host","User-Agent","X-Client-Proto","X-Client-Proto-Ver","X-Forwarded-For","X-Forwarded-Proto","X-Method","X-Real-IP","X-Real-Port","X-Stgw-Time","X-Uri","X-Vip","X-Vport"];
const is1 = (v: any): boolean => typeof v === 'string';
function checkheaders(v: any): boolean { return isObject(v) && (v["Content-type"] === undefined || typeof v["Content-type"] === 'string') && (v.Host === undefined || typeof v.Host === 'string') && (v["User-Agent"] === undefined || typeof v["User-Agent"] === 'string') && (v["X-Client-Proto"] === undefined || typeof v["X-Client-Proto"] === 'string') && (v["X-Client-Proto-Ver"] === undefined || typeof v["X-Client-Proto-Ver"] === 'string') && (v["X-Forwarded-For"] === undefined || typeof v["X-Forwarded-For"] === 'string') && (v["X-Forwarded-Proto"] === undefined || typeof v["X-Forwarded-Proto"] === 'string') && (v["X-Method"] === undefined || typeof v["X-Method"] === 'string') && (v["X-Real-IP"] === undefined || typeof v["X-Real-IP"] === 'string') && (v["X-Real-Port"] === undefined || typeof v["X-Real-Port"] === 'string') && (v["X-Stgw-Time"] === undefined || typeof v["X-Stgw-Time"] === 'string') && (v["X-Uri"] === undefined || typeof v["X-Uri"] === 'string') && (v["X-Vip"] === undefined || typeof v["X-Vip"] === 'string') && (v["X-Vport"] === undefined || typeof v["X-Vport"] === 'string') && others(v, named0, is1); }
const is2 = (v: any): boolean => (((v === "true" || v === "false")) || (typeof v === 'boolean'));
const is3 = (v: any): boolean => ((isObject(v)) || (Array.isArray(v)) || (typeof v === 'string') || (Number.isFinite(v)) || (typeof v === 'boolean') || (v === null));

export function validate(v: any): boolean { return isObject(v) && v.headers !== undefined && checkheaders(v.headers) && (v.isBase64Encoded === undefined || is2(v.isBase64Encoded)) && is3(v.payload); }
