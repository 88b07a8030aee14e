import '../../src/matchers/vitest.js';
import { describe, expect, test } from 'vitest';
import { defineResponse } from '../../src/responses/index.js';
import { messageOf } from './messageOf.js';

const fine = {
  isBase64Encoded: false,
  statusCode: 200,
  headers: { 'Content-Type': 'text/html' },
  body: '<p>hello</p>',
};
const broken = { isBase64Encoded: false, statusCode: '200', headers: {}, body: { id: 1 } };
const warned = { statusCode: 302, headers: { Location: '/login' }, body: '' };

describe('toBeValidApigwResponse', () => {
  test('passes when API Gateway accepts the response', () => {
    expect(fine).toBeValidApigwResponse();
  });

  test('passes when there are only warnings', () => {
    expect(warned).toBeValidApigwResponse();
  });

  test('fails when API Gateway refuses the response', () => {
    expect(messageOf(() => expect(broken).toBeValidApigwResponse())).toMatchInlineSnapshot(`
      "expect(response).toBeValidApigwResponse()

      Expected a response that API Gateway accepts, found 2 problems:
        statusCode: expected an integer, received "200" (a string); write 200 without quotes  apigw-response/status-integer
        body: expected a string, received an object; JSON.stringify it                        apigw-response/body-string
      The caller would get HTTP 403 {"errno":403,"error":"requestId c6af9ac67b6111e69a4193e8deadbeef , Invalid scf response. expected scf response valid JSON.","message":"SCF invoke error"}
      Sources:
        status-integer: https://cloud.tencent.com/document/product/583/12513
        body-string: not documented: the vendor's local emulator (scfcli, local_service.py) sends its text, tencent-serverless-http answers 500
        what the caller gets: captured 2023-06; the documents also show two older wordings"
    `);
  });

  test('fails on warnings when strict', () => {
    expect(messageOf(() => expect(warned).toBeValidApigwResponse({ strict: true }))).toMatchInlineSnapshot(`
      "expect(response).toBeValidApigwResponse({ strict: true })

      Expected a response that API Gateway accepts without a warning, found 2 problems:
        isBase64Encoded: expected true or false, received nothing                     apigw-response/base64-present
        headers.Location: expected no such header by the documents, received a value  apigw-response/location
      The caller would get HTTP 302
      Sources:
        base64-present: https://cloud.tencent.com/document/product/583/12513; functions without it work
        location: https://cloud.tencent.com/document/product/583/12513 says that it is not supported; deployed functions redirect with it
        what the caller gets: https://cloud.tencent.com/document/product/583/12513"
    `);
  });

  test('shows the older wording of a refusal when asked', () => {
    expect(
      messageOf(() => expect('hello').toBeValidApigwResponse({ refusalBody: 'documented' })),
    ).toMatchInlineSnapshot(`
      "expect(response).toBeValidApigwResponse({ refusalBody: "documented" })

      Expected a response that API Gateway accepts, found 1 problem:
        expected an object with statusCode, headers and body, received "hello" (a string)  apigw-response/object
      The caller would get HTTP 403 {"errno":403,"error":"Invalid scf response format. please check your scf response format."}
      Sources:
        object, what the caller gets: https://cloud.tencent.com/document/product/583/12513"
    `);
  });

  test('tells text of a response to return the response', () => {
    expect(messageOf(() => expect(JSON.stringify(fine)).toBeValidApigwResponse())).toMatchInlineSnapshot(`
      "expect(response).toBeValidApigwResponse()

      Expected a response that API Gateway accepts, found 1 problem:
        expected an object with statusCode, headers and body, received "{\\"isBase64Encoded\\":false,\\"statusCode\\":200,\\"headers\\":{\\"Conten…" (a string of 103 characters); return the object itself  apigw-response/object
      The caller would get HTTP 403 {"errno":403,"error":"requestId c6af9ac67b6111e69a4193e8deadbeef , Invalid scf response. expected scf response valid JSON.","message":"SCF invoke error"}
      Sources:
        object: https://cloud.tencent.com/document/product/583/12513
        what the caller gets: captured 2023-06; the documents also show two older wordings"
    `);
  });

  test('names the place of what JSON cannot hold', () => {
    expect(messageOf(() => expect({ data: [{ id: 5n }] }).toBeValidApigwResponse())).toMatchInlineSnapshot(`
      "expect(response).toBeValidApigwResponse()

      Expected a response that API Gateway accepts, found 1 problem:
        data[0].id: expected a value that JSON can hold, received 5n (a bigint)  apigw-response/serialisable
      The caller would get HTTP 430 {"errorCode":-1,"errorMessage":"user code exception caught","requestId":"c6af9ac6-7b61-11e6-9a41-93e8deadbeef","stackTrace":"stringify response to json failed: Do not know how to serialize a BigInt","… (216 characters)
      Sources:
        serialisable: the vendor's Node bootstrap (scfcli, nodejs8.9/bootstrap.js)
        what the caller gets: status and text: https://cloud.tencent.com/document/product/583/42611; form of the body as documented for 430 and seen for 430 and 439"
    `);
  });

  test('shows no more of a long body than fits', () => {
    const long = { ...fine, body: 'a'.repeat(7_000_000) };
    expect(messageOf(() => expect(long).toBeValidApigwResponse())).toMatchInlineSnapshot(`
      "expect(response).toBeValidApigwResponse()

      Expected a response that API Gateway accepts, found 1 problem:
        expected at most 6291456 bytes of JSON, received 7000091 bytes; store it in COS and return its address  apigw-response/size
      The caller would get HTTP 407 {"errorCode":-1,"errorMessage":"The size of response exceeds the upper limit (6MB)","requestId":"c6af9ac6-7b61-11e6-9a41-93e8deadbeef","statusCode":407}
      Sources:
        size: https://cloud.tencent.com/document/product/583/42611
        what the caller gets: status and text: https://cloud.tencent.com/document/product/583/42611; form of the body as documented for 430 and seen for 430 and 439"
    `);
    expect(
      messageOf(() => expect({ ...fine, body: 'a'.repeat(300) }).not.toBeValidApigwResponse()),
    ).toMatchInlineSnapshot(`
      "expect(response).not.toBeValidApigwResponse()

      Expected a response that API Gateway refuses.
      The caller would get HTTP 200 aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa… (300 characters)
      Sources:
        what the caller gets: https://cloud.tencent.com/document/product/583/12513"
    `);
  });

  test('fails when negated and accepted, with the warnings', () => {
    expect(messageOf(() => expect(fine).not.toBeValidApigwResponse())).toMatchInlineSnapshot(`
      "expect(response).not.toBeValidApigwResponse()

      Expected a response that API Gateway refuses.
      The caller would get HTTP 200 <p>hello</p>
      Sources:
        what the caller gets: https://cloud.tencent.com/document/product/583/12513"
    `);
    expect(messageOf(() => expect(warned).not.toBeValidApigwResponse())).toMatchInlineSnapshot(`
      "expect(response).not.toBeValidApigwResponse()

      Expected a response that API Gateway refuses, found only 2 warnings:
        warning: isBase64Encoded: expected true or false, received nothing                     apigw-response/base64-present
        warning: headers.Location: expected no such header by the documents, received a value  apigw-response/location
      The caller would get HTTP 302
      Sources:
        base64-present: https://cloud.tencent.com/document/product/583/12513; functions without it work
        location: https://cloud.tencent.com/document/product/583/12513 says that it is not supported; deployed functions redirect with it
        what the caller gets: https://cloud.tencent.com/document/product/583/12513"
    `);
  });

  test('passes when negated and refused', () => {
    expect(broken).not.toBeValidApigwResponse();
  });

  test('works behind resolves', async () => {
    await expect(Promise.resolve(fine)).resolves.toBeValidApigwResponse();
    await expect(Promise.resolve(broken)).resolves.not.toBeValidApigwResponse();
    await expect(expect(Promise.resolve(broken)).resolves.toBeValidApigwResponse()).rejects.toThrow(
      'found 2 problems',
    );
  });
});

