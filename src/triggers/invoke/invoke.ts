import { type InvokeEvent, invokeContract } from '../../generated/invoke.js';
import { cities, personNames, products, slugs, words } from '../../generated/pools.js';
import { defineTrigger } from '../../kernel/defineTrigger.js';
import type { Draw } from '../../kernel/draw.js';
import { type JsonValue, setOwn } from '../../kernel/json.js';
import { largestEventBytes } from '../../kernel/limits.js';
import { type EdgeCase, wholeEvent } from '../../kernel/trigger.js';

export type { InvokeEvent };

const page = 'https://cloud.tencent.com/document/product/583/17243';
const anyJson = `${page}: the caller sends any JSON`;

function sends(name: string, because: string, value: InvokeEvent): EdgeCase<InvokeEvent> {
  return { name, because, source: anyJson, event: () => value };
}

/** A value that only its JSON text says exactly. */
function sendsText(name: string, because: string, text: string): EdgeCase<InvokeEvent> {
  return { name, because, source: anyJson, event: () => JSON.parse(text), text: () => text };
}

const deepest = 1000;

const edgeCases: readonly EdgeCase<InvokeEvent>[] = [
  sends('empty-object', 'every field is missing', {}),
  sends('empty-array', 'an array is an object to typeof, and [0] is undefined', []),
  sends('null', 'typeof null is "object", and reading a field of it throws', null),
  sends('false', 'the event is falsy', false),
  sends('zero', 'the event is falsy', 0),
  sends('empty-string', 'the event is falsy', ''),
  sends('string', 'the event is a JSON string, not an object', 'hello from the caller'),
  sends(
    'json-in-a-string',
    'the caller stringified twice, and the event is a text',
    '{"key1":"test value 1"}',
  ),
  sends('number', 'the event is a number', 42),
  sends('array-of-objects', 'the event is a list', [{ key1: 'test value 1' }, { key1: 'test value 2' }]),
  sends('null-fields', 'the fields are there and hold nothing', { key1: null, key2: null }),
  sends('hello-world', "what the console's test button sends", {
    key1: 'test value 1',
    key2: 'test value 2',
  }),
  sendsText(
    'prototype-field',
    'copying the fields sets the prototype of the copy',
    '{"__proto__":{"admin":true}}',
  ),
  sends('constructor-field', 'the field hides the constructor', {
    constructor: { prototype: { admin: true } },
  }),
  sendsText('id-above-2-53', 'JSON.parse rounds the id to another one', '{"orderId":9007199254740993}'),
  sendsText('huge-number', 'JSON.parse makes Infinity of it', '{"amount":1e309}'),
  sendsText('negative-zero', 'it equals 0 and divides to -Infinity', '{"amount":-0}'),
  sendsText('duplicate-fields', 'the last of two fields of one name wins', '{"role":"user","role":"admin"}'),
  sendsText('lone-surrogate', 'half a character is no valid UTF-8', '{"name":"\\ud83d"}'),
  sends('four-byte-characters', 'an emoji is two UTF-16 units and four bytes', {
    note: '😀 买二送一 👨‍👩‍👧‍👦',
  }),
  sendsText(
    'deep-nesting',
    'a recursive walk runs out of stack',
    `${'{"a":'.repeat(deepest)}1${'}'.repeat(deepest)}`,
  ),
  {
    name: 'as-large-as-can-be',
    because: 'it is exactly 6 MB of JSON, the limit of a synchronous call',
    source: page,
    event: () => 'x'.repeat(largestEventBytes.sync - 2),
  },
  {
    name: 'one-byte-too-large',
    because: 'the API refuses it',
    source: page,
    reports: ['invoke/fits-sync-invocation'],
    event: () => 'x'.repeat(largestEventBytes.sync - 1),
  },
  {
    name: 'too-large-for-an-asynchronous-call',
    because: 'a synchronous call takes it, and an asynchronous one only 128 KB',
    source: 'https://cloud.tencent.com/document/product/583/11637',
    event: () => 'x'.repeat(largestEventBytes.async - 1),
  },
];

/** What a caller of the Invoke API sends. */
export const invoke = defineTrigger({
  name: 'invoke',
  summary: 'Somebody calls Invoke or InvokeFunction of the TencentCloud API with any JSON.',
  documentation: page,
  contract: invokeContract,
  invocation: 'sync',
  retries:
    'None of a synchronous call, since the caller sees the error; an asynchronous one twice, a minute apart.',
  payloadAt: wholeEvent,
  sample(draw): InvokeEvent {
    const value = draw.payloadValue(drawCall);
    return isList(value) ? [...value] : value;
  },
  edgeCases,
  rules: [],
  looksLike: () => false,
  stretch: {
    grows: 'the first text in it',
    add: (event, extra) => (extra === 0 ? event : grown(event, extra)),
  },
});

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** What people send: a command with a few arguments. */
function drawCall(draw: Draw): JsonValue {
  if (draw.isHostile()) return drawAnything(draw, 3);
  switch (draw.below(4)) {
    case 0:
      return { key1: `test value ${draw.below(100)}`, key2: draw.pick(words) };
    case 1:
      return {
        orderId: draw.below(1e9),
        customer: { name: draw.pick(personNames), city: draw.pick(cities) },
        items: draw.list(1, 4, (from) => ({ product: from.pick(products), count: 1 + from.below(5) })),
      };
    case 2:
      return {
        task: draw.pick(slugs),
        ids: draw.list(0, 5, (from) => from.below(1e6)),
        dryRun: draw.chance(0.2),
      };
    default:
      return {
        requestId: draw.uuid(),
        body: { text: draw.pick(words), score: draw.below(1000) / 1000, tag: null },
      };
  }
}

/** Any JSON value, up to so many levels deep. */
function drawAnything(draw: Draw, levels: number): JsonValue {
  switch (draw.below(levels > 0 ? 7 : 5)) {
    case 0:
      return draw.text(words);
    case 1:
      return draw.integer(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
    case 2:
      return draw.chance(0.5);
    case 3:
      return null;
    case 4:
      return draw.below(1e6) / 1000;
    case 5:
      return draw.list(0, 4, (from) => drawAnything(from, levels - 1));
    default: {
      const fields = {};
      for (const [name, value] of draw.list(
        0,
        4,
        (from) => [from.text(words), drawAnything(from, levels - 1)] as const,
      )) {
        setOwn(fields, name, value);
      }
      return fields;
    }
  }
}

/** The value with its first text longer by so many ASCII characters; undefined when there is no text in it. */
function grown(value: unknown, extra: number): InvokeEvent | undefined {
  if (typeof value === 'string') return value + 'x'.repeat(extra);
  if (typeof value !== 'object' || value === null) return undefined;
  const copy = Array.isArray(value) ? [] : {};
  let found = false;
  for (const [name, child] of Object.entries(value)) {
    const longer: InvokeEvent | undefined = found ? undefined : grown(child, extra);
    found ||= longer !== undefined;
    setOwn(copy, name, longer ?? child);
  }
  return found ? copy : undefined;
}
