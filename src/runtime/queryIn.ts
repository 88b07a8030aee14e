import { setOwn } from '../kernel/json.js';

/** A query string, decoded. */
export type ReceivedQuery = { [name: string]: string | string[] | true };

/** Text, several texts for a repeated name, true for a name without "=", as captured. */
export function queryIn(text: string): ReceivedQuery {
  const values = new Map<string, (string | true)[]>();
  for (const pair of text.split('&')) {
    if (pair === '') continue;
    const at = pair.indexOf('=');
    const name = decoded(at === -1 ? pair : pair.slice(0, at));
    values.set(name, [...(values.get(name) ?? []), at === -1 ? true : decoded(pair.slice(at + 1))]);
  }
  const query: ReceivedQuery = {};
  for (const [name, all] of values) {
    const [first = ''] = all;
    // A repeated name without "=" was never captured; its value counts as "" here.
    setOwn(query, name, all.length === 1 ? first : all.map((one) => (one === true ? '' : one)));
  }
  return query;
}

/** Escapes that are none stay as they are. */
function decoded(text: string): string {
  const spaced = text.replaceAll('+', ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}
