import { expect, test } from 'vitest';
import { visible } from '../../src/index.js';

test.each([
  ['\ufeffid', '\\ufeffid'],
  ['a\u202egnp.exe\u202c', 'a\\u202egnp.exe\\u202c'],
  ['a\u200bb\u200dc\u2060\u00ad', 'a\\u200bb\\u200dc\\u2060\\u00ad'],
  ['\u0000\u001b[31m\u009b\u007f\r', '\\u0000\\u001b[31m\\u009b\\u007f\\u000d'],
  ['half \ud83d and \udca9', 'half \\ud83d and \\udca9'],
  ['line\u2028para\u2029', 'line\\u2028para\\u2029'],
  ['tag \u{e0041}', 'tag \\udb40\\udc41'],
])('%j is written as %j, which JSON reads as the same', (text, shown) => {
  expect(visible(text)).toBe(shown);
  expect(JSON.parse(visible(`"${JSON.stringify(text).slice(1, -1)}"`))).toBe(text);
});

test.each(['价格：12 元\n\tok', '👨‍👩‍👧 ❤️ 👍🏽', 'مرحبا', 'é ñ ü', 'a\u3000b'])(
  '%j stays as it is',
  (text) => {
    expect(visible(text)).toBe(text);
  },
);
