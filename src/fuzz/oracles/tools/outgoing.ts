import { isUtf8 } from 'node:buffer';
import { isObject, jsonInside } from '../../../kernel/json.js';
import type { Trigger } from '../../../kernel/trigger.js';
import type { Execution } from '../../play/execution.js';
import { isRefusal } from '../../play/webAnswerIn.js';

/** A text or a number that leaves the handler, and where to. */
export interface Leaf {
  /** `db.put, argument 2: total`, `the answer: body.page`. */
  readonly where: string;
  readonly value: string | number;
}

/** Events with more bytes of JSON are not read text by text. */
export const readableBytes = 200_000;

const maxOutgoing = 2000;
const longestText = 200_000;
/** Lists within lists down to here; some events hold ten thousand, which no call stack does. */
const deepest = 100;

/** The texts and numbers in a handler's outside calls and answers, and in the JSON that these hold as text. */
export function outgoing(execution: Execution<unknown>): Leaf[] {
  const leaves: Leaf[] = [];
  for (const { outcome, calls } of execution.invocations) {
    for (const { name, args } of calls) {
      addAddress(leaves, name);
      if (Array.isArray(args)) {
        for (const [index, arg] of args.entries()) addLeaves(leaves, `${name}, argument ${index + 1}`, arg);
      } else addLeaves(leaves, name, args);
    }
    if (outcome.ok && !isRefusal(outcome)) addLeaves(leaves, 'the answer', outcome.result);
  }
  return leaves;
}

/** The texts in an event, also in what is encoded in it; names of fields included. */
export function incomingTexts<Event>(trigger: Trigger<Event>, event: Event): string[] {
  const known = incoming.get(event as object);
  if (known !== undefined) return known;
  const found = new Set<string>();
  addTexts(found, event, 0);
  for (const part of trigger.contract.accepts(event) ? trigger.decode(event) : [])
    addTexts(found, part.value, 0);
  const texts = [...found];
  if (typeof event === 'object' && event !== null) incoming.set(event, texts);
  return texts;
}

const incoming = new WeakMap<object, string[]>();

function addTexts(texts: Set<string>, value: unknown, depth: number): void {
  if (depth > deepest) return;
  if (value instanceof Uint8Array) {
    // A text that came as Base64.
    if (value.byteLength <= readableBytes && isUtf8(value))
      addTexts(texts, Buffer.from(value).toString(), depth + 1);
  } else if (typeof value === 'string') {
    texts.add(value);
    const inner = jsonInside(value);
    if (inner !== undefined) addTexts(texts, inner, depth + 1);
  } else if (typeof value === 'number') texts.add(String(value));
  else if (Array.isArray(value)) for (const item of value) addTexts(texts, item, depth + 1);
  else if (isObject(value)) {
    for (const name in value) {
      texts.add(name);
      addTexts(texts, value[name], depth + 1);
    }
  }
}

function addLeaves(leaves: Leaf[], where: string, value: unknown): void {
  const add = (part: unknown, place: string, depth: number): void => {
    if (leaves.length > maxOutgoing || depth > deepest) return;
    const inside = (name: string | number) => `${place}${depth === 0 ? ': ' : '.'}${name}`;
    if (typeof part === 'string') {
      if (part.length > longestText) return;
      leaves.push({ where: place, value: part });
      const inner = jsonInside(part);
      if (inner !== undefined) add(inner, place, depth + 1);
    } else if (typeof part === 'number') leaves.push({ where: place, value: part });
    else if (Array.isArray(part)) {
      for (const [index, item] of part.entries()) add(item, inside(index), depth + 1);
    } else if (isObject(part)) {
      for (const [name, item] of Object.entries(part)) {
        leaves.push({ where: place, value: name });
        add(item, inside(name), depth + 1);
      }
    }
  };
  add(value, where, 0);
}

/** What stands in the path of a request, each part as it was before it was encoded. */
function addAddress(leaves: Leaf[], name: string): void {
  const [, where, path] = /^([A-Z]+ https?:\/\/[^/]+)\/(.+)$/.exec(name) ?? [];
  for (const part of path?.split('/') ?? []) {
    try {
      leaves.push({ where: `${where}, the address`, value: decodeURIComponent(part) });
    } catch {
      leaves.push({ where: `${where}, the address`, value: part });
    }
  }
}

/** The place of a leaf without what differs from event to event. */
export function placeOf(where: string): string {
  return (where.split(':', 1)[0] ?? '').trim();
}

/** A value as a report shows it. */
export function shown(value: Leaf['value']): string {
  const text = JSON.stringify(value);
  return text.length > 120 ? `${text.slice(0, 120)}…` : text;
}