describe('toBeValidClbResponse', () => {
  test('passes when CLB accepts the response', () => {
    expect(fine).toBeValidClbResponse();
  });

  test('fails when CLB refuses the response', () => {
    expect(
      messageOf(() => expect({ ...fine, headers: { 'X-Next': 'a\r\nb' } }).toBeValidClbResponse()),
    ).toMatchInlineSnapshot(`
      "expect(response).toBeValidClbResponse()

      Expected a response that CLB accepts, found 1 problem and 1 warning:
        headers["X-Next"]: expected a value without control characters, received "a\\r\\nb" (a string)  clb-response/header-injection
        warning: headers["Content-Type"]: expected the type of the body, received nothing             clb-response/content-type
      The caller would get HTTP 403 {"errno":403,"error":"Analyse scf response failed."}
      Sources:
        header-injection: https://www.rfc-editor.org/rfc/rfc9110#section-5.5
        content-type: https://www.rfc-editor.org/rfc/rfc9110#section-8.3
        what the caller gets: https://cloud.tencent.com/document/product/583/52635"
    `);
  });
});

describe('toBeValidFunctionUrlResponse', () => {
  test('passes when the value is a response, and when it is any JSON', () => {
    expect(fine).toBeValidFunctionUrlResponse();
    expect({ ok: true }).toBeValidFunctionUrlResponse();
    expect(undefined).toBeValidFunctionUrlResponse();
  });

  test('fails when a response has a wrong status', () => {
    expect(
      messageOf(() => expect({ ...fine, statusCode: 2000 }).toBeValidFunctionUrlResponse()),
    ).toMatchInlineSnapshot(`
      "expect(response).toBeValidFunctionUrlResponse()

      Expected a response that the Function URL accepts, found 1 problem:
        statusCode: expected an integer from 100 to 599, received 2000  function-url-response/status-range
      The caller would get HTTP 200 {"isBase64Encoded":false,"statusCode":2000,"headers":{"Content-Type":"text/html"},"body":"<p>hello</p>"}
      Sources:
        status-range: https://www.rfc-editor.org/rfc/rfc9110#section-15; the vendor's local emulator (scfcli, local_service.py) wants it positive
        what the caller gets: not documented; https://cloud.tencent.com/document/product/583/96099 promises a 200 with the JSON to what is no standard response"
    `);
  });
});

