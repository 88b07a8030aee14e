import { filledIn } from '../texts.js';

/** Gives the text for an English one, by the texts that it is made with. */
export type Reader = (english: string) => string | undefined;

/**
 * Reads texts of a catalogue, also those whose values are filled in; the more of a text is fixed, the earlier it is tried.
 *
 * @param textOfValue gives the text for a value in a sentence, where that is a text itself.
 */
export function readerOf(catalogue: Readonly<Record<string, string>>, textOfValue: Reader): Reader {
  const patterns = Object.entries(catalogue)
    .filter(([english]) => english.includes('{{'))
    .sort(([a], [b]) => fixedLength(b) - fixedLength(a))
    .map(([english, text]) => ({ matches: matching(english), text }));
  return (english) => {
    if (Object.hasOwn(catalogue, english)) return catalogue[english];
    for (const { matches, text } of patterns) {
      const values = matches.exec(english)?.groups;
      if (values === undefined) continue;
      const told = Object.entries(values).map(
        ([name, value]) => [name, textOfValue(value) ?? value] as const,
      );
      return filledIn(text, Object.fromEntries(told));
    }
    return undefined;
  };
}

function fixedLength(english: string): number {
  return english.replaceAll(/\{\{\w+\}\}/g, '').length;
}

function matching(english: string): RegExp {
  const parts = english.split(/\{\{(\w+)\}\}/);
  const source = parts.map((part, at) =>
    at % 2 === 1 ? `(?<${part}>[\\s\\S]*?)` : part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'),
  );
  return new RegExp(`^${source.join('')}$`);
}
