/** What stands at the head of every page that is made. */
export const madeBy = (from) => `<!-- Made by scripts/docs.mjs from ${from}; do not edit. -->`;

const cell = (text) => String(text).replaceAll('|', '\\|').replaceAll('\n', ' ');

export const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');

/** A fenced block; the fence grows when the text holds one. */
export function fenced(language, text) {
  const fence = text.includes('```') ? '````' : '```';
  return `${fence}${language}\n${text.trimEnd()}\n${fence}`;
}

export const json = (value) => fenced('json', JSON.stringify(value, null, 2));

/** Code in a line of text or a cell of a table. */
export const code = (text) => (text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``);

/** Paragraphs, tables and blocks as one page. */
export const paged = (parts) => `${parts.join('\n\n')}\n`;
