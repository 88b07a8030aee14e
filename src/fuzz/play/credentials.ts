import { isObject, type JsonValue, parsedJson } from '../../kernel/json.js';
import { mapTexts } from '../../kernel/mapLeaves.js';
import { environmentNamesIn } from './environmentNames.js';

/** Words of which a name that holds one, in capitals without marks between them, is that of a credential. */
const words = [
  ...[
    'SECRET',
    'TOKEN',
    'PASSWORD',
    'PASSWD',
    'PASSPHRASE',
    'PWD',
    'APIKEY',
    'ACCESSKEY',
    'PRIVATEKEY',
    'CREDENTIAL',
  ],
  ...['AUTHKEY', 'SIGNKEY', 'SIGNINGKEY', 'ENCRYPTIONKEY', 'ENCRYPTKEY', 'CONNECTIONSTRING'],
];
/** Ends of names of addresses that hold a password. */
const addresses = [
  'DATABASE',
  'DB',
  'REDIS',
  'MONGO',
  'MONGODB',
  'POSTGRES',
  'POSTGRESQL',
  'MYSQL',
  'AMQP',
].flatMap((service) => [`${service}URL`, `${service}URI`]);
/** Ends of names that speak of a credential and hold none. */
const about = [
  ...[
    'ID',
    'NAME',
    'PATH',
    'FILE',
    'DIR',
    'TTL',
    'EXPIRY',
    'EXPIRES',
    'EXPIRATION',
    'ENDPOINT',
    'HEADER',
    'TYPE',
  ],
  ...['LENGTH', 'SOCKET', 'SOCK'],
];
/** The shell's words for where it is. */
const workingDirectories = ['PWD', 'OLDPWD', 'INITPWD', 'INITCWD'];

/** True for the name of an environment variable that holds what must not get out. */
export function isCredentialName(name: string): boolean {
  const plain = name.replaceAll(/[_-]/g, '').toUpperCase();
  if (workingDirectories.includes(plain) || about.some((end) => plain.endsWith(end))) return false;
  return (
    words.some((word) => plain.includes(word)) || ['DSN', ...addresses].some((end) => plain.endsWith(end))
  );
}

/** The names of environment variables that look like credentials, in the code of a handler. */
export function credentialNamesIn(code: string): string[] {
  return environmentNamesIn(code).filter(isCredentialName);
}

/** A value in the form of another, with a canary in the place of what is secret. */
export function canaryIn(value: string | undefined, canary: string): string {
  if (value === undefined) return canary;
  const json = parsedJson(value);
  if (isObject(json)) return JSON.stringify(mapTexts(json as JsonValue, () => canary));
  const address = /^(\w[\w+.-]*:\/\/[^:@/\s]*:)[^@\s]+(@.+)$/.exec(value);
  return address === null ? canary : `${address[1]}${canary}${address[2]}`;
}

/**
 * Environment variables that look like credentials, with a canary in each: of this process, of which a handler shall not
 * get the real ones, and of its code.
 */
export function canaryVariables(
  environment: Readonly<Record<string, string | undefined>>,
  code: string,
  canary: string,
): Record<string, string> {
  const names = new Set([...Object.keys(environment).filter(isCredentialName), ...credentialNamesIn(code)]);
  return Object.fromEntries([...names].map((name) => [name, canaryIn(environment[name], canary)]));
}

/** What must not get out of the variables that the user gives; short ones stand in texts by chance. */
export function secretsOf(variables: Readonly<Record<string, string>>): string[] {
  return Object.entries(variables).flatMap(([name, value]) =>
    isCredentialName(name) && value.length >= 8 ? [value] : [],
  );
}
