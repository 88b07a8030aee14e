// Made by scripts/generate.mjs from src/triggers/eventbridge/contract.schema.json; do not edit.
import { isObject } from '../kernel/json.js';
import { every } from '../kernel/validate.js';

const is0 = (v: any): boolean => (v === "1.0" || v === "0");
const pattern0 = /^\d+$/u;
const is1 = (v: any): boolean => ((typeof v === 'string' && pattern0.test(v)) || (Number.isInteger(v) && v >= 0));
const is2 = (v: any): boolean => typeof v === 'string';
const is3 = (v: any): boolean => Array.isArray(v) && every(v, is2);
const is4 = (v: any): boolean => (v === "0" || v === "1" || v === "2" || v === "3" || v === "4" || v === 0 || v === 1 || v === 2 || v === 3 || v === 4);
const is5 = (v: any): boolean => typeof v === 'string' && pattern0.test(v);
function checkEventbridgeTdmqData(v: any): boolean { return isObject(v) && typeof v.topic === 'string' && typeof v.tags === 'string' && is4(v.TopicType) && typeof v.subscriptionName === 'string' && is5(v.toTimestamp) && typeof v.partitions === 'string' && typeof v.msgId === 'string' && typeof v.msgBody === 'string'; }
const is6 = (v: any): boolean => Number.isInteger(v) && v >= 0;
function checkEventbridgeCkafkaData(v: any): boolean { return isObject(v) && typeof v.topic === 'string' && (v.Partition === undefined || is6(v.Partition)) && (v.partition === undefined || is6(v.partition)) && is6(v.offset) && typeof v.msgKey === 'string' && typeof v.msgBody === 'string'; }
const is7 = (v: any): boolean => ((checkEventbridgeTdmqData(v)) || (checkEventbridgeCkafkaData(v)) || (isObject(v)));

export function validate(v: any): boolean { return isObject(v) && is0(v.specversion) && typeof v.id === 'string' && typeof v.type === 'string' && typeof v.source === 'string' && (v.subject === undefined || typeof v.subject === 'string') && (v.subjuect === undefined || typeof v.subjuect === 'string') && v.time !== undefined && is1(v.time) && typeof v.region === 'string' && typeof v.datacontenttype === 'string' && (v.resource === undefined || is3(v.resource)) && v.data !== undefined && is7(v.data); }
