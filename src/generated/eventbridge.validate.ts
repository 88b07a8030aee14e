// Made by scripts/generate.mjs from src/triggers/eventbridge/contract.schema.json; do not edit.
import { isObject } from '../kernel/json.js';
import { every } from '../kernel/validate.js';

const is0 = (v: any): boolean => (v === "0" || v === "1.0" || v === "1.0.2");
const pattern0 = /^[!-~]+$/u;
const is1 = (v: any): boolean => typeof v === 'string' && pattern0.test(v);
const pattern1 = /^[^\u0000-\u001f\u007f]*$/u;
const is2 = (v: any): boolean => typeof v === 'string' && pattern1.test(v);
const pattern2 = /^\d{1,13}$/u;
const is3 = (v: any): boolean => ((typeof v === 'string' && pattern2.test(v)) || (Number.isInteger(v) && v >= 0 && v <= 9999999999999));
const pattern3 = /^[a-z]{2}-[a-z]+(?:-[a-z0-9]+)*$/u;
const is4 = (v: any): boolean => typeof v === 'string' && pattern3.test(v);
const pattern4 = /^[a-z]+\/[A-Za-z0-9.+-]+(?:;[ -~]*)?$/u;
const is5 = (v: any): boolean => typeof v === 'string' && pattern4.test(v);
const is6 = (v: any): boolean => (v === "" || v === "0" || v === "1" || v === "-");
const is7 = (v: any): boolean => ((v === null) || (isObject(v)) || (Array.isArray(v)));
const pattern5 = /^qcs::[!-~]+$/u;
const is8 = (v: any): boolean => typeof v === 'string' && pattern5.test(v);
const is9 = (v: any): boolean => Array.isArray(v) && every(v, is8);
const is10 = (v: any): boolean => (v === "0" || v === "1" || v === "2" || v === "3" || v === "4" || v === 0 || v === 1 || v === 2 || v === 3 || v === 4);
const pattern6 = /^\d+$/u;
const is11 = (v: any): boolean => typeof v === 'string' && pattern6.test(v);
function checkEventbridgeTdmqData(v: any): boolean { return isObject(v) && is1(v.topic) && typeof v.tags === 'string' && is10(v.TopicType) && is1(v.subscriptionName) && is11(v.toTimestamp) && is11(v.partitions) && is1(v.msgId) && typeof v.msgBody === 'string'; }
const pattern7 = /^[A-Za-z0-9._-]{1,249}$/u;
const is12 = (v: any): boolean => typeof v === 'string' && pattern7.test(v);
const is13 = (v: any): boolean => Number.isInteger(v) && v >= 0;
function checkEventbridgeCkafkaData(v: any): boolean { return isObject(v) && is12(v.topic) && (v.Partition === undefined || is13(v.Partition)) && (v.partition === undefined || is13(v.partition)) && is13(v.offset) && typeof v.msgKey === 'string' && typeof v.msgBody === 'string'; }
const is14 = (v: any): boolean => ((checkEventbridgeTdmqData(v)) || (checkEventbridgeCkafkaData(v)) || (isObject(v)));
function checkEventbridgeEvent(v: any): boolean { return isObject(v) && is0(v.specversion) && is1(v.id) && is1(v.type) && is1(v.source) && (v.subject === undefined || is2(v.subject)) && (v.subjuect === undefined || is2(v.subjuect)) && v.time !== undefined && is3(v.time) && is4(v.region) && is5(v.datacontenttype) && (v.status === undefined || is6(v.status)) && (v.tags === undefined || is7(v.tags)) && (v.resource === undefined || is9(v.resource)) && v.data !== undefined && is14(v.data); }
const is15 = (v: any): boolean => Array.isArray(v) && v.length >= 1 && v.length <= 10000 && every(v, checkEventbridgeEvent);
function checkEventbridgeBatch(v: any): boolean { return isObject(v) && is15(v.EventList); }

export function validate(v: any): boolean { return ((checkEventbridgeEvent(v)) || (checkEventbridgeBatch(v))); }
