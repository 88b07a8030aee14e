import type { ApigwEvent } from '../../../src/generated/apigw.js';
import type { BugCase } from './cases.js';
import { apigwEvent } from './events.js';
import { bodyBytes, bodyOf, empty, fieldOf, isRecord, parsed, queryOf, reply } from './support.js';

/** HTTP requests answered wrongly: replies, caches, state, errors. */
export const apigwReplyBugs: readonly BugCase<ApigwEvent>[] = [
  {
    name: 'apigw-body-is-object',
    class: 'refused-response',
    trigger: 'apigw',
    because: 'on one path the status is a text and the body an object; the gateway answers 403 instead',
    buggy: () => async (event) => {
      if (event.httpMethod === 'GET') return reply(200, { path: event.path });
      return { isBase64Encoded: false, statusCode: '405', headers: {}, body: { error: 'use GET' } };
    },
    fixed: () => async (event) => {
      if (event.httpMethod === 'GET') return reply(200, { path: event.path });
      return reply(405, { error: 'use GET' }, { allow: 'GET' });
    },
    property: ({ result }) => isRecord(result) && typeof result.body === 'string',
    witness: () => ({ events: [apigwEvent({ httpMethod: 'PUT', body: '{}' })] }),
  },
  {
    name: 'apigw-length-in-characters',
    class: 'content-length-in-characters',
    trigger: 'apigw',
    because: 'content-length counts bytes: Chinese text is cut at a third',
    buggy: () => async (event) => {
      const body = `You said: ${bodyOf(event)}`;
      return text(200, body, body.length);
    },
    fixed: () => async (event) => {
      const body = `You said: ${bodyOf(event)}`;
      return text(200, body, Buffer.byteLength(body));
    },
    property: ({ result }) =>
      isRecord(result) &&
      isRecord(result.headers) &&
      Number(result.headers['content-length']) === Buffer.byteLength(String(result.body)),
    witness: () => ({ events: [apigwEvent({ body: '你好' })] }),
  },
  {
    name: 'apigw-cache-by-path',
    class: 'cache-by-wrong-key',
    trigger: 'apigw',
    because: 'the answer depends on the query, the cache does not: a warm instance answers the last question',
    buggy: (world) => {
      const cache = new Map<string, unknown>();
      return async (event) => {
        const name = queryOf(event, 'name') ?? 'world';
        const key = event.path;
        if (!cache.has(key))
          cache.set(key, { greeting: `Hello ${name}`, known: await world.db.get(`user:${name}`) });
        return reply(200, cache.get(key));
      };
    },
    fixed: (world) => {
      const cache = new Map<string, unknown>();
      return async (event) => {
        const name = queryOf(event, 'name') ?? 'world';
        const key = JSON.stringify([event.path, name]);
        if (!cache.has(key))
          cache.set(key, { greeting: `Hello ${name}`, known: await world.db.get(`user:${name}`) });
        return reply(200, cache.get(key));
      };
    },
    witness: () => ({
      events: [apigwEvent({ queryString: { name: 'a' } }), apigwEvent({ queryString: { name: 'b' } })],
    }),
  },
  {
    name: 'apigw-rejection-cached',
    class: 'cached-rejection',
    trigger: 'apigw',
    because: 'when the first connection fails, the instance hands out the failed promise for ever',
    buggy: (world) => {
      let settings: Promise<unknown> | undefined;
      return async (event) => {
        settings ??= world.http.get('https://config.example.com/settings');
        await settings;
        return reply(200, { path: event.path });
      };
    },
    fixed: (world) => {
      let settings: Promise<unknown> | undefined;
      return async (event) => {
        settings ??= world.http.get('https://config.example.com/settings');
        try {
          await settings;
        } catch (error) {
          settings = undefined;
          throw error;
        }
        return reply(200, { path: event.path });
      };
    },
    witness: () => ({ events: [apigwEvent()], failCall: 1 }),
  },
  {
    name: 'apigw-secret-in-error',
    class: 'secret-in-error',
    trigger: 'apigw',
    because: 'the helpful error shows the environment, with the keys of the function in it',
    buggy: (world) => async (event) => {
      const order = parsed(bodyOf(event) || '{}');
      if (!isRecord(order)) {
        const { TENCENTCLOUD_REGION, TENCENTCLOUD_SECRETID, TENCENTCLOUD_SECRETKEY } = process.env;
        const environment = { TENCENTCLOUD_REGION, TENCENTCLOUD_SECRETID, TENCENTCLOUD_SECRETKEY };
        return reply(400, { error: 'send a JSON object', environment });
      }
      await world.db.insert({ fields: Object.keys(order).length });
      return reply(201, { stored: true });
    },
    fixed: (world) => async (event) => {
      const order = parsed(bodyOf(event) || '{}');
      if (!isRecord(order)) return reply(400, { error: 'send a JSON object' });
      await world.db.insert({ fields: Object.keys(order).length });
      return reply(201, { stored: true });
    },
    property: ({ result }) => !JSON.stringify(result).includes('environment'),
    witness: () => ({ events: [apigwEvent({ body: '[1]' })] }),
  },
  {
    name: 'apigw-settings-merged',
    class: 'prototype-pollution',
    trigger: 'apigw',
    because: 'a body {"constructor":{"prototype":…}} or {"__proto__":…} changes every object of the instance',
    buggy: () => async (event) => {
      const settings: Record<string, unknown> = { theme: { dark: false } };
      const patch = parsed(bodyOf(event) || '{}');
      if (!isRecord(patch)) return reply(400, { error: 'send a JSON object' });
      for (const [group, values] of Object.entries(patch)) {
        if (!isRecord(values)) continue;
        settings[group] ??= {};
        Object.assign(settings[group] as object, values);
      }
      return reply(200, { groups: Object.keys(settings) });
    },
    fixed: () => async (event) => {
      const settings = new Map<string, object>([['theme', { dark: false }]]);
      const patch = parsed(bodyOf(event) || '{}');
      if (!isRecord(patch)) return reply(400, { error: 'send a JSON object' });
      for (const [group, values] of Object.entries(patch)) {
        if (!isRecord(values)) continue;
        settings.set(group, { ...settings.get(group), ...values });
      }
      return reply(200, { groups: [...settings.keys()] });
    },
    witness: () => ({ events: [apigwEvent({ body: '{"__proto__":{"admin":true}}' })] }),
  },
  {
    name: 'apigw-event-changed-before-retry',
    class: 'event-mutated',
    trigger: 'apigw',
    because: 'the first attempt replaces the text of the body by its value; the second cannot parse it',
    buggy: (world) => {
      const attempt = async (event: { body?: unknown }, idempotencyKey: string) => {
        event.body = JSON.parse(String(event.body));
        const item = isRecord(event.body) ? event.body.item : undefined;
        await world.http.post('https://api.example.com/orders', { item }, { idempotencyKey });
      };
      return async (event, { request_id: id }) => {
        const request: { body?: unknown } = { body: bodyOf(event) };
        if (typeof fieldOf(bodyOf(event), 'item') !== 'string') return reply(400, { error: 'which item?' });
        await attempt(request, id).catch(() => attempt(request, id));
        return reply(202, { accepted: true });
      };
    },
    fixed: (world) => {
      const attempt = async (event: { readonly body?: unknown }, idempotencyKey: string) => {
        const item = fieldOf(String(event.body), 'item');
        await world.http.post('https://api.example.com/orders', { item }, { idempotencyKey });
      };
      return async (event, { request_id: id }) => {
        const request: { body?: unknown } = { body: bodyOf(event) };
        if (typeof fieldOf(bodyOf(event), 'item') !== 'string') return reply(400, { error: 'which item?' });
        await attempt(request, id).catch(() => attempt(request, id));
        return reply(202, { accepted: true });
      };
    },
    witness: () => ({ events: [apigwEvent({ body: '{"item":"tea"}' })], failCall: 1 }),
  },
  {
    name: 'apigw-depth-unbounded',
    class: 'unbounded-recursion',
    trigger: 'apigw',
    because: 'a body of 20,000 opening brackets is small, and overflows the stack',
    buggy: () => async (event) => {
      const depthOf = (value: unknown): number =>
        typeof value === 'object' && value !== null
          ? 1 + Math.max(0, ...Object.values(value).map((child) => depthOf(child)))
          : 0;
      const value = parsed(bodyOf(event) || '{}');
      return value === undefined
        ? reply(400, { error: 'no JSON' })
        : reply(200, { deep: depthOf(value) > 9 });
    },
    fixed: () => async (event) => {
      const deeper = (value: unknown, left: number): boolean => {
        if (typeof value !== 'object' || value === null) return false;
        return left === 0 || Object.values(value).some((child) => deeper(child, left - 1));
      };
      const value = parsed(bodyOf(event) || '{}');
      return value === undefined ? reply(400, { error: 'no JSON' }) : reply(200, { deep: deeper(value, 9) });
    },
    witness: () => ({ events: [apigwEvent({ body: '['.repeat(20_000) + ']'.repeat(20_000) })] }),
  },
  {
    name: 'apigw-callback-forgotten',
    class: 'callback-not-called',
    trigger: 'apigw',
    because: 'one branch returns without the callback: the function waits until it is stopped',
    buggy: () => (event, _context, callback) => {
      if (event.httpMethod === 'OPTIONS' || event.httpMethod === 'HEAD') {
        return;
      }
      callback(null, reply(200, { path: event.path }));
    },
    fixed: () => (event, _context, callback) => {
      if (event.httpMethod === 'OPTIONS' || event.httpMethod === 'HEAD') {
        callback(null, empty(200));
        return;
      }
      callback(null, reply(200, { path: event.path }));
    },
    witness: () => ({ events: [apigwEvent({ httpMethod: 'HEAD' })], never: 'answers' }),
  },
  {
    name: 'apigw-title-cut-in-character',
    class: 'character-cut-in-half',
    trigger: 'apigw',
    because: 'slice() counts UTF-16 units: an emoji at the border leaves half a character',
    buggy: () => async (event) => {
      const title = bodyOf(event);
      return reply(200, { title: title.slice(0, 5) });
    },
    fixed: () => async (event) => {
      const title = bodyOf(event);
      return reply(200, { title: Array.from(title).slice(0, 5).join('') });
    },
    witness: () => ({ events: [apigwEvent({ body: 'abcd😀' })] }),
  },
  {
    name: 'apigw-image-as-text',
    class: 'binary-as-text',
    trigger: 'apigw',
    because: 'bytes that are no UTF-8 become replacement characters: the image cannot be shown',
    buggy: () => async (event) => {
      const bytes = bodyBytes(event);
      const headers = { 'content-type': 'image/png' };
      return { isBase64Encoded: false, statusCode: 200, headers, body: bytes.toString('utf8') };
    },
    fixed: () => async (event) => {
      const bytes = bodyBytes(event);
      const headers = { 'content-type': 'image/png' };
      return { isBase64Encoded: true, statusCode: 200, headers, body: bytes.toString('base64') };
    },
    property: ({ event, result }) =>
      isRecord(result) &&
      bodyBytes(event).equals(Buffer.from(String(result.body), result.isBase64Encoded ? 'base64' : 'utf8')),
    witness: () => ({ events: [apigwEvent({ body: 'iVBORw0KGgo=', isBase64Encoded: true })] }),
  },
  {
    name: 'apigw-counter-read-then-written',
    class: 'lost-update',
    trigger: 'apigw',
    because: 'two instances read the same number and write the same next one',
    buggy: (world) => async (event) => {
      const visits = Number((await world.db.get('visits')) ?? 0) + 1;
      await world.db.put('visits', visits);
      return reply(200, { path: event.path });
    },
    fixed: (world) => async (event) => {
      await world.db.increment('visits', 1);
      return reply(200, { path: event.path });
    },
    witness: () => ({ events: [apigwEvent(), apigwEvent()], together: true }),
  },
];

function text(statusCode: number, body: string, length: number) {
  const headers = { 'content-type': 'text/plain; charset=utf-8', 'content-length': String(length) };
  return { isBase64Encoded: false, statusCode, headers, body };
}
