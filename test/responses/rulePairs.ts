/** A returned value that breaks one rule, and one that is almost the same and breaks none. */
export interface ResponsePair {
  readonly what: string;
  readonly broken: unknown;
  readonly fine: unknown;
  /** Where the broken value is reported, the steps of the path joined by dots. */
  readonly at: string;
  /** The connect event that a reply answers. */
  readonly connectEvent?: unknown;
}

const maxBytes = 6_291_456;

type Changed = Readonly<Record<string, unknown>>;

/** Makes pairs of changes of one returned value; undefined drops a field. */
function pairsOf(value: Changed) {
  const changed = (change: Changed) => JSON.parse(JSON.stringify({ ...value, ...change }));
  return (what: string, broken: Changed, fine: Changed, at: string): ResponsePair => ({
    what,
    broken: changed(broken),
    fine: changed(fine),
    at,
  });
}

const plain = { 'Content-Type': 'text/plain' };
const response = { isBase64Encoded: false, statusCode: 200, headers: plain, body: 'ok' };
const pair = pairsOf(response);

/** A header beside the content type. */
const header = (name: string, value: unknown) => ({ headers: { ...plain, [name]: value } });
const typed = (type: string, body: string, more: Changed = {}) => ({
  headers: { 'Content-Type': type },
  body,
  ...more,
});
const bytes = (body: string) => ({ body, isBase64Encoded: true });

/** The largest response, and one a byte larger: its body in characters of so many bytes. */
function sized(character: string, value: Changed, field: string): ResponsePair {
  const each = Buffer.byteLength(JSON.stringify(character)) - 2;
  const left = maxBytes - Buffer.byteLength(JSON.stringify({ ...value, [field]: '' }));
  const text = character.repeat(Math.floor(left / each)) + 'x'.repeat(left % each);
  return {
    what: `a byte too many, of ${JSON.stringify(character)}`,
    broken: { ...value, [field]: `${text}x` },
    fine: { ...value, [field]: text },
    at: '',
  };
}

/** What holds for everything that a function returns. */
function returnPairs(value: Changed, field: string): Readonly<Record<string, readonly ResponsePair[]>> {
  const cycle: Record<string, unknown> = { ...value };
  cycle.self = cycle;
  return {
    serialisable: [
      {
        what: 'a bigint',
        broken: { ...value, more: [1, 5n] },
        fine: { ...value, more: [1, 5] },
        at: 'more.1',
      },
      { what: 'a reference to itself', broken: cycle, fine: { ...value, self: { ...value } }, at: 'self' },
    ],
    size: ['x', '测', '"', '😀'].map((character) => sized(character, value, field)),
    'json-faithful': [Number.NaN, Number.POSITIVE_INFINITY, new Map([[1, 2]]), new Set([1])].map((lost) => ({
      what: String(lost),
      broken: { ...value, more: [0, lost] },
      fine: { ...value, more: [0, null] },
      at: 'more.1',
    })),
  };
}

