import { isObject } from '../kernel/json.js';
import { defineResponse, type ResponseContext, type ResponseRule } from './defineResponse.js';
import { emptyAnswer, type RenderedResponse } from './renderedResponse.js';
import type { ReturnedValue } from './returnedValue.js';
import { sources } from './sources.js';

const choices = [
  { field: 'secWebSocketProtocol', header: 'Sec-WebSocket-Protocol', rule: 'protocol', what: 'sub-protocol' },
  {
    field: 'secWebSocketExtensions',
    header: 'Sec-WebSocket-Extensions',
    rule: 'extension',
    what: 'extension',
  },
] as const;

/** What the function returns that decides about a WebSocket connection; an errNo other than 0 refuses it. */
export const websocketReply = defineResponse({
  name: 'websocket-reply',
  reader: 'the WebSocket handshake',
  documentation: sources.websocket,
  rules: [
    {
      name: 'object',
      holds: 'The reply is an object.',
      severity: 'error',
      source: sources.websocket,
      check({ http: { fields }, describe }, report) {
        if (fields !== undefined) return;
        report([], { expected: 'an object with errNo, errMsg and websocket', received: describe() });
      },
    },
    {
      name: 'errNo-integer',
      holds: 'errNo is an integer; 0 accepts the connection.',
      severity: 'error',
      source: sources.websocket,
      check({ http: { fields }, describe }, report) {
        if (fields === undefined || Number.isInteger(fields.errNo)) return;
        const hint =
          'body' in fields || 'statusCode' in fields
            ? 'return the reply itself, not an HTTP response'
            : undefined;
        report(['errNo'], {
          expected: 'an integer',
          received: describe('errNo'),
          ...(hint !== undefined && { hint }),
        });
      },
    },
    {
      name: 'errMsg-string',
      holds: 'errMsg is a string.',
      severity: 'error',
      source: sources.websocket,
      check({ http: { fields }, describe }, report) {
        if (fields === undefined || typeof fields.errMsg === 'string') return;
        report(['errMsg'], { expected: 'a string', received: describe('errMsg') });
      },
    },
    {
      name: 'websocket-object',
      holds: 'websocket is an object; a refusal can leave it out.',
      severity: 'error',
      source: `${sources.websocket}; the vendor's own demo refuses without it`,
      check({ http: { fields }, describe }, report) {
        if (fields === undefined || isObject(fields.websocket)) return;
        if (fields.websocket === undefined && refuses(fields)) return;
        report(['websocket'], { expected: 'an object', received: describe('websocket') });
      },
    },
    {
      name: 'action',
      holds: 'websocket.action is "connecting".',
      severity: 'error',
      source: sources.websocket,
      check(returned, report) {
        const websocket = websocketOf(returned.json);
        if (websocket === undefined || websocket.action === 'connecting') return;
        report(['websocket', 'action'], {
          expected: '"connecting"',
          received: returned.describe('websocket', 'action'),
        });
      },
    },
    {
      name: 'connection-id',
      holds: 'websocket.secConnectionID is the id that the connect event carries.',
      severity: 'error',
      source: sources.websocket,
      check(returned, report, { connectEvent }) {
        const websocket = websocketOf(returned.json);
        if (websocket === undefined) return;
        const id = websocket.secConnectionID;
        const asked = websocketOf(connectEvent)?.secConnectionID;
        if (asked === undefined ? typeof id === 'string' && id !== '' : id === asked) return;
        report(['websocket', 'secConnectionID'], {
          expected:
            asked === undefined
              ? 'a text that is not empty'
              : `${JSON.stringify(asked)}, as in the connect event`,
          received: returned.describe('websocket', 'secConnectionID'),
        });
      },
    },
    ...choices.flatMap(choiceRules),
  ],
  render: renderReply,
  refuse: (_, context) => refusedHandshake(context),
  fail: (_, context) => refusedHandshake(context),
});

