import { edgeByteBodies, edgeTextBodies } from '../../domain/http/edgeBodies.js';
import { decodedText } from '../../domain/http/events.js';
import {
  connectionEdgeCases,
  connectionId,
  websocketDocuments as documents,
  hasAction,
} from '../../domain/websocket/connection.js';
import { type WebsocketDataEvent, websocketDataContract } from '../../generated/websocket-data.js';
import { base64Of, bytesOfBase64, drawBase64 } from '../../kernel/base64.js';
import { defineTrigger } from '../../kernel/defineTrigger.js';
import { describeValue } from '../../kernel/describeValue.js';
import type { Draw } from '../../kernel/draw.js';
import { jsonBytes } from '../../kernel/json.js';
import { largestEventBytes } from '../../kernel/limits.js';
import type { Overrides } from '../../kernel/overrides.js';
import type { EdgeCase, Rule } from '../../kernel/trigger.js';

export type { WebsocketDataEvent };

type Edge = EdgeCase<WebsocketDataEvent>;
type DataType = WebsocketDataEvent['websocket']['dataType'];

const plainTexts = ['ping', 'hello', '你好', 'typing…', 'see you 😀'];
const rooms = ['lobby', 'support', 'r-1024', '大厅'];

function drawText(draw: Draw): string {
  return draw.payloadText(() =>
    draw.isHostile()
      ? draw.text(plainTexts)
      : draw.flip(0.5)
        ? `{"type":"message","room":"${draw.pick(rooms)}","text":"${draw.pick(plainTexts)}"}`
        : draw.pick(plainTexts),
  );
}

function drawEvent(draw: Draw, given: Overrides<WebsocketDataEvent>): WebsocketDataEvent {
  const { dataType: wished, data, secConnectionID = connectionId(draw) } = given.websocket ?? {};
  const isText = data !== undefined || draw.request.payload !== undefined;
  const dataType = wished ?? (!isText && draw.chance(0.25) ? 'binary' : 'text');
  return {
    websocket: {
      action: 'data send',
      secConnectionID,
      dataType,
      data: data ?? (dataType === 'binary' ? drawBinary(draw) : drawText(draw)),
    },
  };
}

/** The Base64 of the user's payload, or else of any bytes. */
function drawBinary(draw: Draw): string {
  return draw.request.payload === undefined
    ? drawBase64(draw, draw.integer(1, 64))
    : base64Of(draw.payloadText(() => ''));
}

function withMessage(event: WebsocketDataEvent, dataType: DataType, data: string): WebsocketDataEvent {
  return { websocket: { ...event.websocket, dataType, data } };
}

function message(name: string, because: string, data: string, source = documents): Edge {
  return { name, because, source, event: (draw, sample) => withMessage(sample(draw), 'text', data) };
}

function beyondLimit(event: WebsocketDataEvent, bytes: number): WebsocketDataEvent {
  const start = withMessage(event, 'text', '');
  return stretched(start, largestEventBytes.sync + bytes - jsonBytes(start));
}

const quotas = 'https://cloud.tencent.com/document/product/583/11637';

/** What is odd about these is their media type, which a message does not have. */
const oddTypes = ['json-declared-in-capitals', 'json-suffix-type', 'json-empty-body'];
const oddTexts = edgeTextBodies.filter(({ name }) => /^(json|text)-/.test(name) && !oddTypes.includes(name));

const edgeCases: readonly Edge[] = [
  ...connectionEdgeCases<WebsocketDataEvent>('websocket-data'),
  message('empty-text', 'data is "", which is falsy and a message all the same', ''),
  message(
    'text-that-looks-like-an-event',
    'a relay that parses data and forwards it closes somebody else',
    '{"websocket":{"action":"closing","secConnectionID":"AAAAAAAAAAAAAAAAAAAAAA=="}}',
  ),
  message('text-of-digits', 'parsed as a number it is rounded', '9007199254740993'),
  message('text-chinese-and-emoji', 'cut at a length it ends in half a character', '你好👨‍👩‍👧‍👦'),
  message('text-with-sql', "the vendor's demo joins texts to SQL", "'); DROP TABLE connections; --"),
  {
    name: 'action-data-recv',
    because: 'a demo and the Go library name this action, and a test for "data send" ignores the message',
    source: 'an example of a public demo; scf-go-lib',
    reports: ['websocket-data/data-recv'],
    event: (draw, sample) => ({ websocket: { ...sample(draw).websocket, action: 'data recv' } }),
  },
  {
    name: 'exactly-6-mb',
    because: 'the event is as large as it may be',
    source: quotas,
    event: (draw, sample) => beyondLimit(sample(draw), 0),
  },
  {
    name: 'one-byte-over-6-mb',
    because: 'the event is too large for SCF, and the function never sees it',
    source: quotas,
    reports: ['websocket-data/fits-sync-invocation'],
    event: (draw, sample) => beyondLimit(sample(draw), 1),
  },
  ...oddTexts.map(
    ({ body, ...about }): Edge => ({
      ...about,
      event: (draw, sample) => withMessage(sample(draw), 'text', body(draw).text),
    }),
  ),
  ...edgeByteBodies.map(
    ({ body, ...about }): Edge => ({
      ...about,
      event: (draw, sample) => withMessage(sample(draw), 'binary', body(draw).text),
    }),
  ),
];

const binaryIsBase64: Rule<WebsocketDataEvent> = {
  name: 'websocket-data/binary-is-base64',
  holds: 'data is Base64 when dataType is "binary".',
  severity: 'error',
  source: documents,
  check({ websocket: { data, dataType } }, report) {
    if (dataType === 'text' || bytesOfBase64(data) !== undefined) return;
    report(['websocket', 'data'], {
      expected: 'Base64, since dataType is "binary"',
      received: describeValue(data),
    });
  },
};

const dataRecv: Rule<WebsocketDataEvent> = {
  name: 'websocket-data/data-recv',
  holds: 'action is "data send".',
  severity: 'warning',
  source: documents,
  check({ websocket: { action } }, report) {
    if (action === 'data send') return;
    report(['websocket', 'action'], { expected: '"data send"', received: describeValue(action) });
  },
};

/** The event with so many more bytes of JSON; bytes that are no whole groups of Base64 make a text of the message. */
function stretched(event: WebsocketDataEvent, extra: number): WebsocketDataEvent {
  const { data, dataType } = event.websocket;
  if (dataType === 'text') return withMessage(event, 'text', data + ' '.repeat(extra));
  if (extra % 4 === 0) return withMessage(event, 'binary', 'AAAA'.repeat(extra / 4) + data);
  return withMessage(event, 'text', data + ' '.repeat(extra + 'binary'.length - 'text'.length));
}

/** A client sends a message over its WebSocket connection. */
export const websocketData = defineTrigger<WebsocketDataEvent>({
  name: 'websocket-data',
  summary: 'A client sends a message over its WebSocket connection; the transfer function receives it.',
  documentation: documents,
  contract: websocketDataContract,
  invocation: 'sync',
  delivery: { response: 'websocket-result' },
  retries: 'None; the gateway closes the connection.',
  payloadAt: 'websocket.data',
  sample: drawEvent,
  edgeCases,
  rules: [binaryIsBase64, dataRecv],
  looksLike: (value) => hasAction(value, ['data send', 'data recv']),
  decode: ({ websocket: { data, dataType } }) =>
    decodedText({ path: ['websocket', 'data'], text: data, isBase64: dataType === 'binary' }),
  stretch: { grows: 'websocket.data', add: stretched },
});
