import type { IssuePath } from '../../src/index.js';
import { absent, type Place } from './places.js';

/** A change of one value that an attentive reader of the event would notice. */
export interface Mutation {
  readonly operator: 'drop' | 'type' | 'range' | 'spelling' | 'form' | 'agreement' | 'layer';
  readonly field: string;
  readonly path: IssuePath;
  /** {@link absent} when the field is dropped. */
  readonly replacement: unknown;
  /** What is done, in a few words. */
  readonly change: string;
}

/** Every single mutation of the value at a place that needs no other place to be understood. */
export function mutationsOf(place: Place): Mutation[] {
  const { path, field, value, schemas, presence } = place;
  const mutation = (operator: Mutation['operator'], change: string, replacement: unknown): Mutation => ({
    operator,
    field,
    path,
    replacement,
    change,
  });
  const found: Mutation[] = [];
  if (presence === 'required' || presence === 'optional') found.push(mutation('drop', 'dropped', absent));
  if (!schemas.some((schema) => 'type' in schema || 'const' in schema || 'enum' in schema)) return found;
  for (const [change, replacement] of otherTypes(value)) found.push(mutation('type', change, replacement));
  if (typeof value === 'number') {
    for (const number of outOfRange(value, schemas))
      found.push(mutation('range', `${value} to ${number}`, number));
  }
  if (typeof value === 'string') {
    const words = schemas.filter((schema) => [schema.type ?? 'string'].flat().includes('string'));
    if (words.length > 0 && words.every((schema) => 'const' in schema || 'enum' in schema)) {
      for (const word of misspelt(value)) found.push(mutation('spelling', `"${value}" to "${word}"`, word));
    }
    const patterned = schemas.some((schema) => 'pattern' in schema);
    for (const [change, text] of malformed(value, patterned)) found.push(mutation('form', change, text));
  }
  return found;
}

function otherTypes(value: unknown): [string, unknown][] {
  switch (typeof value) {
    case 'string':
      return [
        ['text to number', 5],
        ['text to object', { text: value }],
        ['text to null', null],
      ];
    case 'number':
      return [
        ['number to text', String(value)],
        ['number to null', null],
        ['number to list', [value]],
      ];
    case 'boolean':
      return [
        ['boolean to text', String(value)],
        ['boolean to number', Number(value)],
      ];
    default:
      if (value === null)
        return [
          ['null to text', ''],
          ['null to number', 0],
        ];
      return Array.isArray(value)
        ? [
            ['list to object', { ...value }],
            ['list to text', 'text'],
            ['list to number', 5],
          ]
        : [
            ['object to list', [value]],
            ['object to text', 'text'],
            ['object to number', 5],
          ];
  }
}

/** Below the least, above the most, and a fraction where numbers are whole; negative when no least is given. */
function outOfRange(value: number, schemas: Place['schemas']): number[] {
  const bound = (keyword: string) =>
    schemas.map((schema) => schema[keyword]).find((limit): limit is number => typeof limit === 'number');
  const numbers = [(bound('minimum') ?? 0) - 1];
  const maximum = bound('maximum');
  if (maximum !== undefined) numbers.push(maximum + 1);
  if (!schemas.some((schema) => [schema.type].flat().includes('number'))) numbers.push(value + 0.5);
  return numbers;
}

/** One letter too few, two letters swapped, and another case. */
function misspelt(word: string): string[] {
  const swapped = word.slice(0, -2) + word.slice(-1) + word.slice(-2, -1);
  const recased = word === word.toLowerCase() ? word.toUpperCase() : word.toLowerCase();
  return [word.slice(0, -1), swapped, recased].filter((wrong) => wrong !== word);
}

const isoTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/;

/** Breaks the encoding that a text visibly has, and any form that the contract gives it. */
function malformed(text: string, patterned: boolean): [string, string][] {
  const found: [string, string][] = [];
  if (isoTime.test(text)) {
    found.push(
      ['month 13', `${text.slice(0, 5)}13${text.slice(7)}`],
      ['30 February', `${text.slice(0, 5)}02-30${text.slice(10)}`],
      ['hour 24', `${text.slice(0, 11)}24${text.slice(13)}`],
      ['a blank for the T', `${text.slice(0, 10)} ${text.slice(11)}`],
    );
  }
  if (/%[0-9A-Fa-f]{2}/.test(text))
    found.push(['a broken percent escape', text.replace(/%[0-9A-Fa-f]{2}/, '%ZZ')]);
  if (/^[0-9a-f]{16,}$/.test(text)) {
    found.push(['no hexadecimal digit', `g${text.slice(1)}`], ['a digit short', text.slice(1)]);
  }
  if (/^\d{6,}$/.test(text)) found.push(['no decimal digit', `${text.slice(0, 3)}x${text.slice(4)}`]);
  if (/^[\w-]+:\/\//.test(text)) found.push(['no address', text.replace('://', ':')]);
  if (patterned && text !== '') {
    const middle = text.length >> 1;
    found.push(
      ['a control character', `${text.slice(0, middle)}\u0007${text.slice(middle)}`],
      ['emptied', ''],
    );
  }
  return found;
}
