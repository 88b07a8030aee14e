import { type JsonValue, setOwn } from '../../../kernel/json.js';
import { singular, sortByName } from './drawShape.js';
import type { Shape } from './shape.js';

/**
 * How the values are made of which nothing is known but their place: `exploring` puts empty objects there, to see what is
 * read of them; the others differ in the sort of value, and in how long lists are. None has an empty list, since much of a
 * handler then never runs.
 */
export type FittingStyle = 'exploring' | 'texts' | 'numbers' | 'flags' | 'longer';

const maxDepth = 8;
/** Fields that say that something went wrong: an answer that succeeds has none. */
const failing = /^(error|errors|err|err_?msg|error_?message|errmessage|exception|fault)$/i;
/** Codes that are zero where nothing went wrong, as the vendor's have it. */
const zero = /^(code|ret|ret_?code|err_?code|error_?code|errno)$/i;
const yes = /^(ok|success|succeeded|is_?success)$/i;

/** The same value each time for the same shape, with everything in it that is read. */
export function fitting(shape: Shape, style: FittingStyle, name = 'value', depth = 0): JsonValue {
  if (depth > maxDepth) return null;
  if (shape.item !== undefined) {
    const { item } = shape;
    const length = style === 'longer' ? 3 : 1;
    return Array.from({ length }, () => fitting(item, style, singular(name), depth + 1));
  }
  if (shape.fields.size > 0 || shape.isListed) {
    const object = {};
    for (const [field, child] of shape.fields) {
      if (!failing.test(field)) setOwn(object, field, fitting(child, style, field, depth + 1));
    }
    return object;
  }
  if (zero.test(name)) return 0;
  if (yes.test(name)) return true;
  return leaf(shape.sort ?? sortByName(name), name, style);
}

function leaf(sort: string | undefined, name: string, style: FittingStyle): JsonValue {
  if (sort === 'text') return `${name}-1`;
  if (sort === 'number') return style === 'longer' ? 7 : 1;
  if (style === 'exploring') return {};
  if (sort === 'date') return style === 'numbers' ? 1_767_225_600 : '2026-01-01T00:00:00.000Z';
  if (style === 'numbers') return 1;
  if (style === 'flags' || sort === 'flag') return true;
  if (sort === 'list') return [`${singular(name)}-1`];
  return `${name}-1`;
}
