import { expect, test } from 'vitest';
import { checkWebAnswer, type WebAnswer, webAnswerRules } from '../../src/responses/index.js';

const encoder = new TextEncoder();

function answer(body: string | Uint8Array, headers: WebAnswer['headers'] = []): WebAnswer {
  return { status: 200, headers, body: typeof body === 'string' ? encoder.encode(body) : body };
}

const rulesOf = (given: WebAnswer, keys?: readonly string[]) =>
  checkWebAnswer(given, keys && { keys }).map(({ rule, severity }) => `${severity} ${rule}`);

test.each<[what: string, given: WebAnswer, rules: string[]]>([
  ['nothing', answer(''), []],
  ['text with cookies', answer('hello', [['set-cookie', 'a=1; Expires=Thu, 01 Jan 2026 00:00:00 GMT']]), []],
  ['4 KB of headers', answer('', [['x-all', 'a'.repeat(4091)]]), []],
  ['a byte more', answer('', [['x-all', 'a'.repeat(4092)]]), ['error web-answer/headers-size']],
  [
    'a byte more in two headers of one name',
    answer('', [
      ['a', 'a'.repeat(2047)],
      ['a', 'a'.repeat(2048)],
    ]),
    ['error web-answer/headers-size'],
  ],
  ['6 MB of body', answer(new Uint8Array(6 * 1024 * 1024)), []],
  ['a byte more', answer(new Uint8Array(6 * 1024 * 1024 + 1)), ['error web-answer/body-size']],
  ['a key in the body', answer('{"key":"EXAMPLE-KEY-0001"}'), ['error web-answer/keys']],
  ['a key in a header', answer('', [['x-debug', 'id AKID-EXAMPLE-0001']]), ['error web-answer/keys']],
  ['the name of a key', answer('X-Scf-Secret-Key is not for you'), []],
  ['two cookies in one', answer('', [['Set-Cookie', 'a=1, b=2']]), ['warning web-answer/set-cookie-joined']],
  [
    'another of a long name',
    answer('', [['set-cookie', 'a=1,session=2']]),
    ['warning web-answer/set-cookie-joined'],
  ],
  ['what looks like cookies', answer('', [['x-list', 'a=1, b=2']]), []],
  ['a name that is no ASCII', answer('', [['x-name', '王']]), ['warning web-answer/header-ascii']],
])('%s', (_, given, rules) => {
  expect(rulesOf(given)).toEqual(rules);
});

test('the keys are those that were sent', () => {
  expect(rulesOf(answer('own-key'), ['own-key', ''])).toEqual(['error web-answer/keys']);
  expect(rulesOf(answer('EXAMPLE-KEY-0001'), ['own-key', ''])).toEqual([]);
});

test('every rule says in a sentence what holds', () => {
  for (const { holds, source } of webAnswerRules) {
    expect(holds).toMatch(/^[A-Z].*\.$/);
    expect(source).toMatch(/^https:/);
  }
});

test('each says where, what and what to do', () => {
  const wrong = answer('EXAMPLE-KEY-0001'.padEnd(6 * 1024 * 1024 + 1), [
    ['x-all', 'a'.repeat(4096)],
    ['x-debug', 'EXAMPLE-KEY-0001'],
    ['set-cookie', 'a=1, b=2'],
    ['x-name', '王'],
  ]);
  const said = checkWebAnswer(wrong).map(
    ({ path, expected, received, hint }) => `${path.join('.')}: ${expected}; ${received}; ${hint}`,
  );
  expect(said).toMatchInlineSnapshot(`
    [
      "headers: names and values of 4096 bytes at most; 4149 bytes; put large values into the body",
      "body: 6291456 bytes at most; 6291457 bytes, for which the platform answers 410; put it into COS and redirect there",
      "headers.x-debug: nothing of the keys that came with the request; a key of the role; never send the headers of a request back",
      "body: nothing of the keys that came with the request; a key of the role; never send the headers of a request back",
      "headers.set-cookie: one cookie in each header; "a=1, b=2"; set the header once for each cookie",
      "headers.x-name: printable ASCII; "王"; encodeURIComponent what is not",
    ]
  `);
});
