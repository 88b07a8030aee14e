import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { edgeCases, samples, type WebRequest, web } from '../../src/index.js';
import { callOf } from '../../src/runtime/callOf.js';
import { headersToSend, requestBytes, targetOf } from '../../src/runtime/webRequest.js';
import { webRequestOf } from '../../src/runtime/webRequestOf.js';
import { rowsToTry } from '../nightly.js';

/** What a server of Node gets of the bytes that are sent for a request, described again. */
async function describedAgain(
  request: WebRequest,
  port: () => Promise<number>,
  got: () => Promise<ReturnType<typeof webRequestOf>>,
) {
  const socket = connect(await port(), '127.0.0.1');
  const described = got();
  socket.end(requestBytes(request, callOf(null, {})));
  return described;
}

async function receiver() {
  const waiting: ((request: ReturnType<typeof webRequestOf>) => void)[] = [];
  const server = createServer({ maxHeaderSize: 1_000_000 }, async (message: IncomingMessage, response) => {
    const { method = '', url: target = '', rawHeaders } = message;
    const body = Buffer.concat(await message.toArray());
    response.end();
    waiting.shift()?.(webRequestOf({ method, target, rawHeaders, body, address: '203.0.113.7' }));
  }).listen(0, '127.0.0.1');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  await once(server, 'listening');
  return {
    port: async () => (server.address() as AddressInfo).port,
    got: () => new Promise<ReturnType<typeof webRequestOf>>((done) => waiting.push(done)),
  };
}

const cases = [
  ...edgeCases(web).map(({ name, event }) => [name, event] as const),
  ...[...samples(web, { seed: 3, count: 20 })].map((event, index) => [`event ${index}`, event] as const),
];

test.each(rowsToTry(cases, 12))('what is sent is described as what it was: %s', async (_, request) => {
  const { port, got } = await receiver();
  const again = await describedAgain(request, port, got);
  expect(web.contract.accepts(again)).toBe(true);
  const same = { httpMethod: request.httpMethod, target: targetOf(request) };
  expect({ httpMethod: again.httpMethod, target: targetOf(again) }).toEqual(same);
  const bytesOf = ({ body = '', isBase64Encoded }: Pick<typeof again, 'body' | 'isBase64Encoded'>) =>
    Buffer.from(body, isBase64Encoded === true ? 'base64' : 'utf8').toString('base64');
  expect(bytesOf(again)).toBe(bytesOf(request));
  expect(again.spelling?.isChunked).toBe(request.spelling?.isChunked);
  const sent = Object.fromEntries(
    headersToSend(request).map(([key, value]) => [key.toLowerCase(), value.trim()]),
  );
  expect(again.headers).toMatchObject(sent);
});

test('a query is read as it is written', () => {
  const request = (target: string) =>
    webRequestOf({ method: 'GET', target, rawHeaders: [], body: new Uint8Array(), address: '203.0.113.7' });
  expect(request('/a?b&c=&c=1&d=x%20y&__proto__=1&e=%zz&=f').queryString).toEqual(
    JSON.parse('{"b":true,"c":["","1"],"d":"x y","__proto__":"1","e":"%zz","":"f"}'),
  );
  expect(request('/a?b=x+y')).toMatchObject({ queryString: { b: 'x y' }, spelling: { hasPlus: true } });
  expect(request('*')).toMatchObject({ path: '/*', queryString: {} });
});
