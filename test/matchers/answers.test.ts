import '../../src/matchers/vitest.js';
import { describe, expect, test } from 'vitest';
import { renderResponse } from '../../src/responses/index.js';
import { messageOf } from './messageOf.js';

const response = {
  isBase64Encoded: false,
  statusCode: 404,
  headers: {
    'Content-Type': 'application/json; charset=utf-8',
    'Set-Cookie': ['sid=abc; HttpOnly', 'lang=zh; Path=/'],
  },
  body: '{"error":"no such article","ids":[1,2],"page":{"next":null}}',
};
const image = {
  isBase64Encoded: true,
  statusCode: 200,
  headers: { 'Content-Type': 'image/png' },
  body: 'iVBORw0KGgo=',
};
const pngSignature = Uint8Array.of(137, 80, 78, 71, 13, 10, 26, 10);

describe('toHaveStatus', () => {
  test('passes when the status is that', () => {
    expect(response).toHaveStatus(404);
    expect(renderResponse('apigw-response', response)).toHaveStatus(404);
    expect(new Response('', { status: 404 })).toHaveStatus(404);
    expect(response).not.toHaveStatus(200);
  });

  test('fails when it is another', () => {
    expect(messageOf(() => expect(response).toHaveStatus(200))).toMatchInlineSnapshot(`
      "expect(response).toHaveStatus(200)

      Expected a response with status 200, found 1 problem:
        statusCode: expected 200, received 404 (a number)
      The response is HTTP 404 {"error":"no such article","ids":[1,2],"page":{"next":null}}"
    `);
  });

  test('fails when there is none', () => {
    expect(messageOf(() => expect({ ok: true }).toHaveStatus(200))).toMatchInlineSnapshot(`
      "expect(response).toHaveStatus(200)

      Expected a response with status 200, found 1 problem:
        statusCode: expected 200, received nothing
      The response is HTTP without status"
    `);
    expect(messageOf(() => expect(undefined).toHaveStatus(200))).toMatchInlineSnapshot(`
      "expect(response).toHaveStatus(200)

      Expected a response with status 200, found 1 problem:
        expected a response, received nothing"
    `);
  });

  test('fails when JSON cannot hold the response', () => {
    expect(messageOf(() => expect({ statusCode: 200, body: 5n }).toHaveStatus(200))).toMatchInlineSnapshot(`
      "expect(response).toHaveStatus(200)

      Expected a response with status 200, found 1 problem:
        body: expected a value that JSON can hold, received 5n (a bigint)"
    `);
  });

  test('fails when negated and the status is that', () => {
    expect(messageOf(() => expect(response).not.toHaveStatus(404))).toMatchInlineSnapshot(`
      "expect(response).not.toHaveStatus(404)

      Expected a response with another status than 404.
      The response is HTTP 404 {"error":"no such article","ids":[1,2],"page":{"next":null}}"
    `);
  });
});

describe('toHaveHeader', () => {
  test('passes when the header is there, in any case', () => {
    expect(response).toHaveHeader('content-type');
    expect(response).toHaveHeader('CONTENT-TYPE', 'application/json; charset=utf-8');
    expect(response).toHaveHeader('Content-Type', /json/);
    const again = /json/g;
    expect(response).toHaveHeader('Content-Type', again);
    expect(response).toHaveHeader('Content-Type', again);
    expect(response).toHaveHeader('Content-Type', expect.stringContaining('json'));
    expect(renderResponse('apigw-response', response)).toHaveHeader('Content-Type', /json/);
    expect(new Response('', { headers: { 'X-Id': '1' } })).toHaveHeader('x-id', '1');
    expect(response).not.toHaveHeader('X-Id');
  });

  test('passes when one of several values fits, or all in order as a list', () => {
    expect(response).toHaveHeader('Set-Cookie', 'lang=zh; Path=/');
    expect(response).toHaveHeader('Set-Cookie', ['sid=abc; HttpOnly', /^lang=/]);
    expect(response).not.toHaveHeader('Set-Cookie', ['lang=zh; Path=/', 'sid=abc; HttpOnly']);
    expect(response).not.toHaveHeader('Set-Cookie', ['sid=abc; HttpOnly']);
  });

  test('fails when the header is missing', () => {
    expect(messageOf(() => expect(response).toHaveHeader('X-Request-Id'))).toMatchInlineSnapshot(
      `
      "expect(response).toHaveHeader("X-Request-Id")

      Expected a response with header X-Request-Id, found 1 problem:
        headers["X-Request-Id"]: expected a value, received nothing; there are Content-Type, Set-Cookie
      The response is HTTP 404 {"error":"no such article","ids":[1,2],"page":{"next":null}}"
    `,
    );
  });

  test('fails when the value is another', () => {
    expect(messageOf(() => expect(response).toHaveHeader('Content-Type', /html/))).toMatchInlineSnapshot(
      `
      "expect(response).toHaveHeader("Content-Type", /html/)

      Expected a response with header Content-Type /html/, found 1 problem:
        headers["Content-Type"]: expected /html/, received "application/json; charset=utf-8"
      The response is HTTP 404 {"error":"no such article","ids":[1,2],"page":{"next":null}}"
    `,
    );
    expect(
      messageOf(() => expect(response).toHaveHeader('set-cookie', ['sid=abc; HttpOnly'])),
    ).toMatchInlineSnapshot(`
      "expect(response).toHaveHeader("set-cookie", ["sid=abc; HttpOnly"])

      Expected a response with header set-cookie ["sid=abc; HttpOnly"], found 1 problem:
        headers["set-cookie"]: expected ["sid=abc; HttpOnly"], received "sid=abc; HttpOnly", "lang=zh; Path=/"
      The response is HTTP 404 {"error":"no such article","ids":[1,2],"page":{"next":null}}"
    `);
  });

  test('fails when negated and the header is there', () => {
    expect(
      messageOf(() => expect(response).not.toHaveHeader('Content-Type', expect.stringContaining('json'))),
    ).toMatchInlineSnapshot(`
      "expect(response).not.toHaveHeader("Content-Type", StringContaining "json")

      Expected a response without header Content-Type StringContaining "json".
      The response is HTTP 404 {"error":"no such article","ids":[1,2],"page":{"next":null}}"
    `);
  });
});