/** What the function returns that gets a WebSocket's messages or its end; nobody reads it. */
export const websocketResult = defineResponse({
  name: 'websocket-result',
  reader: 'the WebSocket gateway',
  documentation: sources.websocket,
  rules: [
    {
      name: 'ignored',
      holds: 'The value holds no status or error number that somebody should heed.',
      severity: 'warning',
      source: sources.websocket,
      check({ http: { fields }, describe }, report) {
        for (const [name, fine] of [
          ['errNo', 0],
          ['statusCode', 200],
        ] as const) {
          const value = fields?.[name];
          if (value === undefined || value === fine) continue;
          report([name], {
            expected: 'nothing that is to be read',
            received: `${describe(name)}, which is ignored`,
            hint: 'throw to end the connection',
          });
        }
      },
    },
  ],
  render: () => emptyAnswer(200, `${sources.websocket}: the gateway reads the status alone`),
});

type Choice = (typeof choices)[number];

function choiceRules({ field, rule, what }: Choice): ResponseRule[] {
  return [
    {
      name: `${rule}-string`,
      holds: `websocket.${field}, where there is one, is a string.`,
      severity: 'error',
      source: sources.websocket,
      check({ json, describe }, report) {
        const chosen = websocketOf(json)?.[field];
        if (chosen === undefined || typeof chosen === 'string') return;
        report(['websocket', field], { expected: 'a string', received: describe('websocket', field) });
      },
    },
    {
      name: `${rule}-offered`,
      holds: `websocket.${field} is one that the connect event offers.`,
      severity: 'error',
      source: 'https://www.rfc-editor.org/rfc/rfc6455#section-4.1',
      check({ json }, report, { connectEvent }) {
        if (connectEvent === undefined) return;
        const offered = namesIn(websocketOf(connectEvent)?.[field]);
        for (const name of namesIn(websocketOf(json)?.[field])) {
          if (offered.includes(name)) continue;
          report(['websocket', field], {
            expected:
              offered.length === 0
                ? `none, since the client offers no ${what}`
                : `one of ${offered.join(', ')}`,
            received: JSON.stringify(name),
          });
        }
      },
    },
    {
      name: `${rule}-single`,
      holds: `websocket.${field} is a single value, not the whole offer.`,
      severity: 'warning',
      failsClients: true,
      source: `${sources.websocket} in its text; its example echoes the list`,
      check({ json, describe }, report) {
        if (namesIn(websocketOf(json)?.[field]).length < 2) return;
        report(['websocket', field], { expected: `one ${what}`, received: describe('websocket', field) });
      },
    },
  ];
}

function renderReply({ json }: ReturnedValue, context: ResponseContext): RenderedResponse {
  if (isObject(json) && refuses(json)) return refusedHandshake(context);
  const websocket = websocketOf(json) ?? {};
  const chosen = choices.flatMap(({ field, header }): [string, string][] => {
    const value = websocket[field];
    return typeof value === 'string' && value !== '' ? [[header, value]] : [];
  });
  return {
    ...emptyAnswer(101, `${sources.websocket}; 101 is https://www.rfc-editor.org/rfc/rfc6455#section-4.2.2`),
    headers: [['Upgrade', 'websocket'], ['Connection', 'Upgrade'], ...chosen],
  };
}

function refusedHandshake({ handshakeRefusalStatus = 403 }: ResponseContext): RenderedResponse {
  return emptyAnswer(
    handshakeRefusalStatus,
    `${sources.websocket} documents the refusal, not its status; 403 is what the gateway answers to a malformed handshake`,
  );
}

function refuses(reply: Readonly<Record<string, unknown>>): boolean {
  return Number.isInteger(reply.errNo) && reply.errNo !== 0;
}

function websocketOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  const websocket = isObject(value) ? value.websocket : undefined;
  return isObject(websocket) ? websocket : undefined;
}

/** The names in a list such as `chat, binary`; parameters of an extension do not count. */
function namesIn(list: unknown): string[] {
  if (typeof list !== 'string') return [];
  return list
    .split(',')
    .map((name) => name.split(';', 1)[0]?.trim() ?? '')
    .filter((name) => name !== '');
}
