import stringWidth from 'string-width';

const closing = '，。；：、！？）》”…';
const opening = '（《“';
/** What stays together on a line: a word or a character of Chinese, with the punctuation at its sides. */
const unit = new RegExp(
  `\\s*[${opening}]*(?:\\p{Script=Han}|[^\\s\\p{Script=Han}${opening}${closing}]+)[${closing}]*|\\s*[${opening}${closing}]+`,
  'gu',
);

/** The columns that a text takes on a terminal: a character of Chinese takes two. */
export function columnsOf(text: string): number {
  return stringWidth(text);
}

/** A text in lines of so many columns; no line begins with punctuation that closes. */
export function wrapped(text: string, columns: number): string {
  return text
    .split('\n')
    .flatMap((line) => linesOf(line, columns))
    .join('\n');
}

function linesOf(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const [part] of text.matchAll(unit)) {
    if (line === '' || columnsOf(line + part) <= columns) line += part;
    else {
      lines.push(line);
      line = part.trimStart();
    }
  }
  return [...lines, line];
}