const headerPairs: Readonly<Record<string, readonly ResponsePair[]>> = {
  'headers-present': [
    pair('nothing', { headers: undefined, body: '' }, { headers: {}, body: '' }, 'headers'),
    pair('null', { headers: null, body: '' }, { headers: {}, body: '' }, 'headers'),
  ],
  'headers-object': [
    pair('a list', { headers: [['a', 'b']], body: '' }, { headers: { a: 'b' }, body: '' }, 'headers'),
    pair('a text', { headers: 'a: b', body: '' }, { headers: { a: 'b' }, body: '' }, 'headers'),
  ],
  'header-name': [
    pair('a space', header('X Tenant', 'a'), header('X-Tenant', 'a'), 'headers.X Tenant'),
    pair('no name', header('', 'a'), header('a', 'a'), 'headers.'),
    pair('a letter that is not ASCII', header('X-Té', 'a'), header("!#$%&'*+-.^_`|~", 'a'), 'headers.X-Té'),
    pair('a colon', header('a:', 'a'), header('a', 'a'), 'headers.a:'),
  ],
  'header-value': [
    pair('a number', header('X-Total', 5), header('X-Total', '5'), 'headers.X-Total'),
    pair('null', header('X-Total', null), header('X-Total', ''), 'headers.X-Total'),
    pair(
      'the second of a list',
      header('X-Total', ['5', 6]),
      header('X-Total', ['5', '6']),
      'headers.X-Total.1',
    ),
  ],
  'header-injection': [
    pair('a line break', header('X-Note', 'a\r\nb'), header('X-Note', 'a\tb'), 'headers.X-Note'),
    pair('a line feed', header('X-Note', 'a\nb'), header('X-Note', 'a b'), 'headers.X-Note'),
    pair('NUL', header('X-Note', 'a\0'), header('X-Note', 'a'), 'headers.X-Note'),
    pair(
      'the second of a list',
      header('X-Note', ['a', 'b\nc']),
      header('X-Note', ['a', 'b']),
      'headers.X-Note.1',
    ),
  ],
  'header-ascii': [
    pair('Chinese', header('X-Note', '测'), header('X-Note', '%E6%B5%8B'), 'headers.X-Note'),
    pair('Latin', header('X-Note', 'é'), header('X-Note', '~'), 'headers.X-Note'),
    pair(
      'the second of a list',
      header('X-Note', ['a', '测']),
      header('X-Note', ['a', 'b']),
      'headers.X-Note.1',
    ),
  ],
  'header-list': [pair('no value', header('X-Note', []), header('X-Note', ['']), 'headers.X-Note')],
  'header-repeated': [
    pair(
      'lower case first',
      { headers: { ...plain, a: '1', A: '2' } },
      { headers: { ...plain, a: '1', B: '2' } },
      'headers.A',
    ),
    pair(
      'upper case first',
      { headers: { ...plain, A: '1', a: '2' } },
      { headers: { ...plain, A: '1', b: '2' } },
      'headers.a',
    ),
    pair(
      'beside the content type',
      header('content-type', 'text/plain'),
      header('content', 'text/plain'),
      'headers.content-type',
    ),
  ],
  'set-cookie-joined': [
    pair(
      'two in a text',
      header('Set-Cookie', 'a=1, b=2'),
      header('Set-Cookie', ['a=1', 'b=2']),
      'headers.Set-Cookie',
    ),
    pair('in lower case', header('set-cookie', 'a=1,b=2'), header('cookie', 'a=1,b=2'), 'headers.set-cookie'),
    pair(
      'the second of a list',
      header('Set-Cookie', ['a=1', 'b=2, c=3']),
      header('Set-Cookie', ['a=1', 'b=2; Expires=Thu, 01 Jan 2026 00:00:00 GMT']),
      'headers.Set-Cookie.1',
    ),
  ],
  'transfer-encoding': [
    pair(
      'chunked',
      header('transfer-encoding', 'chunked'),
      header('te', 'chunked'),
      'headers.transfer-encoding',
    ),
  ],
  'content-length': [
    pair(
      'a byte more',
      header('Content-Length', '3'),
      header('Content-Length', '2'),
      'headers.Content-Length',
    ),
    pair(
      'characters instead of bytes',
      { ...header('content-length', '2'), body: '测试' },
      { ...header('content-length', '6'), body: '测试' },
      'headers.content-length',
    ),
    pair(
      'the characters of Base64',
      { ...header('content-length', '4'), ...bytes('YWI=') },
      { ...header('content-length', '2'), ...bytes('YWI=') },
      'headers.content-length',
    ),
  ],
};

const bodyPairs: Readonly<Record<string, readonly ResponsePair[]>> = {
  'body-string': [
    pair('an object', { body: { a: 1 } }, { body: '{"a":1}' }, 'body'),
    pair('a number', { body: 0 }, { body: '0' }, 'body'),
    pair('false', { body: false }, { body: 'false' }, 'body'),
  ],
  'body-null': [pair('null', { body: null }, { body: '' }, 'body')],
  'base64-boolean': [
    pair('a text', { isBase64Encoded: 'false' }, { isBase64Encoded: false }, 'isBase64Encoded'),
    pair('a number', { isBase64Encoded: 0 }, { isBase64Encoded: false }, 'isBase64Encoded'),
  ],
  'body-base64': [
    ['!!!!', ''],
    ['ok', 'b2s='],
    ['b2s', 'b2s='],
    ['b2-_', 'b2+/'],
    ['b2s=\n', 'b2s='],
    ['data:text/plain;base64,b2s=', 'b2s='],
  ].map(([broken = '', fine = '']) => pair(JSON.stringify(broken), bytes(broken), bytes(fine), 'body')),
  'body-text': [
    pair('a control character', { body: 'a\u0001' }, { body: 'a\t\n\u000b\f\r' }, 'body'),
    pair('the replacement character', { body: '\ufffd' }, { body: '\ufffc' }, 'body'),
    pair('half a character', { body: 'a\ud83d' }, { body: 'a\ud83d\ude00' }, 'body'),
    pair('DEL', { body: '\u007f' }, { body: '~' }, 'body'),
  ],
  'body-binary-type': [
    ...[
      'image/png',
      'audio/mpeg',
      'video/mp4',
      'font/woff2',
      'application/pdf',
      'application/octet-stream',
    ].map((type) =>
      pair(type, typed(type, 'abcd'), typed(type, 'YWJj', { isBase64Encoded: true }), 'isBase64Encoded'),
    ),
    pair(
      'a picture that is text',
      typed('IMAGE/PNG; a=b', 'x'),
      typed('image/svg+xml', 'x'),
      'isBase64Encoded',
    ),
    ...['gzip', 'br', 'DEFLATE'].map((coding) =>
      pair(
        coding,
        header('Content-Encoding', coding),
        header('Content-Encoding', 'identity'),
        'isBase64Encoded',
      ),
    ),
  ],
  'content-type': [
    pair('none', { headers: {} }, { headers: { 'content-type': 'text/plain' } }, 'headers.Content-Type'),
    pair(
      'none of a redirect',
      { headers: {}, statusCode: 302 },
      { headers: {}, statusCode: 302, body: '' },
      'headers.Content-Type',
    ),
  ],
  'body-json': [
    pair('a text', typed('application/json', 'ok'), typed('application/json', '"ok"'), 'body'),
    pair('with a charset', typed('Application/JSON; charset=utf-8', '{'), typed('text/json', '{'), 'body'),
    pair('a suffix', typed('application/problem+json', '{'), typed('application/problem+json', '{}'), 'body'),
    pair(
      'behind Base64',
      typed('application/json', Buffer.from('{').toString('base64'), { isBase64Encoded: true }),
      typed('application/json', Buffer.from('\ufeff{}').toString('base64'), { isBase64Encoded: true }),
      'body',
    ),
  ],
  'body-forbidden': [204, 304].map((statusCode) =>
    pair(String(statusCode), { statusCode }, { statusCode, body: '' }, 'body'),
  ),
};

