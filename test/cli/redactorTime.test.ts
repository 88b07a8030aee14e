import { expect, test } from 'vitest';
import { Redactor } from '../../cli/secrets/redactor.js';
import { casesToTry, rowsToTry } from '../nightly.js';

/** Texts on which an expression that is not linear loses its way, by what is repeated in them. */
const repeated = [
  ' ',
  '\t\n',
  'Bearer ',
  'Bearer\t',
  'eyJ-',
  'eyJ.eyJ.',
  'AKID',
  'AKID-',
  'sk-',
  '-----BEGIN A-----',
  '-----BEGIN ',
  '-----END ',
  'password',
  'password ',
  'token=',
  'token:"',
  '"token\\',
  '密码',
  '令口',
  'a@',
  'a.',
  'a@a.',
  '1.',
  '1:',
  '1 ',
  '1-',
  '139 ',
  '1234 ',
  '%41',
  '&a=',
  '?a=%',
  'cookie: ',
  'cookie=a;',
  '<a ',
  '<a>',
  'a://',
  'a://b:',
  'name="',
  'form-data; name="password"\r\n',
  'curl -u a:',
  'mysql -p ',
  ' --a ',
  'a-',
  'gla-',
  'requestid:',
  'x',
  'xY0-',
  '{"a":',
  '[',
  '\\"',
];

const seconds = (text: string) => {
  const start = process.cpuUsage();
  new Redactor().text(text);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
};

const letters = casesToTry(50_000, 100_000);
const plain = 'harmless text '.repeat(letters / 14);
/** What the plain one takes on this machine; the first time is that of code that is not compiled yet. */
const ofPlain = Math.max(seconds(plain), seconds(plain));

test.each(repeated.map((part) => [JSON.stringify(part), part] as const))(
  'a long text of %s takes a small multiple of what a plain one takes, and a little',
  (_name, part) => {
    expect(seconds(part.repeat(letters / part.length))).toBeLessThan(40 * ofPlain + 0.5);
  },
);

test.each(rowsToTry(['a', '中', '😀', ' ', '1', '\\'], 1))(
  'a text of 6 MB of %j takes no more memory than an expression has',
  (letter) => {
    const text = letter.repeat(6_400_000 / letter.length);
    expect(new Redactor().text(text)).toBe(text);
  },
);

test('a long text between bytes that are no text, in Base64, is gone through', () => {
  const letters = Buffer.alloc(casesToTry(640_000, 6_400_000), 'harmless text ');
  const base64 = Buffer.concat([Buffer.from([0xff, 0xd8, 0x00]), letters, Buffer.from([0xff])]).toString(
    'base64',
  );
  expect(new Redactor().text(JSON.stringify({ image: base64 }))).toBe(JSON.stringify({ image: base64 }));
});
