// Made by scripts/generate.mjs from src/triggerdesc/kinds/apigw.schema.json; do not edit.
import { isObject } from '../kernel/json.js';

const is0 = (v: any): boolean => (v === "TRUE" || v === "FALSE");
const is1 = (v: any): boolean => (v === "ANY" || v === "GET" || v === "HEAD" || v === "POST" || v === "PUT" || v === "DELETE");
const is2 = (v: any): boolean => isObject(v) && (v.method === undefined || is1(v.method));
const is3 = (v: any): boolean => isObject(v) && (v.authRequired === undefined || is0(v.authRequired)) && (v.requestConfig === undefined || is2(v.requestConfig)) && (v.isIntegratedResponse === undefined || is0(v.isIntegratedResponse)) && (v.IsBase64Encoded === undefined || is0(v.IsBase64Encoded));
const pattern0 = /^service-[a-z0-9]+$/u;
const is4 = (v: any): boolean => typeof v === 'string' && pattern0.test(v);
const is5 = (v: any): boolean => typeof v === 'string' && v.length >= 1;
const is6 = (v: any): boolean => isObject(v) && (v.serviceId === undefined || is4(v.serviceId)) && (v.serviceName === undefined || is5(v.serviceName));
const is7 = (v: any): boolean => (v === "release" || v === "test" || v === "prepub");
const is8 = (v: any): boolean => isObject(v) && (v.environmentName === undefined || is7(v.environmentName));

export function validate(v: any): boolean { return isObject(v) && (v.api === undefined || is3(v.api)) && (v.service === undefined || is6(v.service)) && (v.release === undefined || is8(v.release)); }
