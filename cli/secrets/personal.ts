import { isIPv6 } from 'node:net';

/** A way to reach a person or a machine, and how to write one that nobody has. */
export interface PersonalPattern {
  readonly what: string;
  readonly pattern: RegExp;
  /** False for what only has the form, and for what nobody has: private addresses, example.com. */
  isReal(match: string): boolean;
  /** The `n`-th one that nobody has, in the shape of a real one. */
  fake(n: number, real: string): string;
}

const exampleDomains = /@(?:[\w-]+\.)*(?:example|test|invalid|localhost)(?:\.(?:com|net|org|cn))?$/i;

const email: PersonalPattern = {
  what: 'an e-mail address',
  pattern:
    /(?<![\w.+-])[A-Za-z0-9][\w.+-]{0,63}(?:@|%40)(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24}(?![\w@])/g,
  isReal: (match) => !exampleDomains.test(match.replace('%40', '@')),
  fake: (n, real) => `user${n}${real.includes('%40') ? '%40' : '@'}example.com`,
};

const documentationNets = ['192.0.2', '198.51.100', '203.0.113'];
const hostsPerNet = 254;

/** Not after a letter and a slash, since `Chrome/120.0.0.0` is a version. */
const ipv4: PersonalPattern = {
  what: 'a public IP address',
  pattern: /(?<![\w.-]|[A-Za-z]\/)(?:\d{1,3}\.){3}\d{1,3}(?![\w-]|\.\d)/g,
  isReal(match) {
    const [a = 0, b = 0, c = 0, d = 0] = match.split('.').map(Number);
    if ([a, b, c, d].some((byte) => byte > 255) || documentationNets.includes(`${a}.${b}.${c}`)) return false;
    const isSpecial = a === 0 || a === 10 || a === 127 || a >= 224;
    const isPrivate = (a === 172 && b >= 16 && b < 32) || (a === 192 && b === 168);
    return !isSpecial && !isPrivate && !(a === 169 && b === 254) && !(a === 100 && b >= 64 && b < 128);
  },
  fake(n) {
    const net = documentationNets[Math.floor((n - 1) / hostsPerNet)];
    if (net !== undefined) return `${net}.${((n - 1) % hostsPerNet) + 1}`;
    return `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`;
  },
};

const ipv6: PersonalPattern = {
  what: 'a public IP address',
  pattern: /(?<![\w:.])(?:[0-9a-f]{1,4}:){1,7}(?::?[0-9a-f]{1,4}|:)(?::[0-9a-f]{1,4}){0,6}(?![\w:.])/gi,
  isReal: (match) => isIPv6(match) && /^[23][0-9a-f]{3}:/i.test(match) && !/^2001:0?db8:/i.test(match),
  fake: (n) => `2001:db8::${n.toString(16)}`,
};

/** A Chinese mobile number, or any with a country code; what ours have is a run of zeros before their last digits. */
export const phone: PersonalPattern = {
  what: 'a telephone number',
  pattern:
    /(?<![\w.+-])(?:(?:\+?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}|\+[1-9]\d{0,2}[ -]?\d(?:[ -]?\d){6,11})(?![\w.]|-\d)/g,
  isReal: (match) => !/0{4}\d{4}$/.test(match.replaceAll(/[ -]/g, '')),
  fake(n, real) {
    const digits = real.replaceAll(/\D/g, '');
    const kept = digits.slice(0, digits.length - 8);
    const faked = kept + String(n).padStart(8, '0');
    let at = 0;
    return real.replaceAll(/\d/g, () => faked[at++] ?? '0');
  },
};

/** E-mail addresses, public IP addresses and telephone numbers. */
export const personalPatterns: readonly PersonalPattern[] = [email, ipv4, ipv6, phone];