describe('toSetCookie', () => {
  test('passes when the cookie is set', () => {
    expect(response).toSetCookie('sid');
    expect(response).toSetCookie('lang', 'zh');
    expect(response).toSetCookie('lang', /^z/);
    expect(response).not.toSetCookie('Lang');
  });

  test.each([
    ['a=b=c', 'b=c'],
    ['a=b==; Path=/x=y', 'b=='],
    ['a=', ''],
    [' a = b ; c=d', 'b'],
    ['a="b=c"', '"b=c"'],
  ])('reads the name before the first "=": %s', (cookie, value) => {
    const answer = { statusCode: 200, headers: { 'set-cookie': cookie }, body: '' };
    expect(answer).toSetCookie('a', value);
    expect(answer).not.toSetCookie('a', `${value}.`);
    expect(answer).not.toSetCookie('c');
  });

  test('fails when it is not set, or to another value', () => {
    expect(messageOf(() => expect(response).toSetCookie('theme'))).toMatchInlineSnapshot(`
      "expect(response).toSetCookie("theme")

      Expected a response that sets cookie theme, found 1 problem:
        headers["Set-Cookie"]: expected cookie theme, received "sid=abc; HttpOnly", "lang=zh; Path=/"
      The response is HTTP 404 {"error":"no such article","ids":[1,2],"page":{"next":null}}"
    `);
    expect(messageOf(() => expect(image).toSetCookie('theme', 'dark'))).toMatchInlineSnapshot(`
      "expect(response).toSetCookie("theme", "dark")

      Expected a response that sets cookie theme "dark", found 1 problem:
        headers["Set-Cookie"]: expected cookie theme "dark", received nothing
      The response is HTTP 200 (8 bytes)"
    `);
  });
});

describe('toRedirectTo', () => {
  test('passes for a redirect there', () => {
    expect({ statusCode: 302, headers: { Location: '/login?next=%2F' } }).toRedirectTo('/login?next=%2F');
    expect({ statusCode: 301, headers: { location: '/login' } }).toRedirectTo(/login/);
    expect({ statusCode: 200, headers: { Location: '/login' } }).not.toRedirectTo('/login');
  });

  test('fails for another status and another place', () => {
    expect(
      messageOf(() => expect({ statusCode: 201, headers: { Location: '/a' } }).toRedirectTo('/b')),
    ).toMatchInlineSnapshot(`
      "expect(response).toRedirectTo("/b")

      Expected a redirect to "/b", found 2 problems:
        statusCode: expected one of 301, 302, 303, 307, 308, received 201 (a number)
        headers.Location: expected "/b", received "/a" (a string)
      The response is HTTP 201"
    `);
  });
});

