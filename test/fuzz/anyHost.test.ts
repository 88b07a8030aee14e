import { expect, test } from 'vitest';
import { apigw, functionUrl, sample, type Trigger } from '../../src/index.js';
import { type Handle, judgedOnce } from './judgedOnce.js';
import { ok, type Query } from './outside.js';

const asked = (name: string, value: string) => ({
  trigger: apigw as Trigger,
  event: sample(apigw, { overrides: { queryString: { [name]: value } } }),
});

const own = /^(?:localhost|127\.|10\.|192\.168\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.)/;

/** Asks for the address that it is given, where it takes it. */
const checkingLinks =
  (takes: (hostname: string) => boolean): Handle =>
  ({ call }) =>
  async ({ queryString }: Query) => {
    const address = String(queryString.url);
    if (!URL.canParse(address) || !takes(new URL(address).hostname)) return { ...ok, statusCode: 400 };
    await call(`GET ${address}`);
    return ok;
  };

test.each<readonly [what: string, takes: (hostname: string) => boolean, told: string | undefined]>([
  ['any host but those of private networks', (hostname) => !own.test(hostname), undefined],
  ['any host', () => true, 'only the function can reach: http://127.0.0.1/'],
  ['those of one domain', (hostname) => hostname.endsWith('.example.com'), undefined],
  ['those that begin well', (hostname) => hostname.startsWith('docs.example.com'), 'to another host: '],
])('a checker of links takes %s', async (_what, takes, told) => {
  const violation = await judgedOnce(
    'request-forgery',
    asked('url', 'https://docs.example.com/a'),
    checkingLinks(takes),
  );
  if (told === undefined) expect(violation).toBeUndefined();
  else expect(violation?.detail).toContain(told);
});

test.each([
  ['any host', (host: string) => host !== '', 'only the function can reach'],
  ['any host but inner ones', (host: string) => !own.test(host), undefined],
] as const)('a caller writes the host alone, and the code takes %s', async (_what, takes, told) => {
  const violation = await judgedOnce(
    'request-forgery',
    asked('host', 'docs.example.com'),
    ({ call }) =>
      async ({ queryString }: Query) => {
        const host = String(queryString.host);
        if (!/^[\w.-]+$/.test(host) || !takes(host)) return { ...ok, statusCode: 400 };
        await call(`GET https://${host}/health`);
        return ok;
      },
  );
  if (told === undefined) expect(violation).toBeUndefined();
  else expect(violation?.detail).toContain(told);
});

test.each([
  ['any site', () => true, 'switch this oracle off'],
  [
    'what begins like its own',
    (next: string) => next.startsWith('https://shop.example.com'),
    'with your own.',
  ],
] as const)('a redirect to %s says what to do', async (_what, takes, told) => {
  const event = sample(functionUrl, { overrides: { queryString: { next: 'https://shop.example.com/a' } } });
  const violation = await judgedOnce(
    'open-redirect',
    { trigger: functionUrl as Trigger, event },
    () =>
      async ({ queryString }: Query) => {
        const next = String(queryString.next);
        return takes(next) ? { ...ok, statusCode: 302, headers: { location: next } } : ok;
      },
  );
  expect(violation?.detail.endsWith(told) || violation?.detail.endsWith(`${told}.`)).toBe(true);
});