const statusPairs: Readonly<Record<string, readonly ResponsePair[]>> = {
  'status-integer': [
    pair('a text', { statusCode: '200' }, { statusCode: 200 }, 'statusCode'),
    pair('a fraction', { statusCode: 200.5 }, { statusCode: 201 }, 'statusCode'),
    pair('null', { statusCode: null }, { statusCode: 200 }, 'statusCode'),
  ],
  'status-range': [
    pair('600', { statusCode: 600 }, { statusCode: 599 }, 'statusCode'),
    pair('99', { statusCode: 99 }, { statusCode: 200 }, 'statusCode'),
    pair('below 0', { statusCode: -200 }, { statusCode: 200 }, 'statusCode'),
  ],
  'status-final': [100, 199].map((statusCode) =>
    pair(String(statusCode), { statusCode, body: '' }, { statusCode: 200, body: '' }, 'statusCode'),
  ),
  'misspelt-field': [
    ...['isBase64', 'base64Encoded', 'isBase64encoded'].map((name) =>
      pair(name, { [name]: false, isBase64Encoded: undefined }, {}, name),
    ),
    ...['status', 'code', 'status_code', 'statuscode', 'StatusCode'].map((name) =>
      pair(name, { [name]: 200, statusCode: undefined }, { [name]: 200 }, name),
    ),
    ...['header', 'Headers'].map((name) =>
      pair(name, { [name]: {}, headers: undefined, body: '' }, { [name]: {} }, name),
    ),
    pair('Body', { Body: 'ok', body: undefined }, { Body: 'ok' }, 'Body'),
    pair('cookies', { cookies: ['a=1'] }, {}, 'cookies'),
    pair('multiValueHeaders', { multiValueHeaders: {} }, {}, 'multiValueHeaders'),
  ],
};

/** Rules that a value must break as well to break the one at hand. */
export const alsoBroken: Readonly<Record<string, readonly string[]>> = {
  isBase64: ['base64-present'],
  base64Encoded: ['base64-present'],
  isBase64encoded: ['base64-present'],
  status: ['status-integer'],
  code: ['status-integer'],
  status_code: ['status-integer'],
  statuscode: ['status-integer'],
  StatusCode: ['status-integer'],
  header: ['headers-present'],
  Headers: ['headers-present'],
};

const value = (what: string, broken: unknown, fine: unknown, at: string): ResponsePair => ({
  what,
  broken,
  fine,
  at,
});
const http = { ...returnPairs(response, 'body'), ...statusPairs, ...headerPairs, ...bodyPairs };
const whole = {
  object: [
    value('a text', '{}', response, ''),
    value('nothing', undefined, response, ''),
    value('null', null, response, ''),
    value('a list', [response], response, ''),
  ],
  'base64-present': [
    pair('nothing', { isBase64Encoded: undefined }, {}, 'isBase64Encoded'),
    pair('null', { isBase64Encoded: null }, {}, 'isBase64Encoded'),
  ],
};
const location = [
  pair('a redirect', header('location', '/'), header('content-location', '/'), 'headers.location'),
];

