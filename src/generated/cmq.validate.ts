// Made by scripts/generate.mjs from src/triggers/cmq/contract.schema.json; do not edit.
import { isObject } from '../kernel/json.js';
import { every } from '../kernel/validate.js';

const is0 = (v: any): boolean => (v === "topic" || v === "queue");
const pattern0 = /^[\dx]+$/u;
const is1 = (v: any): boolean => ((Number.isInteger(v) && v >= 0) || (typeof v === 'string' && pattern0.test(v)));
const pattern1 = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/u;
const is2 = (v: any): boolean => typeof v === 'string' && pattern1.test(v);
const pattern2 = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{3})?Z$/u;
const is3 = (v: any): boolean => typeof v === 'string' && pattern2.test(v);
const pattern3 = /^\d+$/u;
const is4 = (v: any): boolean => typeof v === 'string' && pattern3.test(v);
const is5 = (v: any): boolean => typeof v === 'string';
const is6 = (v: any): boolean => ((typeof v === 'string') || (Array.isArray(v) && every(v, is5)));
function checkCmqMessage(v: any): boolean { return isObject(v) && is0(v.type) && v.topicOwner !== undefined && is1(v.topicOwner) && is2(v.topicName) && is2(v.subscriptionName) && is3(v.publishTime) && is4(v.msgId) && is4(v.requestId) && typeof v.msgBody === 'string' && v.msgTag !== undefined && is6(v.msgTag); }
function checkCmqRecord(v: any): boolean { return isObject(v) && v.CMQ !== undefined && checkCmqMessage(v.CMQ); }
const is7 = (v: any): boolean => Array.isArray(v) && v.length >= 1 && every(v, checkCmqRecord);

export function validate(v: any): boolean { return isObject(v) && is7(v.Records); }