describe('toBeValidResponse', () => {
  test('passes when the reader of that kind accepts the value', () => {
    expect({ done: 3 }).toBeValidResponse('async-result');
    expect([1, 2]).toBeValidResponse('apigw-passthrough');
    expect(null).toBeValidResponse('websocket-result');
  });

  test('fails when the reader of that kind refuses the value', () => {
    expect(messageOf(() => expect({ id: 5n }).toBeValidResponse('async-result'))).toMatchInlineSnapshot(`
      "expect(response).toBeValidResponse("async-result")

      Expected a response that the log of an asynchronous invocation accepts, found 1 problem:
        id: expected a value that JSON can hold, received 5n (a bigint)  async-result/serialisable
      The caller would get HTTP 430 {"errorCode":-1,"errorMessage":"user code exception caught","requestId":"c6af9ac6-7b61-11e6-9a41-93e8deadbeef","stackTrace":"stringify response to json failed: Do not know how to serialize a BigInt","… (216 characters)
      Sources:
        serialisable: the vendor's Node bootstrap (scfcli, nodejs8.9/bootstrap.js)
        what the caller gets: status and text: https://cloud.tencent.com/document/product/583/42611; form of the body as documented for 430 and seen for 430 and 439"
    `);
  });

  test('takes a contract of the user', () => {
    const even = defineResponse({
      name: 'even-answer',
      reader: 'the caller',
      documentation: 'https://example.com/even',
      rules: [
        {
          name: 'even',
          holds: 'The number is even.',
          severity: 'error',
          source: 'https://example.com/even',
          check: ({ json, describe }, report) => {
            if (Number(json) % 2 !== 0) report([], { expected: 'an even number', received: describe() });
          },
        },
      ],
      render: () => ({
        status: 200,
        headers: [],
        body: new Uint8Array(),
        source: 'https://example.com/even',
      }),
    });
    expect(2).toBeValidResponse(even);
    expect(messageOf(() => expect(3).toBeValidResponse(even))).toMatchInlineSnapshot(`
      "expect(response).toBeValidResponse({ … })

      Expected a response that the caller accepts, found 1 problem:
        expected an even number, received 3 (a number)  even-answer/even
      The caller would get HTTP 200
      Sources:
        even, what the caller gets: https://example.com/even"
    `);
  });
});

