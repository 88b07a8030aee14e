// Made by scripts/generate.mjs from src/triggerdesc/kinds/http.schema.json; do not edit.
import { isObject } from '../kernel/json.js';
import { every } from '../kernel/validate.js';

const is0 = (v: any): boolean => (v === "NONE" || v === "CAM");
const is1 = (v: any): boolean => isObject(v) && (v.EnableIntranet === undefined || typeof v.EnableIntranet === 'boolean') && (v.EnableExtranet === undefined || typeof v.EnableExtranet === 'boolean');
const is2 = (v: any): boolean => typeof v === 'string';
const is3 = (v: any): boolean => Array.isArray(v) && every(v, is2);
const is4 = (v: any): boolean => Number.isInteger(v) && v >= 0;
const is5 = (v: any): boolean => isObject(v) && (v.Enable === undefined || typeof v.Enable === 'boolean') && (v.Origins === undefined || is3(v.Origins)) && (v.Methods === undefined || is3(v.Methods)) && (v.Headers === undefined || is3(v.Headers)) && (v.ExposeHeaders === undefined || is3(v.ExposeHeaders)) && (v.Credentials === undefined || typeof v.Credentials === 'boolean') && (v.MaxAge === undefined || is4(v.MaxAge));

export function validate(v: any): boolean { return isObject(v) && is0(v.AuthType) && is1(v.NetConfig) && (v.CorsConfig === undefined || is5(v.CorsConfig)); }
