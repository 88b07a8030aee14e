import { hasFake } from './fakes.js';
import { idSorts } from './ids.js';
import { Redactor, type Replaced } from './redactor.js';
import { type FoundSecret, secretsIn } from './scanners.js';

/** What import replaces although nobody need worry about it in a fixture: any id will do, and so will any cookie. */
const harmless = new Set(['a cookie', 'an id of 32 letters and digits', ...idSorts.map(({ what }) => what)]);

/** What looks like a real secret or a real person's in a text, also inside the JSON, Base64 and gzip in it. */
export function realIn(text: string): FoundSecret[] {
  const scanned = new Map<string, FoundSecret>();
  const replaced = new Map<string, FoundSecret>();
  const note = (found: Map<string, FoundSecret>, secret: FoundSecret) =>
    found.set(`${secret.what} ${secret.text}`, secret);
  const redactor = new Redactor({
    onText: (part) => {
      for (const secret of secretsIn(part)) if (!hasFake(secret.text)) note(scanned, secret);
    },
    onReplaced: (value: Replaced) => {
      if (!harmless.has(value.what) && !/^\d{1,3}$/.test(value.text)) note(replaced, value);
    },
  });
  redactor.text(text);
  const told = [...scanned.values()];
  return [
    ...told,
    ...[...replaced.values()].filter((value) => !told.some((one) => one.text.includes(value.text))),
  ];
}