describe('toHaveJsonBody', () => {
  test('passes when the body is JSON', () => {
    expect(response).toHaveJsonBody();
    expect({ statusCode: 200, body: 'bnVsbA==', isBase64Encoded: true }).toHaveJsonBody(null);
    expect(image).not.toHaveJsonBody();
  });

  test('passes when the body has at least that', () => {
    expect(response).toHaveJsonBody({ error: 'no such article' });
    expect(response).toHaveJsonBody({ page: { next: null }, ids: [1, 2] });
    expect(response).toHaveJsonBody({
      error: expect.stringMatching(/article$/),
      ids: expect.arrayContaining([2]),
    });
    expect(response).toHaveJsonBody({ error: /^no such/ });
    expect(response).not.toHaveJsonBody({ error: /^such/ });
    expect(response).not.toHaveJsonBody({ page: /next/ });
    expect(response).not.toHaveJsonBody({ ids: [1] });
    expect(response).not.toHaveJsonBody({ toString: undefined, missing: null });
  });

  test('passes when the body fulfils a JSON Schema', () => {
    const $schema = 'https://json-schema.org/draft/2020-12/schema';
    expect(response).toHaveJsonBody({ $schema, type: 'object', required: ['error'] });
  });

  test('fails when the body lacks it, with each place', () => {
    const wanted = { error: 'gone', ids: [1, expect.any(String)], page: { next: 3 } };
    expect(messageOf(() => expect(response).toHaveJsonBody(wanted))).toMatchInlineSnapshot(`
      "expect(response).toHaveJsonBody({ error: "gone", ids: [1, Any<String>], page: { next: 3 } })

      Expected a response with that JSON body, found 3 problems:
        body.error: expected "gone", received "no such article" (a string)
        body.ids[1]: expected Any<String>, received 2 (a number)
        body.page.next: expected 3 (a number), received null
      The response is HTTP 404 {"error":"no such article","ids":[1,2],"page":{"next":null}}"
    `);
  });

  test('fails when the body is no JSON, or no string', () => {
    expect(messageOf(() => expect(image).toHaveJsonBody())).toMatchInlineSnapshot(`
      "expect(response).toHaveJsonBody()

      Expected a response with a JSON body, found 1 problem:
        body: expected JSON, received "(8 bytes)" (a string)
      The response is HTTP 200 (8 bytes)"
    `);
    expect(
      messageOf(() => expect({ statusCode: 200, body: { id: 1 } }).toHaveJsonBody({ id: 1 })),
    ).toMatchInlineSnapshot(`
      "expect(response).toHaveJsonBody({ id: 1 })

      Expected a response with that JSON body, found 1 problem:
        body: expected JSON, received an object
      The response is HTTP 200 {"id":1}"
    `);
  });

  test('fails when the body breaks a schema', () => {
    const $schema = 'http://json-schema.org/draft-07/schema#';
    const schema = { $schema, properties: { ids: { items: { type: 'string' } } }, required: ['code'] };
    expect(messageOf(() => expect(response).toHaveJsonBody(schema))).toMatchInlineSnapshot(`
      "expect(response).toHaveJsonBody({ … })

      Expected a response with that JSON body, found 3 problems:
        body.code: expected a value, received nothing          schema/code-required
        body.ids[0]: expected a string, received 1 (a number)  schema/ids-type
        body.ids[1]: expected a string, received 2 (a number)  schema/ids-type
      The response is HTTP 404 {"error":"no such article","ids":[1,2],"page":{"next":null}}"
    `);
  });
});

describe('toHaveTextBody', () => {
  test('passes when the body is that text', () => {
    expect(response).toHaveTextBody(response.body);
    expect(response).toHaveTextBody(/article/);
    expect({ statusCode: 200, body: '5LqR', isBase64Encoded: true }).toHaveTextBody('云');
  });

  test('fails when it is another', () => {
    expect(messageOf(() => expect(response).toHaveTextBody('ok'))).toMatchInlineSnapshot(`
      "expect(response).toHaveTextBody("ok")

      Expected a response with the text "ok", found 1 problem:
        body: expected "ok", received "{\\"error\\":\\"no such article\\",\\"ids\\":[1,2],\\"page\\":{\\"next\\":null}}" (a string)
      The response is HTTP 404 {"error":"no such article","ids":[1,2],"page":{"next":null}}"
    `);
  });
});

describe('toHaveBodyBytes', () => {
  test('passes when the bytes are those', () => {
    expect(image).toHaveBodyBytes(pngSignature);
    expect(image).toHaveBodyBytes(Buffer.from(pngSignature));
    expect(renderResponse('clb-response', image)).toHaveBodyBytes(pngSignature);
    expect(image).not.toHaveBodyBytes(Uint8Array.of(1));
  });

  test('fails at the first byte that differs', () => {
    expect(
      messageOf(() => expect(image).toHaveBodyBytes(Uint8Array.of(137, 80, 78, 70))),
    ).toMatchInlineSnapshot(`
      "expect(response).toHaveBodyBytes(4 bytes)

      Expected a response with those 4 bytes as body, found 1 problem:
        body[3]: expected 0x46, received 0x47 of 8 bytes
      The response is HTTP 200 (8 bytes)"
    `);
    expect(messageOf(() => expect(image).toHaveBodyBytes(pngSignature.slice(0, 4)))).toMatchInlineSnapshot(`
      "expect(response).toHaveBodyBytes(4 bytes)

      Expected a response with those 4 bytes as body, found 1 problem:
        body[4]: expected the end, received 0x0d of 8 bytes
      The response is HTTP 200 (8 bytes)"
    `);
    expect(
      messageOf(() => expect({ ...image, body: 'no!' }).toHaveBodyBytes(pngSignature)),
    ).toMatchInlineSnapshot(`
      "expect(response).toHaveBodyBytes(8 bytes)

      Expected a response with those 8 bytes as body, found 1 problem:
        body: expected bytes, received "no!" (a string)
      The response is HTTP 200 no!"
    `);
  });
});
