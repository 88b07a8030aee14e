import { describe, expect, test } from 'vitest';
import { type PersonalPattern, personalPatterns, phone } from '../../cli/secrets/personal.js';
import { realIn } from '../../cli/secrets/realIn.js';

const email = patternNamed('an e-mail address');
const [ipv4, ipv6] = personalPatterns.filter(({ what }) => what === 'a public IP address') as [
  PersonalPattern,
  PersonalPattern,
];

function patternNamed(name: string): PersonalPattern {
  const found = personalPatterns.find(({ what }) => what === name);
  if (found === undefined) throw new Error(`Cannot find ${name}: there is no such pattern.`);
  return found;
}

/** What is found in a text and is of somebody. */
function realOnes({ pattern, isReal }: PersonalPattern, text: string): string[] {
  return [...text.matchAll(pattern)].map(([match]) => match).filter(isReal);
}

describe('an IPv4 address', () => {
  test.each([
    ['0.1.2.3', false],
    ['1.0.0.1', true],
    ['9.255.255.255', true],
    ['10.0.0.1', false],
    ['11.0.0.1', true],
    ['100.63.255.255', true],
    ['100.64.0.0', false],
    ['100.127.255.255', false],
    ['100.128.0.0', true],
    ['101.64.0.0', true],
    ['126.0.0.1', true],
    ['127.0.0.1', false],
    ['128.0.0.1', true],
    ['169.253.1.1', true],
    ['169.254.1.1', false],
    ['170.254.1.1', true],
    ['172.15.255.255', true],
    ['172.16.0.0', false],
    ['172.31.255.255', false],
    ['172.32.0.0', true],
    ['173.16.0.0', true],
    ['192.0.2.1', false],
    ['192.0.3.1', true],
    ['192.167.1.1', true],
    ['192.168.1.1', false],
    ['193.168.1.1', true],
    ['198.51.100.7', false],
    ['203.0.113.7', false],
    ['223.255.255.255', true],
    ['224.0.0.1', false],
    ['256.1.1.1', false],
    ['1.2.3.255', true],
    ['1.2.3.256', false],
  ])('%s is of somebody: %s', (address, isReal) => {
    expect(realOnes(ipv4, `from ${address}, again`)).toEqual(isReal ? [address] : []);
  });

  test.each([
    ['Chrome/8.8.8.8', []],
    ['http://8.8.8.8/', ['8.8.8.8']],
    ['v8.8.8.8', []],
    ['8.8.8.8.8', []],
    ['-8.8.8.8', []],
    ['8.8.8.8-1', []],
    ['8.8.8.8.', ['8.8.8.8']],
    ['1.1.1.1,8.8.8.8', ['1.1.1.1', '8.8.8.8']],
    ['8.8.8.8888', []],
    ['8888.8.8.8', []],
  ])('is read in %s', (text, found) => {
    expect(realOnes(ipv4, text)).toEqual(found);
  });

  test.each([
    [1, '192.0.2.1'],
    [254, '192.0.2.254'],
    [255, '198.51.100.1'],
    [508, '198.51.100.254'],
    [509, '203.0.113.1'],
    [762, '203.0.113.254'],
    [763, '10.0.2.251'],
    [65_536, '10.1.0.0'],
    [70_000, '10.1.17.112'],
  ])('number %i that nobody has is %s', (n, address) => {
    expect(ipv4.fake(n, '8.8.8.8')).toBe(address);
  });
});

describe('an IPv6 address', () => {
  test.each([
    ['2402:4e00::1', true],
    ['2402:4E00:0:1:2:3:4:5', true],
    ['3ffe:1::1', true],
    ['2001:db8::1', false],
    ['2001:0DB8::1', false],
    ['2001:db9::1', true],
    ['fe80::1', false],
    ['::1', false],
    ['4000::1', false],
    ['20:30:40', false],
  ])('%s is of somebody: %s', (address, isReal) => {
    expect(realOnes(ipv6, `from ${address}, again`)).toEqual(isReal ? [address] : []);
  });

  test('number 17 that nobody has is 2001:db8::11', () => {
    expect(ipv6.fake(17, '2402:4e00::1')).toBe('2001:db8::11');
  });
});

