import { createHmac, timingSafeEqual } from 'node:crypto';
import type { FunctionUrlEvent } from '../../../src/generated/function-url.js';
import type { BugCase } from './cases.js';
import { functionUrlEvent } from './events.js';
import { bodyIn, bodyOf, headerOf, isRecord, parsed, queryOf, reply, statusOf } from './support.js';

/** Requests to a function URL: an API Gateway event that lacks some fields. */
export const functionUrlBugs: readonly BugCase<FunctionUrlEvent>[] = [
  {
    name: 'function-url-context-required',
    class: 'optional-field-assumed',
    trigger: 'function-url',
    because: 'requestContext is documented as absent; the address stands in x-scf-remote-addr',
    buggy: () => async (event) => {
      const { sourceIp } = event.requestContext as { sourceIp: string };
      return reply(200, { you: sourceIp });
    },
    fixed: () => async (event) => {
      const sourceIp = event.requestContext?.sourceIp ?? headerOf(event.headers, 'x-scf-remote-addr');
      return reply(200, { you: sourceIp ?? null });
    },
    witness: () => ({ events: [functionUrlEvent()] }),
  },
  {
    name: 'function-url-address-with-port',
    class: 'address-and-port',
    trigger: 'function-url',
    because: 'the address may carry a port, and an IPv6 address has colons of its own',
    buggy: (world) => async (event) => {
      const address = (headerOf(event.headers, 'x-scf-remote-addr') ?? '').split(':')[0];
      await world.db.insert({ address });
      return reply(200, { address });
    },
    fixed: (world) => async (event) => {
      const remote = headerOf(event.headers, 'x-scf-remote-addr') ?? '';
      const address = /^\[(.*)\]/.exec(remote)?.[1] ?? remote.replace(/^([^:]*):\d+$/, '$1');
      await world.db.insert({ address });
      return reply(200, { address });
    },
    witness: () => ({
      events: [functionUrlEvent({ headers: { 'x-scf-remote-addr': '[2001:db8::7]:51234' } })],
    }),
  },
  {
    name: 'function-url-trailing-slash',
    class: 'path-not-normalised',
    trigger: 'function-url',
    because: '/users/7/ and /users/%37 name the same user as /users/7',
    buggy: (world) => async (event) => {
      const id = event.path.split('/').pop();
      return reply(200, { id, known: (await world.db.get(`user:${id}`)) !== undefined });
    },
    fixed: (world) => async (event) => {
      const id = decoded(event.path).split('/').filter(Boolean).pop() ?? '';
      return reply(200, { id, known: (await world.db.get(`user:${id}`)) !== undefined });
    },
    witness: () => ({ events: [functionUrlEvent({ path: '/users/7/' })] }),
  },
  {
    name: 'function-url-header-injected',
    class: 'header-injection',
    trigger: 'function-url',
    because: 'a query value with a line break ends the header and starts another one',
    buggy: () => async (event) => {
      const name = queryOf(event, 'name') ?? 'guest';
      return reply(200, { ok: true }, { 'x-greeting': `hello ${name}` });
    },
    fixed: () => async (event) => {
      const name = queryOf(event, 'name') ?? 'guest';
      return reply(200, { ok: true }, { 'x-greeting': encodeURI(Buffer.from(`hello ${name}`).toString()) });
    },
    property: ({ result }) =>
      isRecord(result) && isRecord(result.headers) && !/[\r\n]/.test(String(result.headers['x-greeting'])),
    witness: () => ({ events: [functionUrlEvent({ queryString: { name: 'a\r\nset-cookie: b' } })] }),
  },
  {
    name: 'function-url-data-as-response',
    class: 'data-read-as-response',
    trigger: 'function-url',
    because: 'what is returned plainly is the body, unless it has a statusCode: then it is the response',
    buggy: () => async (event) => {
      const value = parsed(bodyOf(event) || '{}');
      if (!isRecord(value)) return { error: 'send a JSON object' };
      return value;
    },
    fixed: () => async (event) => {
      const value = parsed(bodyOf(event) || '{}');
      if (!isRecord(value)) return { error: 'send a JSON object' };
      return {
        statusCode: 200,
        headers: { 'content-type': 'application/json' },
        body: bodyOf(event) || '{}',
      };
    },
    witness: () => ({ events: [functionUrlEvent({ body: '{"statusCode":500}' })] }),
  },
  {
    name: 'function-url-offset-zero',
    class: 'falsy-zero',
    trigger: 'function-url',
    because: 'a limit of 0 is a wish, not a missing limit',
    buggy: () => async (event) => {
      const limit = Number(queryOf(event, 'limit')) || 20;
      return reply(200, { limit: Math.min(Math.max(limit, 0), 100) });
    },
    fixed: () => async (event) => {
      const wish = queryOf(event, 'limit') ?? '';
      const limit = wish.trim() === '' || Number.isNaN(Number(wish)) ? 20 : Number(wish);
      return reply(200, { limit: Math.min(Math.max(limit, 0), 100) });
    },
    witness: () => ({ events: [functionUrlEvent({ queryString: { limit: '0' } })] }),
  },
  {
    name: 'function-url-flag-lowered',
    class: 'query-flag',
    trigger: 'function-url',
    because: '?verbose without a value is true, which has no toLowerCase()',
    buggy: () => async (event) => {
      const verbose = (event.queryString.verbose ?? 'false') as string;
      return reply(200, { verbose: verbose.toLowerCase() !== 'false' });
    },
    fixed: () => async (event) => {
      const verbose = queryOf(event, 'verbose') ?? 'false';
      return reply(200, { verbose: verbose.toLowerCase() !== 'false' });
    },
    witness: () => ({ events: [functionUrlEvent({ queryString: { verbose: true } })] }),
  },
  {
    name: 'function-url-id-parsed',
    class: 'id-as-number',
    trigger: 'function-url',
    because: 'parseInt reads 12 from "12abc" and 007, and rounds long ids: another item is deleted',
    buggy: (world) => async (event) => {
      const id = Number.parseInt(queryOf(event, 'id') ?? '', 10);
      if (Number.isNaN(id)) return reply(404, { error: 'no such item' });
      await world.db.put(`deleted:${id}`, true);
      return reply(200, { deleted: String(id) });
    },
    fixed: (world) => async (event) => {
      const id = queryOf(event, 'id') ?? '';
      if (!/^(0|[1-9]\d*)$/.test(id)) return reply(404, { error: 'no such item' });
      await world.db.put(`deleted:${id}`, true);
      return reply(200, { deleted: id });
    },
    property: ({ event, result }) => {
      const body = bodyIn(result);
      return statusOf(result) === 404 || (isRecord(body) && body.deleted === queryOf(event, 'id'));
    },
    witness: () => ({ events: [functionUrlEvent({ queryString: { id: '12abc' } })] }),
  },
  {
    name: 'function-url-language-remembered',
    class: 'state-in-memory',
    trigger: 'function-url',
    because:
      'a variable of the module outlives the request: the next visitor is greeted in the language of the last',
    buggy: () => {
      let language = 'en';
      return async (event) => {
        language = queryOf(event, 'lang') ?? language;
        return reply(200, { greeting: language === 'zh' ? '你好' : 'hello' });
      };
    },
    fixed: () => async (event) => {
      const language = queryOf(event, 'lang') ?? 'en';
      return reply(200, { greeting: language === 'zh' ? '你好' : 'hello' });
    },
    witness: () => ({ events: [functionUrlEvent({ queryString: { lang: 'zh' } }), functionUrlEvent()] }),
  },
  {
    name: 'function-url-signature-of-copy',
    class: 'signature-over-copy',
    trigger: 'function-url',
    because: 'the sender signed the bytes it sent, not what JSON.stringify makes of them',
    buggy: (world) => async (event) => {
      const order = parsed(bodyOf(event));
      if (order === undefined) return reply(400, { error: 'no JSON' });
      if (!isSigned(JSON.stringify(order), event)) return reply(401, { error: 'wrong signature' });
      await world.db.insert({ json: bodyOf(event) });
      return reply(202, { accepted: true });
    },
    fixed: (world) => async (event) => {
      const order = parsed(bodyOf(event));
      if (order === undefined) return reply(400, { error: 'no JSON' });
      if (!isSigned(bodyOf(event), event)) return reply(401, { error: 'wrong signature' });
      await world.db.insert({ json: bodyOf(event) });
      return reply(202, { accepted: true });
    },
    witness: () => {
      const body = '{ "item": "tea" }';
      return { events: [functionUrlEvent({ body, headers: { 'x-signature': signatureOf(body) } })] };
    },
  },
];

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function signatureOf(text: string): string {
  return createHmac('sha256', 'example').update(text).digest('hex');
}

function isSigned(text: string, { headers }: FunctionUrlEvent): boolean {
  const given = Buffer.from(headerOf(headers, 'x-signature') ?? '');
  const wanted = Buffer.from(signatureOf(text));
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
