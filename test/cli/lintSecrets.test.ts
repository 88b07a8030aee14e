import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { realIn } from '../../cli/secrets/realIn.js';
import { Redactor } from '../../cli/secrets/redactor.js';
import { check, edgeCases, samples, triggers } from '../../src/index.js';
import { casesToTry, isNightly } from '../nightly.js';
import { runCli, temporaryDirectory } from './runCli.js';

/** Longer edge cases repeat one word to fill the largest events, which takes seconds to look through. */
const maxByDay = 100_000;

describe.each(triggers.map((trigger) => [trigger.name, trigger] as const))('%s', (_name, trigger) => {
  test('has nothing that looks real in its events, nor in its edge cases', () => {
    const texts = [
      ...[...samples(trigger, { count: casesToTry(4, 60) })].map((event) => JSON.stringify(event, null, 2)),
      ...edgeCases(trigger).flatMap(({ text }) => (isNightly || text.length < maxByDay ? [text] : [])),
    ];
    const found = texts
      .flatMap((text) => realIn(text))
      .map(({ what, text }) => `${what}: ${text.slice(0, 80)}`);
    expect([...new Set(found)].slice(0, 10)).toEqual([]);
  });

  test('keeps everything but cookies and ids when events are redacted, and is still valid', () => {
    const redactor = new Redactor();
    const withoutCookies = (event: unknown) =>
      withoutIds(JSON.stringify(event).replaceAll(/"cookie":"[^"]*"/gi, ''));
    for (const event of samples(trigger, { count: casesToTry(4, 60) })) {
      const redacted = redactor.event(event);
      expect(withoutCookies(redacted)).toBe(withoutCookies(event));
      expect(new Redactor().event(redacted)).toEqual(redacted);
      expect(check(trigger, redacted, { strict: true })).toEqual([]);
    }
  });
});

/** An event as text, without the ids that import promises to replace: of accounts, requests and connections. */
function withoutIds(event: string): string {
  const requests = /"(?:requestId|x-api-requestid|x-cos-request-id|x-scf-request-id)":"([^"]+)"/gi;
  const known = [...event.matchAll(requests)].map(([, id]) => id as string);
  const anonymous = known.reduce((text, id) => text.replaceAll(id, 'id'), event);
  return anonymous
    .replaceAll(/"secConnectionID":"[^"]+"/g, '')
    .replaceAll(/(?<=["/:-]|uid)1(?:2[5-9]|3\d)\d{7}(?=["/:.,-])/g, 'account');
}

const base64 = (text: string) => Buffer.from(text).toString('base64');
const word = 'abcdefghijklmnopqrstuvwxyz012345';
const key = (name: string) => `-----BEGIN ${name}-----\nMIIB\n-----END ${name}-----`;

