import { filledIn } from '../texts.js';

/** Gives the text for an English one, by the texts that it is made with. */
export type Reader = (english: string) => string | undefined;

/**
 * Reads texts of a catalogue, also those whose values are filled in; the more of a text is fixed, the earlier it is tried.
 *
 * @param textOfValue gives the text for a value in a sentence, where that is a text itself; its name is the second.
 */
export function readerOf(
  catalogue: Readonly<Record<string, string>>,
  textOfValue: (value: string, name: string) => string | undefined,
): Reader {
  const patterns = Object.entries(catalogue)
    .filter(([english]) => english.includes('{{'))
    .sort(([a], [b]) => fixedLength(b) - fixedLength(a))
    .map(([english, text]) => ({ parts: english.split(/\{\{(\w+)\}\}/), text }));
  return (english) => {
    if (Object.hasOwn(catalogue, english)) return catalogue[english];
    for (const { parts, text } of patterns) {
      const values = valuesIn(english, parts);
      if (values === undefined) continue;
      const told = Object.entries(values).map(
        ([name, value]) => [name, textOfValue(value, name) ?? value] as const,
      );
      return filledIn(text, Object.fromEntries(told));
    }
    return undefined;
  };
}

function fixedLength(english: string): number {
  return english.replaceAll(/\{\{\w+\}\}/g, '').length;
}

/**
 * What stands in a text between the fixed parts, each value as short as can be; undefined where the text is another one.
 * A value may be as long as an event: no regular expression, which would try each of its characters with each of the next.
 *
 * @param parts fixed ones and names of values in turn; a name that comes again has the same value.
 */
function valuesIn(text: string, parts: readonly string[]): Readonly<Record<string, string>> | undefined {
  const [start = ''] = parts;
  const end = parts.at(-1) as string;
  if (!text.startsWith(start) || !text.endsWith(end)) return undefined;
  const values: Record<string, string> = {};
  let at = start.length;
  for (let index = 1; index < parts.length; index += 2) {
    const isLast = index + 2 === parts.length;
    const next = isLast ? text.length - end.length : text.indexOf(parts[index + 1] as string, at);
    if (next < at) return undefined;
    const name = parts[index] as string;
    const value = text.slice(at, next);
    if (values[name] !== undefined && values[name] !== value) return undefined;
    values[name] = value;
    at = next + (parts[index + 1] as string).length;
  }
  return values;
}
