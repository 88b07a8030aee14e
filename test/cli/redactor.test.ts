import { describe, expect, test } from 'vitest';
import { Redactor } from '../../cli/secrets/redactor.js';

const redacted = (event: unknown) => new Redactor().event(event);
const letters = 'abcdefghijklmnopqrstuvwxyz012345';

describe('the whole value goes of a field named', () => {
  test.each([
    'authorization',
    'Authorization',
    'proxy-authorization',
    'token',
    'x-access-token',
    'secret',
    'clientSecret',
    'password',
    'passwd',
    'passwordHash',
    'apikey',
    'api-key',
    'x_api_key',
    'accessKey',
    'access-key',
    'access_key',
    'signature',
    'credential',
    'credentials',
  ])('%s', (name) => {
    expect(redacted({ [name]: 'dog' })).toEqual({ [name]: 'example-1' });
  });

  test.each(['sign', 'Sign'])('%s, which keeps its 32 characters', (name) => {
    expect(redacted({ [name]: 'dog' })).toEqual({ [name]: '00000000000000000000000000000001' });
  });

  test.each(['secretId', 'secret-id', 'SECRET_ID', 'TENCENTCLOUD_SECRETID'])(
    '%s, which stays an id',
    (name) => {
      expect(redacted({ [name]: 'dog' })).toEqual({ [name]: 'AKID-EXAMPLE-0001' });
    },
  );
});

test.each(['author', 'design', 'signs', 'tok', 'api', 'key', 'access', 'pass'])(
  'a field named %s keeps its value',
  (name) => {
    expect(redacted({ [name]: 'dog' })).toEqual({ [name]: 'dog' });
  },
);

describe('below a field named as a secret', () => {
  test('every text and number goes, in lists and objects as well', () => {
    expect(redacted({ secrets: { a: 'dog', b: ['cat', 5], c: { d: 'dog', e: null, f: true } } })).toEqual({
      secrets: { a: 'example-1', b: ['example-2', 3], c: { d: 'example-1', e: null, f: true } },
    });
  });

  test.each(['', '   ', 'example-4', 'example', 'AKID-EXAMPLE-0007', 'sk-example-3', 'example.jwt.2'])(
    'what is empty or a fake stays: "%s"',
    (value) => {
      expect(redacted({ token: value })).toEqual({ token: value });
    },
  );

  test.each(['example-4 and more', 'my example-4', 'example-x', 'examples'])('"%s" is no fake', (value) => {
    expect(redacted({ token: value })).toEqual({ token: 'example-1' });
  });
});

describe('what is known of the form of a secret stays', () => {
  test.each([
    ['Authorization', 'Bearer dog', 'Bearer example-1'],
    ['authorization', 'Basic  ZG9n', 'Basic  example-1'],
    ['authorization', 'Digest a="b",\nc="d"', 'Digest example-1'],
    ['authorization', 'Bearer example-9', 'Bearer example-9'],
    ['token', 'Bearer dog', 'example-1'],
    ['authorization', 'dog', 'example-1'],
    ['Cookie', 'a=1; b=2; c=1', 'a=example-1; b=example-2; c=example-1'],
    [
      'Set-Cookie',
      'sid=dog; Path=/; Max-Age=60; SameSite=Lax; HttpOnly',
      'sid=example-1; Path=/; Max-Age=60; SameSite=Lax; HttpOnly',
    ],
    ['set-cookie', 'sid=dog; domain=a.cn; expires=Fri', 'sid=example-1; domain=a.cn; expires=Fri'],
    ['cookie', 'a=; b=example-3', 'a=; b=example-3'],
    ['cookie', 'pathway=dog', 'pathway=example-1'],
    [
      'Authorization',
      'q-sign-algorithm=sha1&q-ak=AKIDdog&q-signature=cafe',
      'q-sign-algorithm=sha1&q-ak=AKID-EXAMPLE-0001&q-signature=example-2',
    ],
    [
      'Authorization',
      'TC3-HMAC-SHA256 Credential=AKIDdogdog/2026-01-01/scf/tc3_request, Signature=0123456789abcdef',
      'TC3-HMAC-SHA256 Credential=AKID-EXAMPLE-0001/2026-01-01/scf/tc3_request, Signature=example-2',
    ],
  ])('in %s: %s', (name, value, kept) => {
    expect(redacted({ [name]: value })).toEqual({ [name]: kept });
  });
});

