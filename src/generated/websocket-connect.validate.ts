// Made by scripts/generate.mjs from src/triggers/websocket-connect/contract.schema.json; do not edit.
import { isObject } from '../kernel/json.js';

const pattern0 = /^[A-Z]+$/u;
const is0 = (v: any): boolean => typeof v === 'string' && pattern0.test(v);
const pattern1 = /^[A-Za-z0-9_-]+$/u;
const is1 = (v: any): boolean => typeof v === 'string' && pattern1.test(v);
function checkidentity(v: any): boolean { return isObject(v) && (v.secretId === undefined || is1(v.secretId)); }
const pattern2 = /^[=^~]*\/[!-~]*$/u;
const is2 = (v: any): boolean => typeof v === 'string' && pattern2.test(v);
const pattern3 = /^[A-Za-z0-9-]+$/u;
const is3 = (v: any): boolean => typeof v === 'string' && pattern3.test(v) && v.length >= 1;
const pattern4 = /^[A-Za-z][A-Za-z0-9_-]{0,49}$/u;
const is4 = (v: any): boolean => typeof v === 'string' && pattern4.test(v) && v.length >= 1;
const pattern5 = /^(?:(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)|[\da-fA-F]{0,4}(?::[\da-fA-F]{0,4}){2,7}(?:(?:\.\d{1,3}){3})?)$/u;
const is5 = (v: any): boolean => typeof v === 'string' && pattern5.test(v) && v.length >= 1;
const pattern6 = /^[A-Za-z]+$/u;
const is6 = (v: any): boolean => typeof v === 'string' && pattern6.test(v) && v.length >= 1;
function checkrequestContext(v: any): boolean { return isObject(v) && is0(v.httpMethod) && v.identity !== undefined && checkidentity(v.identity) && is2(v.path) && is3(v.requestId) && is4(v.serviceName) && is5(v.sourceIp) && is6(v.stage) && v.websocketEnable === true; }
const pattern7 = /^[A-Za-z0-9+/=_-]+$/u;
const is7 = (v: any): boolean => typeof v === 'string' && pattern7.test(v) && v.length >= 1;
const pattern8 = /^[!#-'*-.0-9A-Z^-z|~,;=" \t]*$/u;
const is8 = (v: any): boolean => typeof v === 'string' && pattern8.test(v);
const pattern9 = /^[!#-'*-.0-9A-Z^-z|~, \t]*$/u;
const is9 = (v: any): boolean => typeof v === 'string' && pattern9.test(v);
function checkconnection(v: any): boolean { return isObject(v) && v.action === "connecting" && is7(v.secConnectionID) && (v.secWebSocketExtensions === undefined || is8(v.secWebSocketExtensions)) && (v.secWebSocketProtocol === undefined || is9(v.secWebSocketProtocol)); }

export function validate(v: any): boolean { return isObject(v) && v.requestContext !== undefined && checkrequestContext(v.requestContext) && v.websocket !== undefined && checkconnection(v.websocket); }
