// Made by scripts/generate.mjs from src/triggers/websocket-connect/contract.schema.json; do not edit.
import { isObject } from '../kernel/json.js';

const pattern0 = /^[A-Z]+$/u;
const is0 = (v: any): boolean => typeof v === 'string' && pattern0.test(v);
function checkidentity(v: any): boolean { return isObject(v) && (v.secretId === undefined || typeof v.secretId === 'string'); }
const is1 = (v: any): boolean => typeof v === 'string' && v.length >= 1;
function checkrequestContext(v: any): boolean { return isObject(v) && is0(v.httpMethod) && v.identity !== undefined && checkidentity(v.identity) && typeof v.path === 'string' && is1(v.requestId) && is1(v.serviceName) && is1(v.sourceIp) && is1(v.stage) && v.websocketEnable === true; }
function checkconnection(v: any): boolean { return isObject(v) && v.action === "connecting" && is1(v.secConnectionID) && (v.secWebSocketExtensions === undefined || typeof v.secWebSocketExtensions === 'string') && (v.secWebSocketProtocol === undefined || typeof v.secWebSocketProtocol === 'string'); }

export function validate(v: any): boolean { return isObject(v) && v.requestContext !== undefined && checkrequestContext(v.requestContext) && v.websocket !== undefined && checkconnection(v.websocket); }
