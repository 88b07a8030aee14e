import { describe, expect, test } from 'vitest';
import {
  check,
  describeIssue,
  jsonBytes,
  kindOf,
  sample,
  samples,
  websocketClose,
  websocketConnect,
  websocketData,
} from '../../src/index.js';

describe('websocket-connect', () => {
  test('offers protocols and extensions, one of them, or neither', () => {
    const offers = [...samples(websocketConnect, { count: 200 })].map(({ websocket }) =>
      Object.keys(websocket).slice(2).join(),
    );
    expect(new Set(offers)).toEqual(
      new Set([
        '',
        'secWebSocketExtensions',
        'secWebSocketProtocol',
        'secWebSocketProtocol,secWebSocketExtensions',
      ]),
    );
  });

  test('names its service, and has neither headers nor query string', () => {
    const event = sample(websocketConnect);
    expect(event).not.toHaveProperty('headers');
    expect(event).not.toHaveProperty('queryString');
    expect(event.requestContext).not.toHaveProperty('serviceId');
    expect(event.requestContext.serviceName).not.toBe('');
  });

  test('notices a handshake that is no GET', () => {
    const event = sample(websocketConnect, { overrides: { requestContext: { httpMethod: 'POST' } } });
    expect(check(websocketConnect, event).map(describeIssue)).toMatchInlineSnapshot(`
      [
        "requestContext.httpMethod: expected "GET", received "POST" (a string)",
      ]
    `);
  });
});

describe('websocket-data', () => {
  test('sends texts and bytes', () => {
    for (const { websocket } of samples(websocketData, { count: 200 })) {
      const { data, dataType } = websocket;
      if (dataType === 'binary') expect(Buffer.from(data, 'base64').toString('base64')).toBe(data);
    }
    const types = [...samples(websocketData, { count: 200 })].map(({ websocket }) => websocket.dataType);
    expect(new Set(types)).toEqual(new Set(['text', 'binary']));
  });

  test('takes the data and the type that are given', () => {
    expect(sample(websocketData, { overrides: { websocket: { data: 'hi' } } }).websocket).toMatchObject({
      data: 'hi',
      dataType: 'text',
    });
    for (let index = 0; index < 40; index++) {
      const event = sample(websocketData, { index, overrides: { websocket: { dataType: 'binary' } } });
      expect(check(websocketData, event, { strict: true })).toEqual([]);
    }
  });

  test('notices bytes that are no Base64', () => {
    const event = sample(websocketData, { overrides: { websocket: { dataType: 'binary', data: 'hello!' } } });
    expect(check(websocketData, event).map(describeIssue)).toMatchInlineSnapshot(`
      [
        "websocket.data: expected Base64, since dataType is "binary", received "hello!" (a string)",
      ]
    `);
  });

  test('opens JSON and bytes', () => {
    const opened = (websocket: { data: string; dataType: 'text' | 'binary' }) =>
      websocketData.decode(sample(websocketData, { overrides: { websocket } }));
    const path = ['websocket', 'data'];
    expect(opened({ dataType: 'text', data: '{"a":1}' })).toEqual([
      { path, encoding: 'JSON', value: { a: 1 } },
    ]);
    expect(opened({ dataType: 'binary', data: '/w==' })).toEqual([
      { path, encoding: 'Base64', value: Uint8Array.of(255) },
    ]);
    expect(opened({ dataType: 'text', data: 'hello' })).toEqual([]);
  });

  test('reaches every size', () => {
    for (const index of [0, 1, 2, 3, 4, 5, 6, 7]) {
      const bytes = jsonBytes(sample(websocketData, { index }));
      for (let extra = 0; extra < 20; extra++) {
        const event = sample(websocketData, { index, sizeBytes: bytes + extra });
        expect([jsonBytes(event), check(websocketData, event)]).toEqual([bytes + extra, []]);
      }
    }
  });
});

test('ids of connections are 128 bits of Base64, and each connection has its own', () => {
  const ids = [...samples(websocketClose, { count: 500 })].map(({ websocket }) => websocket.secConnectionID);
  for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9+/]{22}==$/);
  expect(new Set(ids).size).toBe(500);
  expect(ids.some((id) => id.includes('+'))).toBe(true);
  expect(ids.some((id) => id.includes('/'))).toBe(true);
});

test('the three kinds are told apart by their action', () => {
  expect(kindOf(sample(websocketConnect))).toBe('websocket-connect');
  expect(kindOf(sample(websocketData))).toBe('websocket-data');
  expect(kindOf(sample(websocketClose))).toBe('websocket-close');
  expect(kindOf({ websocket: { action: 'data recv' } })).toBe('websocket-data');
  expect(kindOf({ websocket: { action: 'pong' } })).toBeUndefined();
});
