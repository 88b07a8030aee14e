import { openText } from './openText.js';
import { personalPatterns } from './personal.js';
import { type FoundSecret, secretsIn } from './scanners.js';

const deepest = 6;

/** What looks like a real secret or a real person's in a text, also inside the JSON, Base64 and gzip in it. */
export function realIn(text: string): FoundSecret[] {
  const found = new Map<string, FoundSecret>();
  collect(text, 0, found);
  return [...found.values()];
}

function collect(text: string, depth: number, found: Map<string, FoundSecret>): void {
  const note = (secret: FoundSecret) => found.set(`${secret.what} ${secret.text}`, secret);
  const opened = depth > deepest ? undefined : openText(text);
  const isEncoded = opened !== undefined && typeof opened.inside === 'string';
  if (!isEncoded) for (const secret of secretsIn(text)) note(secret);
  if (opened === undefined) {
    for (const { what, pattern, isReal } of personalPatterns) {
      for (const [match] of text.matchAll(pattern)) if (isReal(match)) note({ what, text: match });
    }
    return;
  }
  // A list of what is left to visit, since bodies may be nested deeper than the call stack.
  const left: unknown[] = [opened.inside];
  for (let value = left.pop(); value !== undefined; value = left.pop()) {
    if (typeof value === 'string') collect(value, depth + 1, found);
    else if (typeof value === 'object' && value !== null)
      for (const item of Object.values(value)) left.push(item ?? null);
  }
}
