// Pushes and requests in process: npm run bench -- fakes.
import { performance } from 'node:perf_hooks';
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { fakeGateway, gatewayFetch } from '../../dist/fakes.js';
import { invoke } from '../../dist/runtime.js';
import { median } from './measure.mjs';

export const title = 'Fakes';

const pushUrl = 'http://set-hk_adaptor_set1.cb-guangzhou.apigateway.tencentyun.com/api-jvucznm6';
const ids = Array.from({ length: 100 }, (_, index) =>
  Buffer.from(`connection ${index}`.padEnd(16)).toString('base64'),
);
const bodies = ids.map((secConnectionID, index) =>
  JSON.stringify({
    websocket: { action: 'data send', secConnectionID, dataType: 'text', data: `message ${index}` },
  }),
);

/** Seconds that so many pushes take, 50 at a time. */
async function seconds(pushes) {
  const start = performance.now();
  let next = 0;
  const pusher = async () => {
    while (next < pushes) {
      const body = bodies[next++ % bodies.length];
      const response = await fetch(pushUrl, { method: 'POST', body });
      if ((await response.json()).errNo !== 0) throw new Error('a push was refused');
    }
  };
  await Promise.all(Array.from({ length: 50 }, pusher));
  return (performance.now() - start) / 1000;
}

async function ofGateway(pushes) {
  const gateway = fakeGateway({ pushUrl, connections: ids });
  const listening = gateway.listen();
  const taken = await seconds(pushes);
  const delivered = gateway.clients.reduce((sum, { received }) => sum + received.length, 0);
  if (delivered !== pushes) throw new Error(`${delivered} of ${pushes} pushes arrived`);
  await listening.close();
  return taken;
}

async function ofBareMsw(pushes) {
  const server = setupServer(
    http.post(pushUrl, async ({ request }) => {
      await request.json();
      return HttpResponse.json({ errNo: 0, errMsg: 'ok' });
    }),
  );
  server.listen({ onUnhandledRequest: 'bypass' });
  const taken = await seconds(pushes);
  server.close();
  return taken;
}

export async function rows({ quick = false } = {}) {
  const pushes = quick ? 1000 : 10_000;
  const some = pushes / 5;
  const ratios = [];
  await ofGateway(some);
  for (let round = 0; round < 7; round++) ratios.push((await ofGateway(some)) / (await ofBareMsw(some)));
  return [
    {
      what: `pushes in process in a second (${pushes.toLocaleString('en')} of them, 50 at a time, by fetch)`,
      measured: Math.round(pushes / (await ofGateway(pushes))),
    },
    {
      what: 'the same / a bare msw handler that reads the JSON and says ok',
      measured: median(ratios),
      good: 1.3,
      goal: 1.1,
    },
    {
      what: '`gatewayFetch` / making the Request, invoking the handler and making the Response by hand',
      measured: await fetchRatio(quick ? 500 : 1000),
    },
  ];
}

/** What a front end adds to an invocation. */
async function fetchRatio(calls) {
  const headers = { 'content-type': 'text/plain' };
  const handler = async () => ({ isBase64Encoded: false, statusCode: 200, headers, body: 'ok' });
  const url = 'https://api.example.com/orders?page=2';
  const through = () => gatewayFetch(handler, url, { kind: 'apigw' });
  const byHand = async () => {
    const request = new Request(url);
    await request.arrayBuffer();
    const { result } = await invoke(handler, { httpMethod: request.method, path: '/orders', headers });
    return new Response(result.body, { status: result.statusCode, headers: result.headers });
  };
  const time = async (run) => {
    const start = performance.now();
    for (let i = 0; i < calls; i++) await run();
    return performance.now() - start;
  };
  for (let round = 0; round < 4; round++) (await time(through)) + (await time(byHand));
  const ratios = [];
  for (let round = 0; round < 9; round++) ratios.push((await time(through)) / (await time(byHand)));
  return median(ratios);
}