describe('an e-mail address', () => {
  test.each([
    ['ann@corp.cn', ['ann@corp.cn']],
    ['ann%40corp.cn', ['ann%40corp.cn']],
    ['a.b+c-d_e@mail.corp.com.cn', ['a.b+c-d_e@mail.corp.com.cn']],
    ['<ann@corp.cn>', ['ann@corp.cn']],
    ['ann@example.com', []],
    ['ann%40example.com', []],
    ['ann@mail.EXAMPLE.org', []],
    ['ann@mail.example.org', []],
    ['ann@corp.test', []],
    ['ann@corp.invalid', []],
    ['ann@db.localhost', []],
    ['ann@example.cn', []],
    ['ann@example.shop', ['ann@example.shop']],
    ['ann@notexample.com', ['ann@notexample.com']],
    ['ann@example.com.evil.net', ['ann@example.com.evil.net']],
    ['ann@corp', []],
    ['ann@corp.c', []],
    ['ann@corp.c1', []],
    ['@corp.cn', []],
  ])('is found in %s', (text, found) => {
    expect(realOnes(email, text)).toEqual(found);
  });

  test.each([
    ['ann@corp.cn', 'user3@example.com'],
    ['ann%40corp.cn', 'user3%40example.com'],
  ])('of the shape of %s that nobody has is %s', (real, fake) => {
    expect(email.fake(3, real)).toBe(fake);
  });
});

describe('a telephone number', () => {
  test.each([
    ['13812345678', ['13812345678']],
    ['138 1234 5678', ['138 1234 5678']],
    ['138-1234-5678', ['138-1234-5678']],
    ['+8613812345678', ['+8613812345678']],
    ['+86 138 1234 5678', ['+86 138 1234 5678']],
    ['86-13812345678', ['86-13812345678']],
    ['+49 30 1234567', ['+49 30 1234567']],
    ['+1 202-555-0143', ['+1 202-555-0143']],
    ['12812345678', []],
    ['1381234567', []],
    ['138123456789', []],
    ['x13812345678', []],
    ['13812345678.5', []],
    ['13812345678-1', []],
    ['13800000001', []],
    ['+8613800000012', []],
    ['138 0000 0001', []],
    ['13810000001', ['13810000001']],
  ])('is found in %s', (text, found) => {
    expect(realOnes(phone, text)).toEqual(found);
  });

  test.each([
    ['13812345678', '13800000007'],
    ['+86 138-1234-5678', '+86 138-0000-0007'],
    ['+1 202-555-0143', '+1 200-000-0007'],
  ])('of the shape of %s that nobody has is %s', (real, fake) => {
    expect(phone.fake(7, real)).toBe(fake);
    expect(realOnes(phone, fake)).toEqual([]);
  });
});

describe('what is real in a text', () => {
  const base64 = (text: string) => Buffer.from(text).toString('base64');
  const nested = (levels: number) => {
    let text = 'write to ann@corp.cn';
    for (let level = 0; level < levels; level++) text = base64(text);
    return text;
  };

  test.each([
    ['plain text', 'write to ann@corp.cn'],
    ['JSON', '{"list":[null,{"to":"ann@corp.cn"}]}'],
    ['the name of no field, the last of a list', '{"a":null,"b":["x","ann@corp.cn"]}'],
    ['Base64', base64('write to ann@corp.cn')],
    ['JSON in Base64 in JSON', JSON.stringify({ body: base64('{"to":"ann@corp.cn"}') })],
    ['seven layers of Base64', nested(7)],
  ])('is found in %s', (_where, text) => {
    expect(realIn(text)).toEqual([{ what: 'an e-mail address', text: 'ann@corp.cn' }]);
  });

  test('is not looked for below seven layers of Base64', () => {
    expect(realIn(nested(8))).toEqual([]);
  });

  test('is told once for each value', () => {
    expect(
      realIn('{"a":"ann@corp.cn","b":"ann@corp.cn and bob@corp.cn"}')
        .map(({ text }) => text)
        .sort(),
    ).toEqual(['ann@corp.cn', 'bob@corp.cn']);
  });

  test('is a secret as well as a person', () => {
    expect(realIn('{"token":"correct-horse-battery","ip":"8.8.8.8"}').map(({ what }) => what)).toEqual([
      'a password',
      'a public IP address',
    ]);
  });
});
