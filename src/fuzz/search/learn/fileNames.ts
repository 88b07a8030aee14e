import type { Draw } from '../../../kernel/draw.js';
import type { JsonValue } from '../../../kernel/json.js';
import { mapTexts } from '../../../kernel/mapLeaves.js';
import type { Trigger } from '../../../kernel/trigger.js';
import { isSent } from './sampleWith.js';

/**
 * An event in which the last part of a text, such as the file name of a key, is another one wherever it stands;
 * undefined where the trigger refuses that.
 */
export function withFileName<Event>(
  trigger: Trigger<Event>,
  event: Event,
  text: JsonValue | undefined,
  change: (name: string) => string,
): Event | undefined {
  const name = typeof text === 'string' ? text.split('/').at(-1) : undefined;
  if (name === undefined || !/^[\w.-]{3,}$/.test(name)) return undefined;
  const other = change(name);
  // With a folder of its own it takes the place of those that it lay in.
  const place = other.includes('/') ? sharedEnd(event, String(text), name) : name;
  const changed = mapTexts(event, (one) => one.replaceAll(place, other));
  return isSent(trigger, changed) ? changed : undefined;
}

/** Fields that hold the name of a file, or where one lies. */
export const namesFile = /(?:key|path|file|filename|object|url)$/i;
const folder = /^[\w.-]+(?:\/[\w.-]+)*\/$/;
const extension = /^\.[a-z\d]{1,8}$/i;

/** The longest end of a path, from one of its parts on, that another text of the event has as well; the last part alone where none has. */
function sharedEnd(event: unknown, path: string, last: string): string {
  const ends: string[] = [];
  mapTexts(event, (one) => {
    if (one !== path && one.endsWith(`/${last}`)) ends.push(one);
    return one;
  });
  const parts = path.split('/');
  for (let from = 0; from < parts.length - 1; from++) {
    const end = parts.slice(from).join('/');
    if (ends.some((one) => one.endsWith(`/${end}`))) return end;
  }
  return last;
}

/** True for words of which one is a folder or an extension. */
export function selectsFiles(words: readonly string[]): boolean {
  return words.some((word) => folder.test(word) || extension.test(word));
}

/** A name of a file or the like that has to do with words of the handler. */
export function drawFileName(draw: Draw, name: string, words: readonly string[]): string {
  const plain = words.filter((word) => /^[\w.-]+$/.test(word));
  const folders = words.filter((word) => folder.test(word));
  const extensions = plain.filter((word) => extension.test(word));
  if (folders.length + extensions.length > 0 && draw.chance(0.6)) {
    const before = folders.length > 0 ? draw.pick(folders) : '';
    return `${before}${name}${extensions.length > 0 ? draw.pick(extensions) : ''}`;
  }
  if (plain.length === 0) return name;
  const word = draw.pick(plain);
  return draw.pick([`${name}${word}`, word, `${word}${name}`, `${name}${word}.${name}`, word.toUpperCase()]);
}
