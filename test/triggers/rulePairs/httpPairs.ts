import { pairsOf, type RulePair, type RulePairs, sizePairs, syncBytes } from './pair.js';

const id = 'b195d082cd883c44c27e7523590bed8c';
const request = {
  body: '测试',
  headerParameters: {},
  headers: {
    'content-length': '6',
    'content-type': 'text/plain',
    host: 'service-7k2m9xq0-1250000001.sh.apigw.tencentcs.com',
    'user-agent': 'curl/8.5.0',
    'x-api-requestid': id,
    'x-b3-traceid': id,
  },
  httpMethod: 'POST',
  isBase64Encoded: false,
  path: '/shops/12/orders/a%20b',
  pathParameters: { shop: '12', order: 'a b' },
  queryString: { page: '2', tag: ['x', 'y'] },
  queryStringParameters: {},
  requestContext: {
    httpMethod: 'POST',
    identity: {},
    path: '/shops/{shop}/orders/{order}',
    serviceId: 'service-7k2m9xq0',
    sourceIp: '198.51.100.247',
    stage: 'release',
  },
};
const ofRequest = pairsOf(request);

/** Texts that are no Base64, each with one that is. */
const base64Texts: readonly (readonly [broken: string, fine: string])[] = [
  ['!!!!', ''],
  ['YWJj!!!!', 'YWJj'],
  ['YWI', 'YWI='],
  ['YWJ', 'YWJj'],
  ['YW-_', 'YW+/'],
  ['YWJj\n', 'YWJj'],
  ['YWJj=', 'YWJj'],
];

/** Every such text, with what says that it is Base64. */
export function base64Pairs(
  pair: typeof ofRequest,
  field: string,
  flag: Readonly<Record<string, unknown>>,
): RulePair[] {
  return base64Texts.map(([broken, fine]) =>
    pair(`${JSON.stringify(broken)} as Base64`, { ...flag, [field]: broken }, { ...flag, [field]: fine }, [
      field,
    ]),
  );
}

export const withoutLength = { 'headers.content-length': undefined };