describe('Redactor', () => {
  test.each([
    ['an id', { a: `AKID${word}` }, { a: 'AKID-EXAMPLE-0001' }],
    ['an id by its name', { secretId: 'IKIDxyz' }, { secretId: 'AKID-EXAMPLE-0001' }],
    ['a bearer token', { Authorization: `Bearer ${word}` }, { Authorization: 'Bearer example-1' }],
    ...['Bearer', 'bearer', 'BEARER', 'Basic'].flatMap((scheme): [string, object, object][] => [
      [`${scheme} in a text`, { log: `sent ${scheme} ${word}.` }, { log: `sent ${scheme} example-1` }],
      [`a short ${scheme}`, { log: `${scheme} dXNlcjpw` }, { log: `${scheme} example-1` }],
    ]),
    ...[
      ...['token', 'id_token', 'secret', 'passwd', 'apikey', 'api-key', 'api_key'],
      ...[
        'accessKey',
        'access-key',
        'access_key',
        'signature',
        'credential',
        'credentials',
        'x-cos-security-token',
      ],
    ].map((name): [string, object, object] => [
      `a field named ${name}`,
      { [name]: 'p w' },
      { [name]: 'example-1' },
    ]),
    ...['authorization', 'Proxy-Authorization'].map((name): [string, object, object] => [
      `a field named ${name}, its scheme kept`,
      { [name]: 'Digest p' },
      { [name]: 'Digest example-1' },
    ]),
    ['a field named sign', { sign: 'p w', signs: 'p w' }, { sign: `${'0'.repeat(31)}1`, signs: 'p w' }],
    ['an API key', { log: `key sk-${'a1'.repeat(10)}` }, { log: 'key sk-example-1' }],
    [
      'numbers of telephones by their names',
      { mobile: 13912345678, tel: 13912345679, total: 13912345678 },
      { mobile: 13900000001, tel: 13900000002, total: 13912345678 },
    ],
    [
      'a token behind a byte order mark',
      { body: base64('\ufeffaccess_token=abc') },
      { body: base64('\ufeffaccess_token=example-1') },
    ],
    ...[
      '172.15.0.1',
      '172.32.0.1',
      '169.253.0.1',
      '100.63.0.1',
      '100.128.0.1',
      '192.167.0.1',
      '223.0.0.1',
    ].map((address): [string, object, object] => [
      address,
      { a: `from ${address}` },
      { a: 'from 192.0.2.1' },
    ]),
    ['the last address', { a: '11.255.255.255' }, { a: '192.0.2.1' }],
    [
      'a q-sign',
      { Authorization: `q-sign-algorithm=sha1&q-ak=AKID${word}&q-sign-time=1;2&q-signature=0123abc` },
      {
        Authorization: 'q-sign-algorithm=sha1&q-ak=AKID-EXAMPLE-0001&q-sign-time=1;2&q-signature=example-2',
      },
    ],
    [
      'a TC3 signature',
      {
        authorization: `TC3-HMAC-SHA256 Credential=AKID${word}/2026-01-01/scf/tc3_request, Signature=${'0a'.repeat(32)}`,
      },
      {
        authorization:
          'TC3-HMAC-SHA256 Credential=AKID-EXAMPLE-0001/2026-01-01/scf/tc3_request, Signature=example-2',
      },
    ],
    [
      'cookies',
      { cookie: 'sid=abc; theme=dark; again=abc' },
      { cookie: 'sid=example-1; theme=example-2; again=example-1' },
    ],
    ['a web token', { log: `got eyJ${word}.eyJ${word}.${word}!` }, { log: 'got example.jwt.1!' }],
    ['a key', { pem: key('PRIVATE KEY') }, { pem: 'EXAMPLE KEY 1' }],
    [
      'a password in JSON in a string',
      { body: '{"password":"p w","n":1}' },
      { body: '{"password":"example-1","n":1}' },
    ],
    [
      'a password in a form',
      { body: 'user=1&password=p%20w&a=b' },
      { body: 'user=1&password=example-1&a=b' },
    ],
    [
      'environment variables',
      { log: 'SECRETID=IKIDx TENCENTCLOUD_SECRETKEY=abc' },
      { log: 'SECRETID=example-1 TENCENTCLOUD_SECRETKEY=example-2' },
    ],
    ['a number that is a password', { password: 12345678 }, { password: 1 }],
    ['what stands below a secret', { token: { value: 'abc' } }, { token: { value: 'example-1' } }],
    ['a token in Base64', { body: base64('access_token=abc') }, { body: base64('access_token=example-1') }],
    [
      'e-mail addresses',
      { a: 'Ann@shop.cn, bob@shop.cn', b: 'ann%40shop.cn' },
      { a: 'user1@example.com, user2@example.com', b: 'user1%40example.com' },
    ],
    [
      'addresses',
      { a: '8.8.8.8', b: 'http://8.8.4.4:80/', c: '8.8.8.8, 10.0.0.1' },
      { a: '192.0.2.1', b: 'http://192.0.2.2:80/', c: '192.0.2.1, 10.0.0.1' },
    ],
    ['IPv6 addresses', { a: '2408:8000::1', b: 'fe80::1 ::1' }, { a: '2001:db8::1', b: 'fe80::1 ::1' }],
    [
      'telephone numbers',
      { a: 'call 13912345678', b: '+86 139 1234 5678', phone: 13912345678 },
      { a: 'call 13900000001', b: '+86 139 0000 0002', phone: 13900000001 },
    ],
    [
      '__proto__ as a name',
      JSON.parse('{"__proto__":{"token":"abc"}}'),
      JSON.parse('{"__proto__":{"token":"example-1"}}'),
    ],
    [
      'a word of 32 letters near an id',
      { a: `AKID${word}`, b: word },
      { a: 'AKID-EXAMPLE-0001', b: 'example-id-000000000000000000002' },
    ],
    [
      'the length of a body',
      { headers: { 'Content-Length': '12' }, body: 'password=abc' },
      { headers: { 'Content-Length': '18' }, body: 'password=example-1' },
    ],
  ])('replaces %s', (_name, event, expected) => {
    const redacted = new Redactor().event(event);
    expect(redacted).toEqual(expected);
    expect(realIn(JSON.stringify(redacted))).toEqual([]);
  });

  test.each([
    ['a version', 'Mozilla/5.0 Chrome/120.0.0.0 Safari/537.36'],
    ['a private address', '10.1.2.3 172.16.0.1 192.168.1.1 127.0.0.1 203.0.113.9'],
    ...[
      ...[
        '172.16.0.1',
        '172.17.0.1',
        '172.31.255.255',
        '169.254.0.1',
        '100.64.0.1',
        '100.127.0.1',
        '192.168.0.1',
      ],
      ...['0.0.0.0', '10.255.0.1', '127.0.0.1', '224.0.0.1', '255.255.255.255', '192.0.2.7', '198.51.100.7'],
      ...['256.1.1.1', '1.1.1.256', '1.2.3', '1.2.3.4.5'],
    ].map((address): [string, string] => [address, `from ${address}`]),
    ['an order number', 'order 1391234567890, 20260101139'],
    ['a time', '2026-01-01T00:00:00+08:00 and 1767225600000'],
    ['what is said of a token', 'the token has expired'],
    ['an example', 'ann@example.com'],
    ['an integer above 2^53 in JSON in a string', '{"id":9007199254740993}'],
  ])('keeps %s', (_name, text) => {
    expect(new Redactor().event({ text })).toEqual({ text });
  });

  test('opens what is packed, and packs it again', () => {
    const line = JSON.stringify({ user: 'ann@shop.cn', token: word });
    const event = {
      clslogs: { data: gzipSync(JSON.stringify({ records: [{ content: line }] })).toString('base64') },
    };
    const redacted = new Redactor().event(event) as typeof event;
    const decoded = JSON.parse(gunzipSync(Buffer.from(redacted.clslogs.data, 'base64')).toString());
    expect(JSON.parse(decoded.records[0].content)).toEqual({ user: 'user1@example.com', token: 'example-1' });
  });
});

