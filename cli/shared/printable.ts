/** Control characters but tab and line feed, and what turns the direction of a line or ends it in some programs. */
const unprintable = /[^\P{Cc}\t\n]|[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

/**
 * A text that a terminal shows as it is: what would move its cursor, ring its bell, colour or turn what follows is
 * written as `\u001b`, as JSON does, so that JSON stays what it says.
 */
export function printable(text: string): string {
  return text.replaceAll(unprintable, (character) => escaped(character));
}

/** The same on one line, for names that others choose. */
export function oneLine(text: string): string {
  return printable(text).replaceAll('\n', '\\u000a');
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
