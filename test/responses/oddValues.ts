const response = {
  isBase64Encoded: false,
  statusCode: 200,
  headers: { 'Content-Type': 'text/plain' },
  body: 'ok',
};
const day = new Date('2026-01-01T00:00:00Z');
const emptyBodyBytes = JSON.stringify({ ...response, body: '' }).length;

class Answer {
  isBase64Encoded = false;
  statusCode = 200;
  headers = { 'Content-Type': 'text/plain' };
  body = 'ok';
}

function cycle(): unknown {
  const value: Record<string, unknown> = { ...response };
  value.self = { value };
  return value;
}

/** Returned values of the table that JSON cannot write down, by the name they have there. */
export const oddValues: Readonly<Record<string, () => unknown>> = {
  undefined: () => undefined,
  symbol: () => Symbol('done'),
  bigint: () => ({ ...response, body: 5n }),
  bigintDeep: () => ({ data: [{ id: 9007199254740993n }] }),
  cycle,
  throwingToJson: () => ({
    toJSON() {
      throw new Error('no JSON today');
    },
  }),
  toJson: () => ({ toJSON: () => response }),
  nullPrototype: () => Object.assign(Object.create(null), response),
  classInstance: () => new Answer(),
  error: () => new Error('failed'),
  statusNaN: () => ({ ...response, statusCode: Number.NaN }),
  statusInfinity: () => ({ ...response, statusCode: Number.POSITIVE_INFINITY }),
  headersUndefined: () => ({ ...response, headers: undefined }),
  headerUndefined: () => ({ ...response, headers: { ...response.headers, 'X-Trace': undefined } }),
  headerDate: () => ({ ...response, headers: { ...response.headers, 'Last-Modified': day } }),
  bodyUndefined: () => ({ ...response, body: undefined }),
  bodyFunction: () => ({ ...response, body: () => 'ok' }),
  bodyBuffer: () => ({ ...response, body: Buffer.from('hi') }),
  bodyBytes: () => ({ ...response, body: Uint8Array.of(104, 105) }),
  bodyMap: () => ({ ...response, body: new Map([['a', 1]]) }),
  bodyDate: () => ({ ...response, body: day }),
  bodyBoxed: () => ({ ...response, body: Object('boxed') }),
  plainNaN: () => ({ value: Number.NaN }),
  plainMap: () => ({ value: new Map() }),
  plainSet: () => [new Set([1])],
  plainDate: () => day,
  replyWithNaN: () => ({
    errNo: 0,
    errMsg: 'ok',
    websocket: { action: 'connecting', secConnectionID: 'xawexasdfewezdfsdfeasdfffa==' },
    waitSeconds: Number.NaN,
  }),
  undefinedField: () => ({ a: 1, b: undefined }),
  sixMegabytes: () => ({ ...response, body: 'a'.repeat(6_291_456 - emptyBodyBytes) }),
  overSixMegabytes: () => ({ ...response, body: 'a'.repeat(6_291_456 - emptyBodyBytes + 1) }),
  sixMegabytesOfChinese: () => ({ ...response, body: '云'.repeat(2_097_152) }),
  fourMegabytesInBase64: () => ({
    isBase64Encoded: true,
    statusCode: 200,
    headers: { 'Content-Type': 'application/octet-stream' },
    body: Buffer.alloc(4_194_303, 7).toString('base64'),
  }),
};
