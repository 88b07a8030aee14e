// Made by scripts/generate.mjs from src/triggers/cmq/contract.schema.json; do not edit.
import { isObject } from '../kernel/json.js';
import { every } from '../kernel/validate.js';

const is0 = (v: any): boolean => (v === "topic" || v === "queue");
const is1 = (v: any): boolean => ((Number.isInteger(v) && v >= 0) || (typeof v === 'string'));
const pattern0 = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{3})?Z$/u;
const is2 = (v: any): boolean => typeof v === 'string' && pattern0.test(v);
const pattern1 = /^\d+$/u;
const is3 = (v: any): boolean => typeof v === 'string' && pattern1.test(v);
const is4 = (v: any): boolean => typeof v === 'string';
const is5 = (v: any): boolean => ((typeof v === 'string') || (Array.isArray(v) && every(v, is4)));
function checkCmqMessage(v: any): boolean { return isObject(v) && is0(v.type) && v.topicOwner !== undefined && is1(v.topicOwner) && typeof v.topicName === 'string' && typeof v.subscriptionName === 'string' && is2(v.publishTime) && is3(v.msgId) && is3(v.requestId) && typeof v.msgBody === 'string' && v.msgTag !== undefined && is5(v.msgTag); }
function checkCmqRecord(v: any): boolean { return isObject(v) && v.CMQ !== undefined && checkCmqMessage(v.CMQ); }
const is6 = (v: any): boolean => Array.isArray(v) && v.length >= 1 && every(v, checkCmqRecord);

export function validate(v: any): boolean { return isObject(v) && is6(v.Records); }
