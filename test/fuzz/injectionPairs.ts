import { apigw, functionUrl } from '../../src/index.js';
import { ok, type Pair, type Query } from './outside.js';

const textOf = ({ queryString }: Query, name: string) => String(queryString[name] ?? 'none');

const page = (body: string) => ({ ...ok, headers: { 'content-type': 'text/html; charset=utf-8' }, body });
const escaped = (text: string) => text.replaceAll(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const leadingTo = (location: string) => ({ ...ok, statusCode: 302, headers: { location } });

async function titleOf(address: string | undefined) {
  if (address === undefined) return { ...ok, statusCode: 400 };
  const response = await fetch(address);
  return { ...ok, body: String(response.status) };
}

/** For the oracles that follow a text of the caller into what reads it as something else. */
export const injectionPairs: readonly Pair[] = [
  [
    'html-injection',
    apigw,
    () => async (event: Query) => page(`<p>${textOf(event, 'name')}</p>`),
    () => async (event: Query) => page(`<p>${escaped(textOf(event, 'name'))}</p>`),
  ],
  [
    'sql-injection',
    apigw,
    ({ query }) =>
      async (event: Query) => {
        await query(`SELECT id FROM users WHERE name = '${textOf(event, 'name')}'`);
        return ok;
      },
    ({ query }) =>
      async (event: Query) => {
        await query('SELECT id FROM users WHERE name = ?', [textOf(event, 'name')]);
        return ok;
      },
  ],
  [
    'open-redirect',
    functionUrl,
    () => async (event: Query) => leadingTo(textOf(event, 'next')),
    () => async (event: Query) => {
      const { origin, pathname } = new URL(textOf(event, 'next'), 'https://own.example.com/');
      return leadingTo(origin === 'https://own.example.com' ? pathname.replace(/^\/+/, '/') : '/');
    },
  ],
  [
    'request-forgery',
    apigw,
    () => async (event: Query) => {
      const address = textOf(event, 'url');
      return titleOf(/^https:\/\/docs\.example\.com/.test(address) ? address : undefined);
    },
    () => async (event: Query) => {
      const address = textOf(event, 'url');
      const isOwn = URL.canParse(address) && new URL(address).origin === 'https://docs.example.com';
      return titleOf(isOwn ? address : undefined);
    },
  ],
];
