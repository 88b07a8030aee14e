/** English phrases with `{}` where something of the event or of the code stands, and their Chinese. */
export type PhraseTable = Readonly<Record<string, string>>;

/** A phrase in Chinese; undefined when the table has none like it. */
export type Phrases = (english: string) => string | undefined;

/** Makes a table ready. */
export function phrasesOf(table: PhraseTable): Phrases {
  const patterned = Object.entries(table)
    .filter(([english]) => english.includes('{}'))
    .map(([english, chinese]) => ({ pattern: patternOf(english), chinese }));
  return (english) => {
    if (Object.hasOwn(table, english)) return table[english];
    for (const { pattern, chinese } of patterned) {
      const parts = pattern.exec(english)?.slice(1);
      if (parts !== undefined) return chinese.replaceAll('{}', () => parts.shift() ?? '');
    }
    return undefined;
  };
}

function patternOf(english: string): RegExp {
  const fixed = english.split('{}').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${fixed.join('(.+?)')}$`, 'su');
}
