import { isIPv6 } from 'node:net';
import { isFake } from './fakes.js';

/** A way to reach a person or a machine, and how to write one that nobody has. */
export interface PersonalPattern {
  readonly what: string;
  readonly pattern: RegExp;
  /** False for what only has the form, and for what nobody has: private addresses, example.com. */
  isReal(match: string): boolean;
  /** The `n`-th one that nobody has, in the shape of a real one. */
  fake(n: number, real: string): string;
}

const exampleDomains = /(?:^|\.)(?:example|test|invalid|localhost)(?:\.(?:com|net|org|cn))?$/i;
/** `git@github.com` is the user of a program, `logo@2x.png` a file. */
const programUsers = new Set(['git', 'hg', 'svn', 'root']);
const fileEndings =
  /\.(?:png|jpe?g|gif|webp|svg|ico|bmp|css|js|mjs|cjs|ts|json|html?|map|woff2?|mp[34]|pdf|zip|gz)$/i;

const email: PersonalPattern = {
  what: 'an e-mail address',
  pattern: /(?<![\w.+-])[A-Za-z0-9][\w.+-]*(?:@|%40)[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?![\w@])/g,
  isReal(match) {
    const [user = '', domain = ''] = match.replace('%40', '@').split('@');
    if (user.length > 64 || !/\.[A-Za-z]{2,24}$/.test(domain)) return false;
    return (
      !exampleDomains.test(domain) && !programUsers.has(user) && !isFake(user) && !fileEndings.test(domain)
    );
  },
  fake: (n, real) => `user${n}${real.includes('%40') ? '%40' : '@'}example.com`,
};

const documentationNets = ['192.0.2', '198.51.100', '203.0.113'];
const hostsPerNet = 254;

/** Not after a letter and a slash, since `Chrome/120.0.0.0` is a version. */
const ipv4: PersonalPattern = {
  what: 'a public IP address',
  pattern:
    /(?<![\w.-]|[A-Za-z]\/|\b(?:version|release|build|sdk|ver)["']?[ :=]{1,3}["']?)(?:\d{1,3}\.){3}\d{1,3}(?![\w-]|\.\d)/gi,
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
    /(?<![\w.+-])(?:(?:(?:\+|00)?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}|\+[1-9]\d{0,2}[ -]?\d(?:[ -]?\d){6,11})(?![\w.]|-\d)/g,
  isReal: (match) => !/0{4}(?!0{4})\d{4}$/.test(match.replaceAll(/[ -]/g, '')),
  fake(n, real) {
    const digits = real.replaceAll(/\D/g, '');
    const kept = digits.slice(0, digits.length - 8);
    const faked = kept + String(n).padStart(8, '0');
    let at = 0;
    return real.replaceAll(/\d/g, () => faked[at++] ?? '0');
  },
};

/** Weights of the first 17 digits of a Chinese identity card, and what stands for the sum of the products modulo 11. */
const cardWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const cardChecks = '10X98765432';

function identityCheck(digits: string): string {
  const sum = cardWeights.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
  return cardChecks[sum % 11] as string;
}

/** Ours are of a place that is none. */
const identityCard: PersonalPattern = {
  what: 'a number of an identity card',
  pattern: /(?<![\w.-])[1-9]\d{5}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?!\w)/g,
  isReal: (match) => identityCheck(match) === match[17]?.toUpperCase() && !match.startsWith('990000'),
  fake(n) {
    const day = new Date(Date.UTC(1900, 0, 1 + Math.floor(n / 1000))).toISOString().slice(0, 10);
    const digits = `990000${day.replaceAll('-', '')}${String(n % 1000).padStart(3, '0')}`;
    return digits + identityCheck(digits);
  },
};

/** The digit that makes a card number valid. */
function luhnDigit(digits: string): string {
  const sum = [...digits].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return String((10 - (sum % 10)) % 10);
}

const cardIssuers = /^(?:62|4|5[1-5]|2[2-7]|3[47]|35)/;
const zerosOfFakeCard = /^\d\d0{6}/;

/** Ours have the first two digits of a real one, then zeros. */
export const bankCard: PersonalPattern = {
  what: 'a number of a bank card',
  pattern: /(?<![\w.+-])\d{4}(?:[ -]?\d{4}){2}[ -]?\d{1,4}(?:[ -]?\d{1,3})?(?![\w.]|-\d)/g,
  isReal(match) {
    const digits = match.replaceAll(/[ -]/g, '');
    const { length } = digits;
    if (length < 15 || length > 19 || !cardIssuers.test(digits) || zerosOfFakeCard.test(digits)) return false;
    return luhnDigit(digits.slice(0, -1)) === digits.at(-1);
  },
  fake(n, real) {
    const digits = real.replaceAll(/\D/g, '');
    const before = digits.slice(0, 2) + String(n).padStart(digits.length - 3, '0');
    const faked = before + luhnDigit(before);
    let at = 0;
    return real.replaceAll(/\d/g, () => faked[at++] ?? '0');
  },
};

/** E-mail addresses, public IP addresses, telephone numbers, identity and bank cards. */
export const personalPatterns: readonly PersonalPattern[] = [
  email,
  ipv4,
  ipv6,
  identityCard,
  bankCard,
  phone,
];
