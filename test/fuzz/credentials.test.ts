import { expect, test, vi } from 'vitest';
import { fuzzReport } from '../../src/fuzz/index.js';
import { canaryIn, credentialNamesIn, isCredentialName } from '../../src/fuzz/play/credentials.js';
import { timer } from '../../src/index.js';
import { onlyOracles } from './onlyOracles.js';

test.each(['DB_PASSWORD', 'npm_token', 'ApiKey', 'SECRET_KEY', 'DATABASE_URL', 'SENTRY_DSN', 'MYSQL_PWD'])(
  '%s is a credential',
  (name) => expect(isCredentialName(name)).toBe(true),
);

test.each([
  'PATH',
  'PWD',
  'OLDPWD',
  'TENCENTCLOUD_SECRETID',
  'TOKEN_URL_PATH',
  'SECRET_NAME',
  'SSH_AUTH_SOCK',
  'KEYBOARD',
  'BASE_URL',
])('%s is none', (name) => expect(isCredentialName(name)).toBe(false));

test('names are found in code, however they are read', () => {
  const code = `const { env } = process; use(process.env.API_TOKEN, env['DB_PASSWORD'], process.env.REGION)`;
  expect(credentialNamesIn(code)).toEqual(['API_TOKEN', 'DB_PASSWORD']);
});

test.each([
  [undefined, 'CANARY'],
  ['plain', 'CANARY'],
  ['redis://user:example@db.example:6379/0', 'redis://user:CANARY@db.example:6379/0'],
  ['{"id":"a","list":["b",1]}', '{"id":"CANARY","list":["CANARY",1]}'],
])('of %j only what is secret is replaced', (value, expected) =>
  expect(canaryIn(value, 'CANARY')).toBe(expected),
);

/** What a run says of a handler that tells a variable, and what it saw there. */
async function told(tell: () => unknown, env?: Record<string, string>) {
  const seen = new Set<string | undefined>();
  const { failures } = await fuzzReport(
    () => {
      const atLoad = process.env.ORDERS_API_TOKEN;
      return async () => {
        seen.add(atLoad).add(process.env.ORDERS_API_TOKEN);
        return tell();
      };
    },
    {
      trigger: timer,
      runs: 1,
      store: false,
      learn: false,
      oracles: onlyOracles('secret-leak'),
      ...(env === undefined ? {} : { env }),
    },
  );
  return { oracles: failures.map(({ oracle }) => oracle), seen: [...seen] };
}

test('a handler never gets a real credential of this machine, and is told when it lets out what it gets', async () => {
  vi.stubEnv('ORDERS_API_TOKEN', 'real and of this machine');
  const leaky = await told(() => process.env.ORDERS_API_TOKEN);
  expect(leaky.oracles).toEqual(['secret-leak']);
  expect(leaky.seen).toEqual([expect.stringMatching(/^scf-fixtures-canary-/)]);
  expect((await told(() => 'nothing')).oracles).toEqual([]);
  expect(process.env.ORDERS_API_TOKEN).toBe('real and of this machine');
  vi.unstubAllEnvs();
});

test('a credential that the user gives is a secret, too', async () => {
  const env = { ORDERS_API_TOKEN: 'example-token-of-the-test', STAGE: 'of the stage' };
  const leaky = await told(() => `token=${process.env.ORDERS_API_TOKEN}`, env);
  expect(leaky).toEqual({ oracles: ['secret-leak'], seen: ['example-token-of-the-test'] });
  expect((await told(() => process.env.STAGE, env)).oracles).toEqual([]);
});