describe('in a text that is not named', () => {
  test.each([
    [
      '-----BEGIN RSA PRIVATE KEY-----\nabc\n-----END RSA PRIVATE KEY----- and more',
      'EXAMPLE KEY 1 and more',
    ],
    ['-----BEGIN KEY-----\nabc', 'EXAMPLE KEY 1'],
    ['see eyJhbGci.eyJzdWIi.c2ln here', 'see example.jwt.1 here'],
    ['see eyJhbGci.eyJzdWIi here', 'see example.jwt.1 here'],
    ['see xeyJhbGci.eyJzdWIi here', 'see xeyJhbGci.eyJzdWIi here'],
    ['id AKIDabc123', 'id AKID-EXAMPLE-0001'],
    ['id AKIDabc12', 'id AKIDabc12'],
    ['?q-ak=dog&x=1', '?q-ak=AKID-EXAMPLE-0001&x=1'],
    ['?q-signature=dog&x=1', '?q-signature=example-1&x=1'],
    ['Signature=0123456789ABCDEF, x', 'Signature=example-1, x'],
    ['Signature=0123456789ABCDE, x', 'Signature=0123456789ABCDE, x'],
    ['key sk-abcdefghijklmnopqrst', 'key sk-example-1'],
    ['key sk-abcdefghijklmnopqrs', 'key sk-abcdefghijklmnopqrs'],
    ['Bearer abcdefghijklmnopqrst', 'Bearer example-1'],
    ['bearer abcdeF', 'bearer example-1'],
    ['BEARER 12345a', 'BEARER example-1'],
    ['Basic abcde=', 'Basic example-1'],
    ['Bearer abcdef', 'Bearer abcdef'],
    ['Bearer abcD1', 'Bearer abcD1'],
    ['secret=dog', 'secret=example-1'],
    ['token: dog, more', 'token: example-1, more'],
    ['"password" : "dog"', '"password" : "example-1"'],
    ['\\"passwd\\":\\"dog\\"', '\\"passwd\\":\\"example-1\\"'],
    ['API_KEY=dog&x', 'API_KEY=example-1&x'],
    ['apikey=dog', 'apikey=example-1'],
    ['secretKey=dog', 'secretKey=example-1'],
    ['secret-id=dog', 'secret-id=example-1'],
    ['access-key=dog', 'access-key=example-1'],
    ['sessionid=dog', 'sessionid=example-1'],
    ['token=null', 'token=null'],
    ['token=true', 'token=true'],
    ['token=false', 'token=false'],
    ['token=nullable', 'token=example-1'],
    ['token=example-7', 'token=example-7'],
    ['from 8.8.8.8 to 10.0.0.1', 'from 192.0.2.1 to 10.0.0.1'],
    ['Ann@corp.cn, ann@corp.cn, ann%40corp.cn', 'user1@example.com, user1@example.com, user1%40example.com'],
  ])('%s becomes %s', (text, becomes) => {
    expect(redacted({ text })).toEqual({ text: becomes });
    expect(redacted({ text: [text] })).toEqual({ text: [becomes] });
  });

  test.each([
    ['{"token":"dog","n":1}', '{"token":"example-1","n":1}'],
    [Buffer.from('token=dog').toString('base64'), Buffer.from('token=example-1').toString('base64')],
    ['{ "n": 1 }', '{ "n": 1 }'],
  ])('what is encoded is opened: %s becomes %s', (text, becomes) => {
    expect(redacted({ text })).toEqual({ text: becomes });
  });
});

describe('a number', () => {
  test.each([
    ['password', 1234, 1],
    ['secretNumber', 1234, 1],
    ['phone', 13_812_345_678, 13_800_000_001],
    ['mobileNumber', 13_812_345_678, 13_800_000_001],
    ['tel', 13_812_345_678, 13_800_000_001],
    ['telemetry', 13_812_345_678, 13_812_345_678],
    ['hotel', 13_812_345_678, 13_812_345_678],
    ['phone', 999_999_999, 999_999_999],
    ['phone', 1_000_000_000, 1_000_000_001],
    ['size', 13_812_345_678, 13_812_345_678],
  ])('named %s: %i becomes %i', (name, value, becomes) => {
    expect(redacted({ [name]: value })).toEqual({ [name]: becomes });
    expect(redacted({ [name]: [value] })).toEqual({ [name]: [becomes] });
  });
});

