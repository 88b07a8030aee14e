import { apigw } from 'scf-fixtures';
import { fakeGateway, gatewayFetch } from 'scf-fixtures/fakes';
import 'scf-fixtures/vitest';
import { expect, test } from 'vitest';

const pushUrl = 'http://set-7og8wn64.cb-beijing.apigateway.tencentyun.com/api-example1';

test('a push reaches the client of the fake gateway', async () => {
  const gateway = fakeGateway({ pushUrl, connections: ['c-1'] });
  const listening = gateway.listen();
  try {
    const body = {
      websocket: { action: 'data send', secConnectionID: 'c-1', dataType: 'text', data: 'hello' },
    };
    const response = await fetch(pushUrl, { method: 'POST', body: JSON.stringify(body) });
    expect(await response.json()).toEqual({ errNo: 0, errMsg: 'ok' });
    await expect(gateway).toHavePushed('c-1', 'hello');
  } finally {
    await listening.close();
  }
});

test('a request goes through the gateway to the function and back', async () => {
  const handler = async (event: { httpMethod: string }) => ({
    isBase64Encoded: false,
    statusCode: 201,
    headers: { 'Content-Type': 'text/plain' },
    body: event.httpMethod,
  });
  const response = await gatewayFetch(
    handler,
    new Request('http://example.com/a', { method: 'PUT', body: 'x' }),
    { kind: apigw.name },
  );
  expect([response.status, await response.text()]).toEqual([201, 'PUT']);
});
