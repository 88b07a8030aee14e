/** An emoji, which may hold joiners; or controls but tab and line feed, marks of direction, joiners, half characters. */
const unseen =
  /(\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|\ufe0f|\u200d\p{Extended_Pictographic})*)|[^\P{Cc}\t\n]|[\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}\u061c\u200e\u200f\ufff9-\ufffb]/gu;

/**
 * A text in which what nobody sees is written as JSON writes it, so that JSON stays what it says.
 *
 * @example
 * visible('\ufeffid'); // '\\ufeffid'
 */
export function visible(text: string): string {
  return text.replaceAll(unseen, (found, emoji: string | undefined) => emoji ?? escaped(found));
}

function escaped(characters: string): string {
  return characters
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}
