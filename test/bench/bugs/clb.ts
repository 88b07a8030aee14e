import type { ClbEvent } from '../../../src/generated/clb.js';
import type { BugCase } from './cases.js';
import { clbEvent } from './events.js';
import { bodyIn, empty, headerOf, isRecord, parsed, payloadText, reply, statusOf } from './support.js';

/** Requests through a load balancer. */
export const clbBugs: readonly BugCase<ClbEvent>[] = [
  {
    name: 'clb-false-is-true',
    class: 'text-as-boolean',
    trigger: 'clb',
    because: 'isBase64Encoded is the text "false", and every text that is not empty is true',
    buggy:
      () =>
      async ({ payload, isBase64Encoded }) => {
        if (typeof payload !== 'string') return reply(415, { error: 'send text' });
        const text = isBase64Encoded ? Buffer.from(payload, 'base64').toString() : payload;
        return reply(200, { text });
      },
    fixed:
      () =>
      async ({ payload, isBase64Encoded }) => {
        if (typeof payload !== 'string') return reply(415, { error: 'send text' });
        const text = String(isBase64Encoded) === 'true' ? Buffer.from(payload, 'base64').toString() : payload;
        return reply(200, { text });
      },
    witness: () => ({
      events: [clbEvent({ headers: { 'Content-type': 'text/plain' }, payload: 'hello world' })],
    }),
  },
  {
    name: 'clb-header-spelt-otherwise',
    class: 'header-case',
    trigger: 'clb',
    because: 'the balancer writes Content-type with a small t',
    buggy: () => async (event) => {
      const isJson = event.headers['Content-Type']?.startsWith('application/json') ?? false;
      return reply(200, { json: isJson });
    },
    fixed: () => async (event) => {
      const isJson = headerOf(event.headers, 'content-type')?.startsWith('application/json') ?? false;
      return reply(200, { json: isJson });
    },
    witness: () => ({ events: [clbEvent()] }),
  },
  {
    name: 'clb-payload-parsed-again',
    class: 'parsed-twice',
    trigger: 'clb',
    because: 'a JSON body comes as its value: parsing it again reads "[object Object]"',
    buggy: (world) => async (event) => {
      const order = JSON.parse(event.payload as string);
      await world.db.insert({ fields: isRecord(order) ? Object.keys(order) : [] });
      return reply(201, { stored: true });
    },
    fixed: (world) => async (event) => {
      const order = parsed(payloadText(event));
      await world.db.insert({ fields: isRecord(order) ? Object.keys(order) : [] });
      return reply(201, { stored: true });
    },
    witness: () => ({ events: [clbEvent({ payload: { key1: '123' } })] }),
  },
  {
    name: 'clb-method-required',
    class: 'optional-field-assumed',
    trigger: 'clb',
    because: 'X-Method is sent only when the balancer is configured to',
    buggy: () => async (event) => {
      const method = (headerOf(event.headers, 'x-method') as string).toUpperCase();
      return method === 'HEAD' ? empty(204) : reply(200, { method });
    },
    fixed: () => async (event) => {
      const method = (headerOf(event.headers, 'x-method') ?? 'GET').toUpperCase();
      return method === 'HEAD' ? empty(204) : reply(200, { method });
    },
    witness: () => ({ events: [clbEvent()] }),
  },
  {
    name: 'clb-seconds-as-milliseconds',
    class: 'wrong-time-unit',
    trigger: 'clb',
    because: 'X-Stgw-Time counts seconds with three digits behind the point',
    buggy: () => async (event) => {
      const began = new Date(Number(headerOf(event.headers, 'x-stgw-time') ?? '0'));
      return reply(200, { year: Number.isNaN(began.getTime()) ? null : began.getUTCFullYear() });
    },
    fixed: () => async (event) => {
      const began = new Date(Number(headerOf(event.headers, 'x-stgw-time') ?? '0') * 1000);
      return reply(200, { year: Number.isNaN(began.getTime()) ? null : began.getUTCFullYear() });
    },
    witness: () => ({ events: [clbEvent()] }),
  },
  {
    name: 'clb-proxies-as-address',
    class: 'first-header-value-only',
    trigger: 'clb',
    because: 'X-Forwarded-For lists the client and every proxy: the whole list is no address',
    buggy: () => async (event) => {
      const client = headerOf(event.headers, 'x-forwarded-for') ?? '';
      return reply(200, { client: client.trim() });
    },
    fixed: () => async (event) => {
      const client = (headerOf(event.headers, 'x-forwarded-for') ?? '').split(',')[0] ?? '';
      return reply(200, { client: client.trim() });
    },
    property: ({ result }) => !JSON.stringify(bodyIn(result)).includes(', '),
    witness: () => ({
      events: [clbEvent({ headers: { 'X-Forwarded-For': '192.0.2.10, 198.51.100.7' } })],
    }),
  },
  {
    name: 'clb-null-payload',
    class: 'parsed-null',
    trigger: 'clb',
    because: 'typeof null is "object": the JSON body null has no fields',
    buggy:
      () =>
      async ({ payload }) => {
        if (typeof payload !== 'object') return reply(400, { error: 'send a JSON object' });
        return reply(200, { fields: Object.keys(payload as object).length });
      },
    fixed:
      () =>
      async ({ payload }) => {
        if (typeof payload !== 'object' || payload === null)
          return reply(400, { error: 'send a JSON object' });
        return reply(200, { fields: Object.keys(payload).length });
      },
    property: ({ result }) => [200, 400].includes(statusOf(result)),
    witness: () => ({ events: [clbEvent({ payload: null })] }),
  },
  {
    name: 'clb-status-as-text',
    class: 'refused-response',
    trigger: 'clb',
    because: 'the status is a text and the body an object: the balancer cannot read the response',
    buggy: () => async (event) => {
      const proto = headerOf(event.headers, 'x-client-proto') ?? 'http';
      if (proto === 'https') return reply(200, { secure: true });
      return { isBase64Encoded: false, statusCode: '426', headers: {}, body: { error: 'use https' } };
    },
    fixed: () => async (event) => {
      const proto = headerOf(event.headers, 'x-client-proto') ?? 'http';
      if (proto === 'https') return reply(200, { secure: true });
      return reply(426, { error: 'use https' }, { upgrade: 'TLS/1.2' });
    },
    property: ({ result }) => Number.isInteger(statusOf(result)),
    witness: () => ({ events: [clbEvent()] }),
  },
];
