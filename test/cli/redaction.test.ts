import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { realIn } from '../../cli/secrets/realIn.js';
import { Redactor } from '../../cli/secrets/redactor.js';
import { harmlessTexts } from './harmlessTexts.js';
import { plants } from './plants.js';

/** All that can be read in a text: itself, and what the JSON, the Base64, the gzip and the percent-encoding in it holds. */
function readable(text: string, depth = 0): string[] {
  if (depth > 8) return [text];
  const inner: string[] = [];
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'string') inner.push(value);
    else
      JSON.stringify(value, (name, part: unknown) => {
        inner.push(name);
        if (typeof part === 'string' || typeof part === 'number') inner.push(String(part));
        return part;
      });
  } catch {
    // Not JSON.
  }
  for (const [word] of text.matchAll(/[\w+/=\r\n-]{12,}/g)) {
    const bytes = Buffer.from(word, 'base64');
    inner.push((bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('utf8'));
  }
  try {
    if (text.includes('%')) inner.push(decodeURIComponent(text));
  } catch {
    // Not percent-encoded.
  }
  return [text, ...new Set(inner.filter((part) => part !== text))].flatMap((part, at) =>
    at === 0 ? [part] : readable(part, depth + 1),
  );
}

const isGone = (event: unknown, secret: string) =>
  !readable(JSON.stringify(event)).some((text) => text.includes(secret));

describe('the corpus', () => {
  test('has 105 kinds of plants, all of which can be read before they are redacted, and 50 harmless texts', () => {
    expect(new Set(plants.map(([kind]) => kind)).size).toBeGreaterThanOrEqual(105);
    expect(plants.filter(([, event, secret]) => isGone(event, secret)).map(([kind]) => kind)).toEqual([]);
    expect(new Set(harmlessTexts).size).toBeGreaterThanOrEqual(50);
  });

  test('loses nearly all of its plants: at most 10 of 105 kinds are left', () => {
    const left = plants.filter(([, event, secret]) => !isGone(new Redactor().event(event), secret));
    expect(left.map(([kind]) => kind)).toEqual([]);
  });

  test('keeps nearly all of its harmless texts: at most 2 of 50 are changed', () => {
    const changed = harmlessTexts.filter((text) => new Redactor().text(text) !== text);
    expect(changed).toEqual([]);
  });

  test('leaves nothing that lint-secrets would find', () => {
    const found = plants.map(([kind, event]) => [
      kind,
      realIn(JSON.stringify(new Redactor().event(event), null, 2)).map(
        ({ what, text }) => `${what}: ${text}`,
      ),
    ]);
    expect(found.filter(([, values]) => values?.length !== 0)).toEqual([]);
  });

  test('is redacted once: a second time changes nothing', () => {
    for (const [, event] of plants) {
      const redacted = new Redactor().event(event);
      expect(new Redactor().event(redacted)).toEqual(redacted);
    }
  });
});

describe('equal values get equal fakes', () => {
  const secret = 'p@ss/w0rd & more';
  const base64 = (text: string) => Buffer.from(text).toString('base64');

  test('however they are spelled', () => {
    const redacted = new Redactor().event({
      password: secret,
      query: `a=1&password=${encodeURIComponent(secret)}`,
      json: JSON.stringify({ password: secret, time: 1767225600123456 }).replace(':', ' : '),
      packed: base64(JSON.stringify({ password: secret })),
      token: base64(secret),
      xml: '<password>p@ss/w0rd &amp; more</password>',
    });
    expect(redacted).toEqual({
      password: 'example-1',
      query: 'a=1&password=example-1',
      json: '{"password" : "example-1","time":1767225600123456}',
      packed: base64('{"password":"example-1"}'),
      token: 'example-1',
      xml: '<password>example-1</password>',
    });
  });

  test('also where nothing says what they are', () => {
    const word = 'hunter2'.repeat(3);
    expect(
      new Redactor().event({
        token: word,
        path: `/cb/${word}/done`,
        note: base64(`see ${word}`),
        seen: [word],
      }),
    ).toEqual({
      token: 'example-1',
      path: '/cb/example-1/done',
      note: base64('see example-1'),
      seen: ['example-1'],
    });
  });

  test('and so do ids', () => {
    expect(
      new Redactor().event({
        appid: 1_253_987_654,
        bucket: 'photos-1253987654',
        queue: 'qcs:0:scf:ap-beijing:appid/1253987654:a.b.$DEFAULT',
        uin: '100034567890',
        requestId: '7d1f9a52-83bc-4e6f-9a01-6b5c4d3e2f10',
        log: 'RequestId: 7d1f9a52-83bc-4e6f-9a01-6b5c4d3e2f10',
      }),
    ).toEqual({
      appid: 1_250_000_001,
      bucket: 'photos-1250000001',
      queue: 'qcs:0:scf:ap-beijing:appid/1250000001:a.b.$DEFAULT',
      uin: '100000000002',
      requestId: '00000000-0000-4000-8000-000000000001',
      log: 'RequestId: 00000000-0000-4000-8000-000000000001',
    });
  });
});