export const apigwPairs: RulePairs = {
  'apigw/method-of-api': [
    ofRequest(
      'another method',
      { 'requestContext.httpMethod': 'PUT' },
      { 'requestContext.httpMethod': 'ANY' },
    ),
  ],
  'apigw/path-of-api': [
    ofRequest('the first segment', { path: '/Shops/12/orders/a%20b' }, { path: '/shops/12/orders/a%20b' }),
    ofRequest(
      'a segment behind a placeholder',
      { path: '/shops/12/Orders/a%20b' },
      { path: '/shops/12/orders/a%20b/c' },
    ),
    ofRequest('too short', { path: '/shops/12/orders' }, { path: '/shops/12/orders/a%20b' }),
    ofRequest(
      'a placeholder with another value',
      { 'pathParameters.shop': '13' },
      { 'pathParameters.shop': '12' },
    ),
    ofRequest(
      'the second placeholder',
      { 'pathParameters.order': 'a  b' },
      { 'pathParameters.order': 'a%20b' },
    ),
    ofRequest(
      'a name that is no placeholder',
      { 'pathParameters.id': '12' },
      { 'pathParameters.shop': undefined },
    ),
  ],
  'apigw/declared-query': [
    ofRequest('another value', { 'queryStringParameters.page': '3' }, { 'queryStringParameters.page': '2' }),
    ofRequest('none of a list', { 'queryStringParameters.tag': 'z' }, { 'queryStringParameters.tag': 'y' }),
    ofRequest(
      'a value that was not sent',
      { 'queryStringParameters.size': '5' },
      { 'queryStringParameters.size': '' },
    ),
    ofRequest(
      'a name of every object',
      { 'queryStringParameters.constructor': '5' },
      { 'queryStringParameters.constructor': '' },
    ),
  ],
  'apigw/base64-body': [
    ...base64Pairs(ofRequest, 'body', { ...withoutLength, isBase64Encoded: true }),
    ...base64Pairs(ofRequest, 'body', { ...withoutLength, isBase64Encoded: 'true' }).map((pair) => ({
      ...pair,
      also: ['apigw/sent-today'],
    })),
  ],
  'apigw/body-on-get': ['GET', 'HEAD'].map((httpMethod) => {
    const method = { httpMethod, 'requestContext.httpMethod': httpMethod };
    return ofRequest(httpMethod, method, { ...method, body: undefined, ...withoutLength }, ['body']);
  }),
  'apigw/lower-case-headers': [
    ofRequest('one capital', { 'headers.Accept': '*/*' }, { 'headers.accept': '*/*' }),
    ofRequest('a capital at the end', { 'headers.x-tenanT': 'a' }, { 'headers.x-tenant': 'a' }),
  ],
  'apigw/content-length': [
    ofRequest(
      'characters instead of bytes',
      { 'headers.content-length': '2' },
      { 'headers.content-length': '6' },
    ),
    ofRequest('a byte more', { 'headers.content-length': '7' }, withoutLength),
    ofRequest(
      'the characters of Base64',
      { body: 'YWI=', isBase64Encoded: true, 'headers.content-length': '4' },
      { body: 'YWI=', isBase64Encoded: true, 'headers.content-length': '2' },
      ['headers.content-length'],
    ),
    ofRequest('no body', { body: undefined }, { body: undefined, 'headers.content-length': '0' }, [
      'headers.content-length',
    ]),
  ],
  'apigw/request-id-header': [
    ofRequest('no id', { 'headers.x-api-requestid': undefined }, {}),
    ofRequest('no trace id', { 'headers.x-b3-traceid': undefined }, {}),
    ofRequest('another trace id', { 'headers.x-b3-traceid': `${id.slice(1)}0` }, {}),
    ofRequest(
      'a digit short',
      { 'headers.x-api-requestid': id.slice(1), 'headers.x-b3-traceid': id.slice(1) },
      { 'headers.x-api-requestid': `${id.slice(1)}0`, 'headers.x-b3-traceid': `${id.slice(1)}0` },
      ['headers.x-api-requestid'],
    ),
    ofRequest(
      'capital digits',
      { 'headers.x-api-requestid': id.toUpperCase(), 'headers.x-b3-traceid': id.toUpperCase() },
      {},
      ['headers.x-api-requestid'],
    ),
  ],
  'apigw/stage': [
    ofRequest('another word', { 'requestContext.stage': 'prod' }, { 'requestContext.stage': 'prepub' }),
    ofRequest('another case', { 'requestContext.stage': 'Test' }, { 'requestContext.stage': 'test' }),
  ],
  'apigw/only-documented': [
    ofRequest('an id', { 'requestContext.requestId': id }, {}),
    ofRequest('a flag', { 'requestContext.websocketEnable': false }, {}),
    ofRequest('variables', { stageVariables: {} }, {}),
  ],
  'apigw/sent-today': [
    ofRequest('no header parameters', { headerParameters: undefined }, { headerParameters: {} }),
    ofRequest('no flag', { isBase64Encoded: undefined }, { isBase64Encoded: false }),
    ofRequest('a flag as text', { isBase64Encoded: 'false' }, { isBase64Encoded: false }),
    ofRequest(
      'a flag as text of bytes',
      { ...withoutLength, isBase64Encoded: 'true', body: 'YWJj' },
      { ...withoutLength, isBase64Encoded: true, body: 'YWJj' },
      ['isBase64Encoded'],
    ),
  ],
  'apigw/fits-sync-invocation': sizePairs(request, 'headers.user-agent', { bytes: syncBytes }),
  'apigw/unknown-field': [
    ofRequest('at the top', { future: 1 }, {}),
    ofRequest('in the context', { 'requestContext.future': 1 }, {}),
    ofRequest('in the identity', { 'requestContext.identity.future': 1 }, {}),
  ],
};

