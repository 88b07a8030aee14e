import { isObject } from '../../../src/index.js';
import { setOwn } from '../../../src/kernel/json.js';

/** A value that breaks one rule, and one that is almost the same and breaks none. */
export interface RulePair {
  /** What is wrong: `the second message of another topic`. */
  readonly what: string;
  readonly broken: unknown;
  readonly fine: unknown;
  /** Where the rule reports the broken one, the steps of each path joined by dots. */
  readonly at: readonly string[];
  /** Other rules that both values break, since the one at hand cannot be broken without. */
  readonly also?: readonly string[];
}

/** Pairs by the name of the rule. */
export type RulePairs = Readonly<Record<string, readonly RulePair[]>>;

/** Values by their path, steps joined by dots; undefined drops the field. */
export type Fields = Readonly<Record<string, unknown>>;

/** Makes pairs of changes of one event. */
export function pairsOf(event: unknown) {
  return (
    what: string,
    broken: Fields,
    fine: Fields,
    at: readonly string[] = Object.keys(broken),
  ): RulePair => ({
    what,
    broken: changed(event, broken),
    fine: changed(event, fine),
    at,
  });
}

/** A copy of a value with other fields. */
export function changed(value: unknown, fields: Fields): unknown {
  return Object.entries(fields).reduce(
    (copy, [path, field]) => withField(copy, path.split('.'), field),
    value,
  );
}

function withField(value: unknown, [step = '', ...rest]: readonly string[], field: unknown): unknown {
  const inner = (before: unknown) => (rest.length === 0 ? field : withField(before, rest, field));
  if (Array.isArray(value)) {
    const items = [...value];
    items[Number(step)] = inner(items[Number(step)]);
    return items;
  }
  const { [step]: before, ...copy } = isObject(value) ? value : {};
  const after = inner(before);
  if (after !== undefined) setOwn(copy, step, after);
  return copy;
}

/** Pairs at the largest size of an event: a byte over it, and over it in bytes but not in characters. */
export function sizePairs(
  event: unknown,
  path: string,
  limits: { readonly bytes: number; readonly also?: readonly string[] },
): RulePair[] {
  const { bytes, also = [] } = limits;
  const eventWith = (text: string) => (path === '' ? text : changed(event, { [path]: text }));
  const sizeWith = (text: string) => Buffer.byteLength(JSON.stringify(eventWith(text)));
  const filled = (character: string, sizeBytes: number) => {
    const each = Buffer.byteLength(JSON.stringify(character)) - 2;
    const left = sizeBytes - sizeWith('');
    return character.repeat(Math.floor(left / each)) + 'x'.repeat(left % each);
  };
  return [
    ['a byte too many', 'x'],
    ['characters that take three bytes', '测'],
    ['halves of characters, which take six bytes in JSON', '\ud83d'],
  ].map(([what = '', character = '']) => ({
    what,
    broken: eventWith(filled(character, bytes + 1)),
    fine: eventWith(filled(character, bytes)),
    at: [''],
    also,
  }));
}

export const syncBytes = 6_291_456;
export const asyncBytes = 131_072;
