import { createHash } from 'node:crypto';
import type { ApigwEvent } from '../../../src/generated/apigw.js';
import type { BugCase } from './cases.js';
import { apigwEvent } from './events.js';
import {
  bodyIn,
  bodyOf,
  empty,
  headerOf,
  isRecord,
  parsed,
  queryOf,
  queryValues,
  reply,
  statusOf,
} from './support.js';

/** HTTP requests read wrongly: body, headers, query. */
export const apigwBugs: readonly BugCase<ApigwEvent>[] = [
  {
    name: 'apigw-base64-ignored',
    class: 'base64-ignored',
    trigger: 'apigw',
    because: 'the gateway may hand over Base64, and says so in isBase64Encoded',
    buggy: (world) => async (event) => {
      const text = event.body ?? '';
      if (text === '') return reply(400, { error: 'no text' });
      await world.db.insert({ text });
      return reply(201, { characters: text.length });
    },
    fixed: (world) => async (event) => {
      const text = bodyOf(event);
      if (text === '') return reply(400, { error: 'no text' });
      await world.db.insert({ text });
      return reply(201, { characters: text.length });
    },
    property: ({ event, left }) => left.rows.every((row) => isRecord(row) && row.text === bodyOf(event)),
    witness: () => ({ events: [apigwEvent({ body: 'aGVsbG8=', isBase64Encoded: true })] }),
  },
  {
    name: 'apigw-header-with-capitals',
    class: 'header-case',
    trigger: 'apigw',
    because: 'the gateway sends header names in lower case; the documents show capitals',
    buggy: () => async (event) => {
      const type = event.headers['Content-Type'] ?? 'text/plain';
      if (type.startsWith('application/json'))
        return reply(200, { json: parsed(bodyOf(event)) !== undefined });
      return reply(200, { characters: bodyOf(event).length });
    },
    fixed: () => async (event) => {
      const type = headerOf(event.headers, 'content-type') ?? 'text/plain';
      if (type.startsWith('application/json'))
        return reply(200, { json: parsed(bodyOf(event)) !== undefined });
      return reply(200, { characters: bodyOf(event).length });
    },
    witness: () => ({ events: [apigwEvent({ body: '{}' })] }),
  },
  {
    name: 'apigw-query-always-text',
    class: 'query-array',
    trigger: 'apigw',
    because: 'a repeated parameter is an array, and a bare one is true: neither has split()',
    buggy: () => async (event) => {
      const tag = (event.queryString.tag ?? '') as string;
      const tags = tag.split(',').filter(Boolean);
      return reply(200, { tags });
    },
    fixed: () => async (event) => {
      const tags = queryValues(event, 'tag').flatMap((tag) => tag.split(',').filter(Boolean));
      return reply(200, { tags });
    },
    property: ({ event, result }) =>
      JSON.stringify(bodyIn(result)) ===
      JSON.stringify({ tags: queryValues(event, 'tag').flatMap((tag) => tag.split(',').filter(Boolean)) }),
    witness: () => ({ events: [apigwEvent({ queryString: { tag: ['a', 'b'] } })] }),
  },
  {
    name: 'apigw-declared-parameters-only',
    class: 'undeclared-parameters',
    trigger: 'apigw',
    because: 'queryStringParameters holds what the API declares, which is nothing for most',
    buggy: () => async (event) => {
      const page = Number(event.queryStringParameters.page ?? '1');
      return reply(200, { page: Number.isSafeInteger(page) && page > 0 ? page : 1 });
    },
    fixed: () => async (event) => {
      const page = Number(queryOf(event, 'page') ?? '1');
      return reply(200, { page: Number.isSafeInteger(page) && page > 0 ? page : 1 });
    },
    witness: () => ({ events: [apigwEvent({ queryString: { page: '2' } })] }),
  },
  {
    name: 'apigw-media-type-exact',
    class: 'media-type-parameters',
    trigger: 'apigw',
    because: 'clients send application/json; charset=utf-8, too',
    buggy: (world) => async (event) => {
      if (headerOf(event.headers, 'content-type') !== 'application/json')
        return reply(415, { error: 'send JSON' });
      const value = parsed(bodyOf(event));
      if (value === undefined) return reply(400, { error: 'no JSON' });
      await world.db.insert({ json: bodyOf(event) });
      return reply(201, { stored: true });
    },
    fixed: (world) => async (event) => {
      const type = headerOf(event.headers, 'content-type')?.split(';')[0]?.trim().toLowerCase();
      if (type !== 'application/json') return reply(415, { error: 'send JSON' });
      const value = parsed(bodyOf(event));
      if (value === undefined) return reply(400, { error: 'no JSON' });
      await world.db.insert({ json: bodyOf(event) });
      return reply(201, { stored: true });
    },
    witness: () => ({
      events: [apigwEvent({ body: '{}', headers: { 'content-type': 'application/json; charset=utf-8' } })],
    }),
  },
  {
    name: 'apigw-plus-in-form',
    class: 'form-decoding',
    trigger: 'apigw',
    because: 'a form writes a space as +, a value may contain =, and a lone % cannot be decoded',
    buggy: () => async (event) => {
      const form: Record<string, string> = Object.create(null);
      for (const pair of bodyOf(event).split('&')) {
        const [name = '', value = ''] = pair.split('=');
        form[decodeURIComponent(name)] = decodeURIComponent(value);
      }
      return reply(200, { name: form.name ?? null });
    },
    fixed: () => async (event) => {
      const form = new URLSearchParams(bodyOf(event));
      return reply(200, { name: form.getAll('name').at(-1) ?? null });
    },
    witness: () => ({ events: [apigwEvent({ body: 'name=Li+Lei' })] }),
  },
  {
    name: 'apigw-cookie-cut',
    class: 'rest-lost-in-split',
    trigger: 'apigw',
    because: 'a cookie may contain =, as Base64 does at its end',
    buggy: () => async (event) => {
      const cookies = (headerOf(event.headers, 'cookie') ?? '').split(/;\s*/);
      const session = cookies.find((cookie) => cookie.startsWith('session='));
      return reply(200, { session: session?.split('=')[1] ?? null });
    },
    fixed: () => async (event) => {
      const cookies = (headerOf(event.headers, 'cookie') ?? '').split(/;\s*/);
      const session = cookies.find((cookie) => cookie.startsWith('session='));
      return reply(200, { session: session?.slice('session='.length) ?? null });
    },
    witness: () => ({ events: [apigwEvent({ headers: { cookie: 'theme=dark; session=YWJj==' } })] }),
  },
  {
    name: 'apigw-etag-exact',
    class: 'etag-compare',
    trigger: 'apigw',
    because: 'If-None-Match is a list, may be *, and proxies weaken an ETag to W/"…"',
    buggy: () => async (event) => {
      const etag = etagOf(event.path);
      if (headerOf(event.headers, 'if-none-match') === etag) return empty(304, { etag });
      return reply(200, { path: event.path }, { etag });
    },
    fixed: () => async (event) => {
      const etag = etagOf(event.path);
      const known = (headerOf(event.headers, 'if-none-match') ?? '').split(',').map((tag) => tag.trim());
      if (known.some((tag) => tag === '*' || tag.replace(/^W\//, '') === etag)) return empty(304, { etag });
      return reply(200, { path: event.path }, { etag });
    },
    witness: () => ({ events: [apigwEvent({ headers: { 'if-none-match': `W/${etagOf('/items')}` } })] }),
  },
  {
    name: 'apigw-accept-exact',
    class: 'first-header-value-only',
    trigger: 'apigw',
    because: 'Accept is a list with weights; only clients that send one type are understood',
    buggy: () => async (event) => {
      const accept = headerOf(event.headers, 'accept') ?? '*/*';
      const wantsCsv = accept === 'text/csv';
      return wantsCsv ? csv('id,name') : reply(200, { items: [] });
    },
    fixed: () => async (event) => {
      const accept = headerOf(event.headers, 'accept') ?? '*/*';
      const wantsCsv = accept.split(',').some((type) => type.split(';')[0]?.trim() === 'text/csv');
      return wantsCsv ? csv('id,name') : reply(200, { items: [] });
    },
    witness: () => ({ events: [apigwEvent({ headers: { accept: 'text/csv, */*;q=0.5' } })] }),
  },
  {
    name: 'apigw-method-override-in-capitals',
    class: 'case-sensitive-method',
    trigger: 'apigw',
    because: 'clients write the overriding method as they like: delete, Delete, DELETE',
    buggy: (world) => async (event) => {
      const method = headerOf(event.headers, 'x-http-method-override') ?? event.httpMethod;
      if (method === 'DELETE') await world.db.delete(`item:${event.path}`);
      return reply(200, { deleted: method === 'DELETE' });
    },
    fixed: (world) => async (event) => {
      const method = (headerOf(event.headers, 'x-http-method-override') ?? event.httpMethod).toUpperCase();
      if (method === 'DELETE') await world.db.delete(`item:${event.path}`);
      return reply(200, { deleted: method === 'DELETE' });
    },
    witness: () => ({
      events: [apigwEvent({ httpMethod: 'POST', headers: { 'x-http-method-override': 'delete' } })],
    }),
  },
  {
    name: 'apigw-null-body',
    class: 'parsed-null',
    trigger: 'apigw',
    because: 'the body "null" is JSON, and null has no properties',
    buggy: (world) => async (event) => {
      let order: { item?: unknown };
      try {
        order = JSON.parse(bodyOf(event) || '{}');
      } catch {
        return reply(400, { error: 'no JSON' });
      }
      if (typeof order.item !== 'string') return reply(400, { error: 'which item?' });
      await world.db.insert({ item: order.item });
      return reply(201, { item: order.item });
    },
    fixed: (world) => async (event) => {
      const order = parsed(bodyOf(event) || '{}');
      if (order === undefined) return reply(400, { error: 'no JSON' });
      if (!isRecord(order) || typeof order.item !== 'string') return reply(400, { error: 'which item?' });
      await world.db.insert({ item: order.item });
      return reply(201, { item: order.item });
    },
    property: ({ result }) => [400, 201].includes(statusOf(result)),
    witness: () => ({ events: [apigwEvent({ body: 'null' })] }),
  },
  {
    name: 'apigw-page-not-checked',
    class: 'unchecked-number',
    trigger: 'apigw',
    because: 'parseInt gives NaN for a word, and JSON writes NaN as null',
    buggy: () => async (event) => {
      const page = Number.parseInt(queryOf(event, 'page') ?? '1', 10);
      return reply(200, { page, from: (page - 1) * 20 });
    },
    fixed: () => async (event) => {
      const wanted = Number.parseInt(queryOf(event, 'page') ?? '1', 10);
      const page = Number.isSafeInteger(wanted) && wanted > 0 ? wanted : 1;
      return reply(200, { page, from: (page - 1) * 20 });
    },
    property: ({ result }) => {
      const body = bodyIn(result);
      return isRecord(body) && typeof body.page === 'number' && body.page > 0;
    },
    witness: () => ({ events: [apigwEvent({ queryString: { page: 'last' } })] }),
  },
  {
    name: 'apigw-throws-at-bad-request',
    class: 'throws-at-bad-input',
    trigger: 'apigw',
    because: 'what the client did wrong is thrown: the gateway reports a broken function instead of 400',
    buggy: (world) => async (event) => {
      const order = parsed(bodyOf(event));
      if (!isRecord(order) || typeof order.item !== 'string') throw new Error('which item?');
      await world.db.insert({ item: order.item });
      return reply(201, { item: order.item });
    },
    fixed: (world) => async (event) => {
      const order = parsed(bodyOf(event));
      if (!isRecord(order) || typeof order.item !== 'string') return reply(400, { error: 'which item?' });
      await world.db.insert({ item: order.item });
      return reply(201, { item: order.item });
    },
    property: ({ result }) => isRecord(bodyIn(result)),
    witness: () => ({ events: [apigwEvent()] }),
  },
];

function etagOf(text: string): string {
  return `"${createHash('sha256').update(text).digest('hex').slice(0, 8)}"`;
}

function csv(body: string) {
  return { isBase64Encoded: false, statusCode: 200, headers: { 'content-type': 'text/csv' }, body };
}