const connect = {
  requestContext: {
    serviceName: 'testsvc',
    path: '/test/{testvar}',
    httpMethod: 'GET',
    requestId: 'c6af9ac6-7b61-11e6-9a41-93e8deadbeef',
    identity: {},
    sourceIp: '192.0.2.14',
    stage: 'prod',
    websocketEnable: true,
  },
  websocket: {
    action: 'connecting',
    secConnectionID: 'xawexasdfewezdfsdfeasdfffa==',
    secWebSocketProtocol: 'chat, binary',
  },
};
const accepting = {
  errNo: 0,
  errMsg: 'ok',
  websocket: {
    action: 'connecting',
    secConnectionID: 'xawexasdfewezdfsdfeasdfffa==',
    secWebSocketProtocol: 'chat',
  },
};
const refusing = { errNo: 101, errMsg: 'not found request context' };

describe('toBeValidWebsocketReply', () => {
  test('passes for a reply that accepts and for one that refuses', () => {
    expect(accepting).toBeValidWebsocketReply(connect);
    expect(accepting).toBeValidWebsocketReply();
    expect(refusing).toBeValidWebsocketReply(connect);
  });

  test('fails when the reply answers another connection or chooses what is not offered', () => {
    const reply = {
      ...accepting,
      websocket: { ...accepting.websocket, secConnectionID: 'x', secWebSocketProtocol: 'mqtt' },
    };
    expect(messageOf(() => expect(reply).toBeValidWebsocketReply(connect))).toMatchInlineSnapshot(`
      "expect(reply).toBeValidWebsocketReply({ requestContext: { … }, websocket: { … } })

      Expected a response that the WebSocket handshake accepts, found 2 problems:
        websocket.secConnectionID: expected "xawexasdfewezdfsdfeasdfffa==", as in the connect event, received "x" (a string)  websocket-reply/connection-id
        websocket.secWebSocketProtocol: expected one of chat, binary, received "mqtt"  websocket-reply/protocol-offered
      The caller would get HTTP 403
      Sources:
        connection-id: https://cloud.tencent.com/document/product/583/32553
        protocol-offered: https://www.rfc-editor.org/rfc/rfc6455#section-4.1
        what the caller gets: https://cloud.tencent.com/document/product/583/32553 documents the refusal, not its status; 403 is what the gateway answers to a malformed handshake"
    `);
  });

  test('fails when an HTTP response is returned', () => {
    expect(
      messageOf(() => expect({ ...fine, body: '{"errNo":0}' }).toBeValidWebsocketReply()),
    ).toMatchInlineSnapshot(`
      "expect(reply).toBeValidWebsocketReply()

      Expected a response that the WebSocket handshake accepts, found 3 problems:
        errNo: expected an integer, received nothing; return the reply itself, not an HTTP response  websocket-reply/errNo-integer
        errMsg: expected a string, received nothing                                                  websocket-reply/errMsg-string
        websocket: expected an object, received nothing                                              websocket-reply/websocket-object
      The caller would get HTTP 403
      Sources:
        errNo-integer, errMsg-string: https://cloud.tencent.com/document/product/583/32553
        websocket-object: https://cloud.tencent.com/document/product/583/32553; the vendor's own demo refuses without it
        what the caller gets: https://cloud.tencent.com/document/product/583/32553 documents the refusal, not its status; 403 is what the gateway answers to a malformed handshake"
    `);
  });
});

describe('toAcceptWebsocket', () => {
  test('passes for a reply that accepts', () => {
    expect(accepting).toAcceptWebsocket(connect);
    expect(refusing).not.toAcceptWebsocket(connect);
  });

  test('fails for a reply that refuses', () => {
    expect(messageOf(() => expect(refusing).toAcceptWebsocket(connect))).toMatchInlineSnapshot(`
      "expect(reply).toAcceptWebsocket({ requestContext: { … }, websocket: { … } })

      Expected a reply that accepts the connection, found 1 problem:
        errNo: expected 0, received 101 with errMsg "not found request context"
      The caller would get HTTP 403
      Sources:
        what the caller gets: https://cloud.tencent.com/document/product/583/32553 documents the refusal, not its status; 403 is what the gateway answers to a malformed handshake"
    `);
  });

  test('fails when negated and the connection is accepted', () => {
    expect(messageOf(() => expect(accepting).not.toAcceptWebsocket())).toMatchInlineSnapshot(`
      "expect(reply).not.toAcceptWebsocket()

      Expected a reply that refuses the connection.
      The caller would get HTTP 101
      Sources:
        what the caller gets: https://cloud.tencent.com/document/product/583/32553; 101 is https://www.rfc-editor.org/rfc/rfc6455#section-4.2.2"
    `);
  });
});