describe('a word of 32 letters and digits', () => {
  test.each(['tencent', 'AKID-EXAMPLE-0001'])('goes near %s', (near) => {
    expect(redacted({ near, id: letters })).toEqual({ near, id: 'example-id-000000000000000000001' });
  });

  test.each([
    ['far from any id', { near: 'tencen', id: letters }],
    ['of 33 characters', { near: 'tencent', id: `${letters}6` }],
    ['of zeros and a number', { near: 'tencent', id: '00000000000000000000000000000012' }],
  ])('stays %s', (_where, event) => {
    expect(redacted(event)).toEqual(event);
  });
});

describe('one redactor', () => {
  test('gives equal values equal fakes, in whatever place they stand', () => {
    expect(
      redacted({ token: 'dog', cookie: 'sid=dog', text: 'token=dog', other: { secret: 'cat' } }),
    ).toEqual({
      token: 'example-1',
      cookie: 'sid=example-1',
      text: 'token=example-1',
      other: { secret: 'example-2' },
    });
  });

  test('goes on numbering in the next event, and counts different values by what they were', () => {
    const redactor = new Redactor();
    redactor.event({ token: 'dog', ip: '8.8.8.8' });
    expect(redactor.event({ token: 'cat', secretId: 'dog', ip: '8.8.4.4 and 8.8.8.8', sign: 'cow' })).toEqual(
      {
        token: 'example-2',
        secretId: 'AKID-EXAMPLE-0001',
        ip: '192.0.2.2 and 192.0.2.1',
        sign: '00000000000000000000000000000003',
      },
    );
    expect(redactor.counts).toEqual({ 'a token': 2, 'a public IP address': 2, 'a signature': 1 });
  });

  test.each([
    ['a password', { password: 1234 }],
    ['a cookie', { cookie: 'a=dog' }],
    ['a SecretId', { secretId: 'dog' }],
    ['a token', { token: 'dog' }],
    ['a signature', { sign: 'dog' }],
    ['a private key', { text: '-----BEGIN KEY-----' }],
    ['a JSON Web Token', { text: 'eyJhbGci.eyJzdWIi.c2ln' }],
    ['an API key', { text: 'sk-abcdefghijklmnopqrst' }],
    ['a telephone number', { phone: 13_812_345_678 }],
    ['an id of 32 letters and digits', { near: 'tencent', id: letters }],
  ])('calls it %s', (what, event) => {
    const redactor = new Redactor();
    redactor.event(event);
    expect(redactor.counts).toEqual({ [what]: 1 });
  });

  test('takes no name for that of a prototype', () => {
    const event = JSON.parse('{"__proto__":{"token":"dog"}}');
    expect(JSON.stringify(redacted(event))).toBe('{"__proto__":{"token":"example-1"}}');
  });

  test.each([
    ['a text', 'token=dog', 'token=example-1'],
    ['null', null, null],
    ['a list', ['token=dog'], ['token=example-1']],
  ])('takes an event that is %s', (_what, event, becomes) => {
    expect(redacted(event)).toEqual(becomes);
  });
});

describe('the length of a body that has changed', () => {
  const body = '{"token":"你好"}';
  const becomes = '{"token":"example-1"}';
  const base64 = (text: string) => Buffer.from(text).toString('base64');

  test.each([
    [
      'as text',
      { headers: { 'Content-Length': '18' }, body },
      { headers: { 'Content-Length': '21' }, body: becomes },
    ],
    [
      'of what its Base64 stands for',
      { headers: { 'content-length': '18' }, body: base64(body) },
      { headers: { 'content-length': '21' }, body: base64(becomes) },
    ],
    [
      'as a number',
      { headers: { 'content-length': 18 }, payload: body },
      { headers: { 'content-length': '21' }, payload: becomes },
    ],
    [
      'of a body that is an object',
      { headers: { 'content-length': '15' }, body: { token: 'dog' } },
      { headers: { 'content-length': '21' }, body: { token: 'example-1' } },
    ],
  ])('is mended %s', (_how, event, mended) => {
    expect(redacted(event)).toEqual(mended);
  });

  test.each([
    [
      'it was another one before',
      { headers: { 'content-length': '19' }, body },
      { headers: { 'content-length': '19' }, body: becomes },
    ],
    [
      'the header is another one',
      { headers: { 'x-content-length': '18' }, body },
      { headers: { 'x-content-length': '18' }, body: becomes },
    ],
    [
      'nothing changed',
      { headers: { 'content-length': '18' }, body: 'hi' },
      { headers: { 'content-length': '18' }, body: 'hi' },
    ],
    ['there are no headers', { headers: 5, body }, { headers: 5, body: becomes }],
  ])('stays where %s', (_why, event, left) => {
    expect(redacted(event)).toEqual(left);
  });
});
