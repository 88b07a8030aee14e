import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { secretsIn } from '../cli/secrets/scanners.js';
import { edgeCases, samples, triggers } from '../src/index.js';
import { casesToTry } from './nightly.js';

function found(text: string): string[] {
  return secretsIn(text).map(({ what, text: match }) => `${what}: ${match.slice(0, 160)}`);
}

/** Events of more letters repeat what they hold; they are read at night. */
const maxLetters = casesToTry(200_000, Number.POSITIVE_INFINITY);
const letters = 'abcdefghijklmnopqrstuvwxyz012345';

test.each([
  ['a SecretId', `AKID${letters}`],
  ['a SecretId', `q-ak=AKID${letters.slice(0, 10)}`],
  ['a SecretId', 'AKID-0123456789-abcdef'],
  [
    'a word of 32 letters and digits near an id or the word tencent',
    `"tdmq.cloud.tencent","id":"${letters}"`,
  ],
  ['a word of 32 letters and digits near an id or the word tencent', `${letters} AKID-EXAMPLE-0001`],
  ['a JSON Web Token', `eyJ${letters}.eyJ${letters}.${letters}`],
  ['an API key', `sk-${letters}`],
  ['a bearer token', `"authorization":"Bearer ${letters}"`],
  ['a password', '{"password":"correct-horse"}'],
  ['a password', '{"Message":"{\\"token\\":\\"correct-horse\\"}"}'],
  ['a password', 'access_token=abcdefghijkl'],
  ['a private key', '-----BEGIN RSA PRIVATE KEY-----'],
])('finds %s where there is one', (name, text) => {
  expect(found(text).map((line) => line.split(':')[0])).toContain(name);
});

describe.each(triggers.map((trigger) => [trigger.name, trigger] as const))('%s', (_name, trigger) => {
  test('has no secret in its fixtures', () => {
    const hits = [...samples(trigger, { count: casesToTry(100, 500) })].flatMap((event) =>
      found(JSON.stringify(event)),
    );
    expect([...new Set(hits)].slice(0, 5)).toEqual([]);
  });

  test('has no secret in its edge cases', () => {
    const texts = edgeCases(trigger).filter(({ text }) => text.length < maxLetters);
    const hits = texts.flatMap((edge) => found(edge.text).map((hit) => `${edge.name}: ${hit}`));
    expect(hits).toEqual([]);
  });
});

const templates = fileURLToPath(new URL('../templates/', import.meta.url));
const files = readdirSync(templates, { recursive: true, withFileTypes: true }).filter((entry) =>
  entry.isFile(),
);

test.each(files.map((entry) => relative(templates, join(entry.parentPath, entry.name))))(
  'has no secret in the template %s',
  (name) => {
    expect(found(readFileSync(join(templates, name), 'utf8'))).toEqual([]);
  },
);