const balanced = {
  headers: {
    'Content-type': 'text/plain; charset=utf-8',
    Host: 'www.example.com',
    'User-Agent': 'okhttp/4.12.0',
    'X-Forwarded-For': '198.51.100.217',
    'X-Forwarded-Proto': 'https',
    'X-Real-IP': '198.51.100.217',
    'X-Stgw-Time': '1793422386.523',
  },
  isBase64Encoded: 'false',
  payload: 'thanks',
};
const ofBalanced = pairsOf(balanced);
const asBytes = { 'headers.Content-type': 'image/png', payload: 'YWJj', isBase64Encoded: 'true' };

export const clbPairs: RulePairs = {
  'clb/encoding-of-type': [
    ...['text/css', 'application/json', 'application/javascript', 'application/xml; charset=utf-8'].map(
      (type) =>
        ofBalanced(type, { ...asBytes, 'headers.Content-type': type }, { 'headers.Content-type': type }, [
          'isBase64Encoded',
        ]),
    ),
    ...[
      'image/svg+xml',
      'application/octet-stream',
      'application/x-www-form-urlencoded',
      'application/jsonp',
    ].map((type) =>
      ofBalanced(type, { 'headers.Content-type': type }, { ...asBytes, 'headers.Content-type': type }, [
        'isBase64Encoded',
      ]),
    ),
    ...[true, false].map((flag) => ({
      ...ofBalanced(
        `${flag} as a boolean`,
        { ...(flag ? {} : asBytes), payload: 'YWJj', isBase64Encoded: flag },
        { ...(flag ? asBytes : {}), payload: 'YWJj', isBase64Encoded: flag },
        ['isBase64Encoded'],
      ),
      also: ['clb/flag-as-text'],
    })),
  ],
  'clb/base64-payload': [
    ...base64Pairs(ofBalanced, 'payload', asBytes),
    ...base64Pairs(ofBalanced, 'payload', { ...asBytes, isBase64Encoded: true }).map((pair) => ({
      ...pair,
      also: ['clb/flag-as-text'],
    })),
    ofBalanced('no text', { ...asBytes, payload: { a: 1 } }, asBytes, ['payload']),
  ],
  'clb/flag-as-text': [
    ofBalanced('a boolean', { isBase64Encoded: false }, { isBase64Encoded: 'false' }),
    ofBalanced('nothing', { isBase64Encoded: undefined }, { isBase64Encoded: 'false' }),
    ofBalanced('a boolean of bytes', { ...asBytes, isBase64Encoded: true }, asBytes, ['isBase64Encoded']),
  ],
  'clb/title-case-headers': [
    ofBalanced('a small letter', { 'headers.accept': '*/*' }, { 'headers.Accept': '*/*' }),
  ],
  'clb/stgw-time': [
    ofBalanced(
      'two decimals',
      { 'headers.X-Stgw-Time': '1793422386.52' },
      { 'headers.X-Stgw-Time': '1793422386.052' },
    ),
    ofBalanced(
      'four decimals',
      { 'headers.X-Stgw-Time': '1793422386.5230' },
      { 'headers.X-Stgw-Time': '1793422386.523' },
    ),
    ofBalanced(
      'no decimals',
      { 'headers.X-Stgw-Time': '1793422386' },
      { 'headers.X-Stgw-Time': '1793422386.000' },
    ),
  ],
  'clb/balancer-headers': ['X-Real-IP', 'X-Forwarded-For', 'X-Forwarded-Proto', 'X-Stgw-Time'].map((name) =>
    ofBalanced(`no ${name}`, { [`headers.${name}`]: undefined }, {}),
  ),
  'clb/fits-sync-invocation': [
    ...sizePairs(balanced, 'payload', { bytes: syncBytes }),
    ...sizePairs(balanced, 'headers.User-Agent', { bytes: syncBytes }),
  ],
  'clb/unknown-field': [ofBalanced('beside the headers', { future: 1 }, {})],
};
