import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';

/** Asks a server of its own; gives what fetch gives. */
async function fetched(listener: RequestListener): Promise<Response> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await new Promise((listening) => server.once('listening', listening));
  return fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
}

test('passes for what a server answers, whose body stays readable', async () => {
  const response = await fetched((_, answer) => answer.end('hello'));
  await expect(response).toBeValidWebResponse();
  expect(await response.text()).toBe('hello');
});

test('tells every problem', async () => {
  const headers = { 'x-session': 'a'.repeat(4500), 'set-cookie': 'a=1, b=2' };
  const response = new Response('EXAMPLE-TOKEN-0001', { headers });
  await expect(expect(response).toBeValidWebResponse()).rejects.toThrowErrorMatchingInlineSnapshot(`
    [Error: expect(response).toBeValidWebResponse()

    Expected an answer that the platform passes on, found 2 problems and 1 warning:
      headers: expected names and values of 4096 bytes at most, received 4563 bytes; put large values into the body  web-answer/headers-size
      body: expected nothing of the keys that came with the request, received a key of the role; never send the headers of a request back  web-answer/keys
      warning: headers["set-cookie"]: expected one cookie in each header, received "a=1, b=2"; set the header once for each cookie  web-answer/set-cookie-joined
    The response is HTTP 200 EXAMPLE-TOKEN-0001
    Sources:
      headers-size: https://cloud.tencent.com/document/product/583/56124
      keys: https://www.tencentcloud.com/document/product/583/41076: each request carries the keys of the role
      set-cookie-joined: https://www.rfc-editor.org/rfc/rfc6265#section-3]
  `);
});

test('warnings fail it where it is strict', async () => {
  const answer = () => new Response('', { headers: { 'set-cookie': 'a=1, b=2' } });
  await expect(answer()).toBeValidWebResponse();
  await expect(answer()).not.toBeValidWebResponse({ strict: true });
});

test('a body that ends before its length is a problem', async () => {
  const response = await fetched((_, answer) => {
    answer.writeHead(200, { 'content-length': '10' });
    answer.write('hello', () => answer.destroy());
  });
  await expect(expect(response).toBeValidWebResponse()).rejects.toThrow(
    'body: expected a body that comes to its end, received terminated',
  );
});

test('a body that was read, and what is no response, are misuse', async () => {
  const response = new Response('hello');
  await response.text();
  await expect(expect(response).toBeValidWebResponse()).rejects.toThrow('has been read already');
  await expect(async () => expect({ statusCode: 200 }).toBeValidWebResponse()).rejects.toThrow(
    "received an object, not fetch's Response",
  );
  await expect(async () => expect(Promise.resolve(response)).toBeValidWebResponse()).rejects.toThrow(
    'Await it: `expect(await response).toBeValidWebResponse(…)`',
  );
});
