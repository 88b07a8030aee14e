// Made by scripts/generate.mjs from src/triggerdesc/kinds/cos.schema.json; do not edit.
import { isObject } from '../kernel/json.js';

const is0 = (v: any): boolean => (v === "cos:ObjectCreated:*" || v === "cos:ObjectCreated:Put" || v === "cos:ObjectCreated:Post" || v === "cos:ObjectCreated:Copy" || v === "cos:ObjectCreated:CompleteMultipartUpload" || v === "cos:ObjectCreated:Origin" || v === "cos:ObjectCreated:Replication" || v === "cos:ObjectRemove:*" || v === "cos:ObjectRemove:Delete" || v === "cos:ObjectRemove:DeleteMarkerCreated" || v === "cos:ObjectRestore:Post" || v === "cos:ObjectRestore:Completed");
const pattern0 = /^(\..*)?$/u;
const is1 = (v: any): boolean => typeof v === 'string' && pattern0.test(v);
const is2 = (v: any): boolean => isObject(v) && (v.Prefix === undefined || typeof v.Prefix === 'string') && (v.Suffix === undefined || is1(v.Suffix));

export function validate(v: any): boolean { return isObject(v) && is0(v.event) && (v.filter === undefined || is2(v.filter)) && (v.bucketUrl === undefined || typeof v.bucketUrl === 'string'); }
