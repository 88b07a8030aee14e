import type { Draw } from '../../kernel/draw.js';
import { isObject, jsonInside } from '../../kernel/json.js';
import type { DecodedPart } from '../../kernel/trigger.js';

const items: readonly string[] = [
  'tea',
  'lamp',
  'novel',
  'keyboard',
  'umbrella',
  'desk',
  'orchid',
  'railway ticket',
];

/** What producers mostly write into a queue: a small JSON object. */
export function drawOrderJson(draw: Draw): string {
  return `{"orderId":${draw.below(1e9)},"item":"${draw.pick(items)}","cents":${draw.below(100_000)}}`;
}

/** True for an event of records whose first one has the field that names their source: `{Records: [{Ckafka: …}]}`. */
export function hasRecordsOf(source: string, value: unknown): boolean {
  if (!isObject(value)) return false;
  const { Records } = value;
  return Array.isArray(Records) && isObject(Records[0]) && Object.hasOwn(Records[0], source);
}

/** The bodies of an event's records that are JSON, opened. */
export function openedBodies(source: string, bodies: readonly string[]): DecodedPart[] {
  const parts: DecodedPart[] = [];
  for (const [index, body] of bodies.entries()) {
    const value = jsonInside(body);
    if (value !== undefined)
      parts.push({ path: ['Records', index, source, 'msgBody'], encoding: 'JSON', value });
  }
  return parts;
}

/** A body that breaks a handler which reads every message as the JSON of an object. */
export interface OddBody {
  readonly name: string;
  readonly because: string;
  readonly body: string;
}

/** Bodies that any producer may write into any queue. */
export const oddBodies: readonly OddBody[] = [
  { name: 'empty-body', because: 'a message may be empty, and JSON.parse("") throws', body: '' },
  { name: 'body-plain-text', because: 'not every producer writes JSON', body: 'WARN disk almost full' },
  { name: 'body-json-null', because: 'JSON.parse succeeds and gives null', body: 'null' },
  { name: 'body-json-number', because: 'JSON.parse succeeds and gives no object', body: '42' },
  {
    name: 'body-json-array',
    because: 'JSON.parse succeeds and gives an array',
    body: '[{"orderId":1},{"orderId":2}]',
  },
  {
    name: 'body-json-in-json',
    because: 'the body is JSON twice, and one JSON.parse gives a string',
    body: '"{\\"orderId\\":17}"',
  },
  {
    name: 'body-prototype',
    because: 'merging the parsed body into an object sets its prototype',
    body: '{"__proto__":{"admin":true},"constructor":{"prototype":{"admin":true}}}',
  },
  {
    name: 'body-id-above-2-53',
    because: 'JSON.parse rounds the id to another one',
    body: '{"orderId":9007199254740993,"userId":"9007199254740993"}',
  },
  {
    name: 'body-with-byte-order-mark',
    because: 'JSON.parse refuses a byte order mark',
    body: '\ufeff{"orderId":17}',
  },
  {
    name: 'body-four-byte-characters',
    because: 'an emoji is two UTF-16 units and four bytes',
    body: '{"note":"😀 买二送一 👨‍👩‍👧‍👦"}',
  },
  {
    name: 'body-lone-surrogate',
    because: 'half a character is no valid UTF-8',
    body: 'half \ud83d of a pair',
  },
];
