import { base64Pairs, withoutLength } from './httpPairs.js';
import { pairsOf, type RulePairs, sizePairs, syncBytes } from './pair.js';

const url = {
  body: '测试',
  headers: {
    'content-length': '6',
    'content-type': 'text/plain',
    host: '1250000001-a1b2c3d4e5.ap-guangzhou.tencentscf.com',
    'user-agent': 'curl/8.5.0',
    'x-scf-remote-addr': '203.0.113.117',
  },
  httpMethod: 'POST',
  path: '/notes',
  queryString: {},
};
const ofUrl = pairsOf(url);
const remote = (address: string, sourceIp: string) => ({
  'headers.x-scf-remote-addr': address,
  requestContext: { sourceIp },
});

export const functionUrlPairs: RulePairs = {
  'function-url/remote-address': [
    ofUrl('no address', { 'headers.x-scf-remote-addr': undefined }, {}),
    ofUrl(
      'no address on a domain of the platform',
      { 'headers.x-scf-remote-addr': undefined, 'headers.host': '1250000001-a1.ap-guangzhou.tencentscf.com' },
      { 'headers.x-scf-remote-addr': undefined, 'headers.host': 'api.example.com' },
      ['headers.x-scf-remote-addr'],
    ),
    ...(
      [
        ['203.0.113.117', '203.0.113.118', '203.0.113.117'],
        ['203.0.113.117:50123', '203.0.113.119', '203.0.113.117'],
        ['[2001:db8::7]:443', '2001:db8::8', '2001:db8::7'],
        ['2001:db8::7', '2001:db8::9', '2001:db8::7'],
      ] as const
    ).map(([address, broken, fine]) =>
      ofUrl(`${broken} for ${address}`, remote(address, broken), remote(address, fine), [
        'requestContext.sourceIp',
      ]),
    ),
  ],
  'function-url/body-of-post': ['POST', 'PUT', 'PATCH'].map((httpMethod) =>
    ofUrl(
      httpMethod,
      { httpMethod, body: undefined, ...withoutLength },
      { httpMethod, body: '', ...withoutLength },
      ['body'],
    ),
  ),
  'function-url/lower-case-headers': [
    ofUrl('a capital', { 'headers.Accept': '*/*' }, { 'headers.accept': '*/*' }),
  ],
  'function-url/content-length': [
    ofUrl(
      'characters instead of bytes',
      { 'headers.content-length': '2' },
      { 'headers.content-length': '6' },
    ),
    ofUrl('a zero in front', { 'headers.content-length': '06' }, withoutLength),
  ],
  'function-url/fits-sync-invocation': [
    ...sizePairs(url, 'headers.user-agent', { bytes: syncBytes }),
    ...sizePairs({ ...url, headers: { ...url.headers, 'content-length': undefined } }, 'body', {
      bytes: syncBytes,
    }),
  ],
  'function-url/unknown-field': [
    ofUrl('at the top', { future: 1 }, {}),
    ofUrl('in the context', { requestContext: { sourceIp: '203.0.113.117', future: 1 } }, {}, [
      'requestContext.future',
    ]),
  ],
};

const request = {
  body: 'YWJj',
  headers: { 'content-type': 'application/octet-stream' },
  httpMethod: 'POST',
  path: '/notes',
  queryString: {},
  sourceIp: '203.0.113.117',
};
const ofWeb = pairsOf(request);

export const webPairs: RulePairs = {
  'web/base64-body': [
    ...base64Pairs(ofWeb, 'body', { isBase64Encoded: true }),
    ofWeb('bytes', { isBase64Encoded: true, body: 'YWI' }, { body: 'YWI' }, ['body']),
  ],
  'web/unknown-field': [
    ofWeb('at the top', { future: 1 }, {}),
    ofWeb('in the spelling', { 'spelling.future': 1 }, { 'spelling.isChunked': true }),
  ],
};

const secConnectionID = 'smPyH94W2F7/oU7diefg9w==';
const closed = { websocket: { action: 'closing', secConnectionID } };
const sent = { websocket: { action: 'data send', secConnectionID, dataType: 'text', data: '' } };
const connecting = {
  requestContext: {
    serviceName: 'testsvc',
    path: '/ws',
    httpMethod: 'GET',
    requestId: 'd7a55115-f282-4539-92c3-09b03d4f110b',
    identity: {},
    sourceIp: '203.0.113.77',
    stage: 'release',
    websocketEnable: true,
  },
  websocket: { action: 'connecting', secConnectionID },
};
const [ofClosed, ofSent, ofConnecting] = [closed, sent, connecting].map(pairsOf) as [
  typeof ofUrl,
  typeof ofUrl,
  typeof ofUrl,
];

export const websocketPairs: RulePairs = {
  'websocket-close/fits-sync-invocation': sizePairs(closed, 'Future', {
    bytes: syncBytes,
    also: ['websocket-close/unknown-field'],
  }),
  'websocket-close/unknown-field': [ofClosed('beside the id', { 'websocket.future': 1 }, {})],
  'websocket-connect/method': [
    ofConnecting('a POST', { 'requestContext.httpMethod': 'POST' }, { 'requestContext.httpMethod': 'GET' }),
  ],
  'websocket-connect/stage': [
    ofConnecting('another word', { 'requestContext.stage': 'prod' }, { 'requestContext.stage': 'prepub' }),
  ],
  'websocket-connect/fits-sync-invocation': sizePairs(connecting, 'Future', {
    bytes: syncBytes,
    also: ['websocket-connect/unknown-field'],
  }),
  'websocket-connect/unknown-field': [
    ofConnecting('beside the context', { future: 1 }, {}),
    ofConnecting('in the identity', { 'requestContext.identity.future': 1 }, {}),
    ofConnecting('beside the id', { 'websocket.future': 1 }, {}),
  ],
  'websocket-data/binary-is-base64': base64Pairs(ofSent, 'websocket.data', {
    'websocket.dataType': 'binary',
  }),
  'websocket-data/data-recv': [
    ofSent('the other way', { 'websocket.action': 'data recv' }, { 'websocket.action': 'data send' }),
  ],
  'websocket-data/fits-sync-invocation': sizePairs(sent, 'websocket.data', { bytes: syncBytes }),
  'websocket-data/unknown-field': [ofSent('beside the data', { 'websocket.future': 1 }, {})],
};

export const invokePairs: RulePairs = {
  'invoke/fits-sync-invocation': [
    ...sizePairs('', '', { bytes: syncBytes }),
    ...sizePairs({ a: [1, true, null] }, 'text', { bytes: syncBytes }),
    {
      what: 'names instead of texts',
      broken: { ['测'.repeat((syncBytes - 5) / 3)]: 12 },
      fine: { ['测'.repeat((syncBytes - 8) / 3)]: 12 },
      at: [''],
    },
  ],
};
