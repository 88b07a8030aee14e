// Made by scripts/generate.mjs from src/triggers/apigw/contract.schema.json; do not edit.
import { isObject } from '../kernel/json.js';
import { every, others } from '../kernel/validate.js';

const named0: readonly string[] = [];
const is1 = (v: any): boolean => typeof v === 'string';
const is2 = (v: any): boolean => isObject(v) && others(v, named0, is1);
const named3: readonly string[] = ["content-length","content-type","host","requestsource","x-api-requestid","x-api-scheme","x-b3-traceid","x-qualifier"];
function checkheaders(v: any): boolean { return isObject(v) && (v["content-length"] === undefined || typeof v["content-length"] === 'string') && (v["content-type"] === undefined || typeof v["content-type"] === 'string') && (v.host === undefined || typeof v.host === 'string') && (v.requestsource === undefined || typeof v.requestsource === 'string') && (v["x-api-requestid"] === undefined || typeof v["x-api-requestid"] === 'string') && (v["x-api-scheme"] === undefined || typeof v["x-api-scheme"] === 'string') && (v["x-b3-traceid"] === undefined || typeof v["x-b3-traceid"] === 'string') && (v["x-qualifier"] === undefined || typeof v["x-qualifier"] === 'string') && others(v, named3, is1); }
const pattern0 = /^[A-Z]+$/u;
const is4 = (v: any): boolean => typeof v === 'string' && pattern0.test(v);
const is5 = (v: any): boolean => ((typeof v === 'boolean') || ((v === "true" || v === "false")));
const pattern1 = /^\//u;
const is6 = (v: any): boolean => typeof v === 'string' && pattern1.test(v);
const is7 = (v: any): boolean => ((typeof v === 'string') || (Array.isArray(v) && every(v, is1)) || (v === true));
function checkqueryString(v: any): boolean { return isObject(v) && others(v, named0, is7); }
function checkidentity(v: any): boolean { return isObject(v) && (v.secretId === undefined || typeof v.secretId === 'string'); }
const pattern2 = /^service-[!-~]+$/u;
const is8 = (v: any): boolean => typeof v === 'string' && pattern2.test(v);
const is9 = (v: any): boolean => typeof v === 'string' && v.length >= 1;
function checkrequestContext(v: any): boolean { return isObject(v) && is4(v.httpMethod) && v.identity !== undefined && checkidentity(v.identity) && typeof v.path === 'string' && (v.requestId === undefined || typeof v.requestId === 'string') && is8(v.serviceId) && is9(v.sourceIp) && is9(v.stage) && (v.websocketEnable === undefined || typeof v.websocketEnable === 'boolean'); }
const named10: readonly string[] = ["stage"];
function checkstageVariables(v: any): boolean { return isObject(v) && (v.stage === undefined || typeof v.stage === 'string') && others(v, named10, is1); }

export function validate(v: any): boolean { return isObject(v) && (v.body === undefined || typeof v.body === 'string') && (v.headerParameters === undefined || is2(v.headerParameters)) && v.headers !== undefined && checkheaders(v.headers) && is4(v.httpMethod) && (v.isBase64Encoded === undefined || is5(v.isBase64Encoded)) && is6(v.path) && is2(v.pathParameters) && v.queryString !== undefined && checkqueryString(v.queryString) && is2(v.queryStringParameters) && v.requestContext !== undefined && checkrequestContext(v.requestContext) && (v.stageVariables === undefined || checkstageVariables(v.stageVariables)); }