const connectEvent = {
  websocket: {
    action: 'connecting',
    secConnectionID: 'abc==',
    secWebSocketProtocol: 'chat, binary',
    secWebSocketExtensions: 'permessage-deflate; client_max_window_bits, x-one',
  },
};
const accepted = { action: 'connecting', secConnectionID: 'abc==' };
const reply = { errNo: 0, errMsg: 'ok', websocket: accepted };
const ofReply = pairsOf(reply);
const answered = (what: string, broken: Changed, fine: Changed, field: string): ResponsePair => ({
  ...ofReply(
    what,
    { websocket: { ...accepted, ...broken } },
    { websocket: { ...accepted, ...fine } },
    `websocket.${field}`,
  ),
  connectEvent,
});
const choices = [
  ['protocol', 'secWebSocketProtocol', 'chat', 'binary'],
  ['extension', 'secWebSocketExtensions', 'permessage-deflate; server_max_window_bits=10', 'x-one'],
] as const;

const replyPairs: Readonly<Record<string, readonly ResponsePair[]>> = {
  ...returnPairs(reply, 'errMsg'),
  object: [value('nothing', undefined, reply, ''), value('a list', [reply], reply, '')],
  'errNo-integer': [
    ofReply('a text', { errNo: '0' }, { errNo: 0 }, 'errNo'),
    ofReply('a fraction', { errNo: 0.5 }, { errNo: 1 }, 'errNo'),
    ofReply('nothing', { errNo: undefined }, { errNo: -1 }, 'errNo'),
  ],
  'errMsg-string': [
    ofReply('nothing', { errMsg: undefined }, { errMsg: '' }, 'errMsg'),
    ofReply('null', { errMsg: null }, { errMsg: '' }, 'errMsg'),
  ],
  'websocket-object': [
    ofReply('nothing', { websocket: undefined }, { websocket: undefined, errNo: 1 }, 'websocket'),
    ofReply('null', { websocket: null, errNo: 1 }, { websocket: accepted, errNo: 1 }, 'websocket'),
  ],
  action: [answered('another', { action: 'connected' }, { action: 'connecting' }, 'action')],
  'connection-id': [
    answered('another', { secConnectionID: 'abd==' }, { secConnectionID: 'abc==' }, 'secConnectionID'),
    ofReply('empty', { websocket: { ...accepted, secConnectionID: '' } }, {}, 'websocket.secConnectionID'),
    ofReply('a number', { websocket: { ...accepted, secConnectionID: 5 } }, {}, 'websocket.secConnectionID'),
  ],
  ...Object.fromEntries(
    choices.flatMap(([rule, field, first, second]) => [
      [`${rule}-string`, [answered('a list', { [field]: [first] }, { [field]: first }, field)]],
      [
        `${rule}-offered`,
        [
          answered('another', { [field]: 'mqtt' }, { [field]: second }, field),
          answered('another case', { [field]: second.toUpperCase() }, { [field]: second }, field),
          {
            ...answered('where nothing is offered', { [field]: first }, { [field]: '' }, field),
            connectEvent: { websocket: accepted },
          },
        ],
      ],
      [
        `${rule}-single`,
        [answered('two', { [field]: `${first},${second}` }, { [field]: `${first},` }, field)],
      ],
    ]),
  ),
};

/** For every rule of every response contract what breaks it, and what it lets pass. */
export const responsePairs: Readonly<Record<string, Readonly<Record<string, readonly ResponsePair[]>>>> = {
  'apigw-response': { ...http, ...whole, location },
  'clb-response': { ...http, ...whole },
  'function-url-response': {
    ...http,
    // Without a statusCode the whole value is the body, and status-missing says so.
    'misspelt-field': statusPairs['misspelt-field']?.filter(({ at }) => !/^status|code$/i.test(at)) ?? [],
    'status-missing': [
      value('a body', { body: 'ok' }, { Body: 'ok', text: 'ok' }, 'statusCode'),
      value('headers', { headers: {} }, { statusCode: 200, headers: {} }, 'statusCode'),
    ],
  },
  'apigw-passthrough': {
    ...returnPairs({ a: 1 }, 'body'),
    integrated: [value('a status', response, { ...response, statusCode: undefined }, 'statusCode')],
  },
  'async-result': {
    ...returnPairs({ a: 1 }, 'body'),
    http: [value('a status', { statusCode: 500 }, { statusCode: '500' }, 'statusCode')],
  },
  'websocket-reply': replyPairs,
  'websocket-result': {
    ...returnPairs({ a: 1 }, 'body'),
    ignored: [
      value('an error', { errNo: 1 }, { errNo: 0 }, 'errNo'),
      value('a status', { statusCode: 500 }, { statusCode: 200 }, 'statusCode'),
    ],
  },
};