describe('lint-secrets', () => {
  const directory = (files: Record<string, string>) => {
    const cwd = temporaryDirectory();
    mkdirSync(join(cwd, 'fixtures'));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(cwd, 'fixtures', name), text);
    return cwd;
  };

  test('is content with what gen makes', async () => {
    const cwd = temporaryDirectory();
    await runCli(['gen', 'all', '--count', '3'], { cwd });
    const { stdout, stderr, exitCode } = await runCli(['lint-secrets', 'fixtures'], { cwd });
    expect([stdout, stderr, exitCode]).toEqual([
      '',
      `Looked into ${3 * triggers.length} files: 0 values that look real.\n`,
      0,
    ]);
  });

  test('names what looks real without showing it', async () => {
    const packed = gzipSync(JSON.stringify({ records: [{ content: 'from ann@shop.cn' }] })).toString(
      'base64',
    );
    const cwd = directory({
      'a.json': JSON.stringify({ secret: `AKID${word}`, ip: '8.8.8.8' }, null, 2),
      'b.json': JSON.stringify({ clslogs: { data: packed } }),
      'c.json': JSON.stringify({ fine: true }),
    });
    const { stdout, stderr, exitCode } = await runCli(['lint-secrets', 'fixtures'], { cwd });
    expect(exitCode).toBe(1);
    expect(stdout).toMatchInlineSnapshot(`
      "fixtures/a.json: a SecretId: "AKIDab…"
      fixtures/a.json: a password: "secret…"
      fixtures/a.json: a public IP address: "8.…"
      fixtures/b.json: an e-mail address: "ann…"
      "
    `);
    expect(stderr).toMatchInlineSnapshot(`
      "Looked into 3 files: 4 values that look real.
      "
    `);
    const json = await runCli(['lint-secrets', '--json', 'fixtures'], { cwd });
    expect(json.exitCode).toBe(1);
    expect(JSON.parse(json.stdout)).toMatchObject({ files: 3, findings: { length: 4 } });
  });

  test.each([
    [['lint-secrets', 'none'], 'Cannot open'],
    [['lint-secrets', '.'], 'Cannot look for secrets in .: the directory holds no file.'],
    [['lint-secrets'], "Missing required argument 'paths'"],
  ])('refuses %j in one sentence', async (args, said) => {
    const { stderr, exitCode } = await runCli(args, { cwd: temporaryDirectory() });
    expect([exitCode, stderr.includes(said), stderr.trim().split('\n').length]).toEqual([2, true, 1]);
  });
});
