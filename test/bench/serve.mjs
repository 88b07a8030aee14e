// Serving handlers over TCP: npm run bench -- serve.
import { Agent, createServer, request } from 'node:http';
import { performance } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { scf } from 'tencentcloud-sdk-nodejs-scf';
import WebSocket from 'ws';
import { serve } from '../../dist/fakes.js';
import { median } from './measure.mjs';

export const title = 'Serve';

const answer = { statusCode: 200, headers: { 'content-type': 'text/plain' }, body: 'hello' };

export async function rows({ quick = false } = {}) {
  return [
    await perRequest(quick ? 300 : 2000),
    await perInvocation(quick ? 100 : 500),
    ...(await crowd(quick ? 100 : 1000)),
    await startAndStop(quick ? 5 : 30),
  ];
}

/** Milliseconds that this process computes while something runs: both ends of a connection, whatever else the machine does. */
async function cpuMs(run) {
  const start = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** Waits for one answer of a server on this machine. */
function send(url, agent, body) {
  return new Promise((done, fail) => {
    const sent = request(url, { method: body === undefined ? 'GET' : 'POST', agent }, (response) => {
      response.resume().once('end', done);
    });
    sent.once('error', fail).end(body);
  });
}

async function perRequest(requests) {
  const agent = new Agent({ keepAlive: true });
  const served = await serve({ kind: 'function-url', handler: async () => answer });
  const bare = createServer((_, response) => response.end('hello')).listen(0, '127.0.0.1');
  await new Promise((done) => bare.once('listening', done));
  const time = async (url) => {
    const all = await cpuMs(async () => {
      for (let i = 0; i < requests; i++) await send(url, agent);
    });
    return all / requests;
  };
  const bareUrl = `http://127.0.0.1:${bare.address().port}/`;
  await time(served.url);
  await time(bareUrl);
  const differences = [];
  for (let round = 0; round < 5; round++) differences.push((await time(served.url)) - (await time(bareUrl)));
  agent.destroy();
  bare.close();
  await served.close();
  return {
    what: 'a request through `serve` to a warm handler more than to a bare `node:http` server, ms of CPU',
    measured: median(differences),
    good: 1,
    goal: 0.3,
  };
}

async function perInvocation(calls) {
  const served = await serve({ kind: 'invoke', handler: async (event) => event });
  const client = new scf.v20180416.Client({
    credential: { secretId: 'AKID-EXAMPLE-0001', secretKey: 'EXAMPLE-KEY-0001' },
    region: 'ap-guangzhou',
    profile: { httpProfile: { protocol: 'http://', endpoint: new URL(served.url).host } },
  });
  const call = () => client.InvokeFunction({ FunctionName: 'main', Event: '{"id":1}' });
  const run = async () => {
    for (let i = 0; i < calls; i++) await call();
  };
  await run();
  const measured = (await cpuMs(run)) / calls;
  await served.close();
  return {
    what: "a call of the vendor's SDK over TCP, signature verified, ms of CPU",
    measured,
    good: 4,
    goal: 2,
  };
}

/** So many WebSocket clients, 10 messages each, pushed back by the function over a port of its own. */
async function crowd(clients) {
  const agent = new Agent({ keepAlive: true, maxSockets: 20 });
  const served = await serve({
    kind: 'websocket',
    handler: async ({ websocket }) => {
      const { action, secConnectionID } = websocket;
      if (action === 'connecting') return { errNo: 0, errMsg: 'ok', websocket: { action, secConnectionID } };
      if (action === 'data send') await send(served.pushUrl, agent, JSON.stringify({ websocket }));
      return undefined;
    },
    limits: { instances: 100 },
  });
  const inUse = () => {
    setFlagsFromString('--expose-gc');
    runInNewContext('gc')();
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  };
  const before = inUse();
  let sockets = [];
  const openMs = await cpuMs(async () => {
    sockets = Array.from({ length: clients }, () => new WebSocket(served.url));
    await Promise.all(sockets.map((socket) => new Promise((open) => socket.once('open', open))));
  });
  const bytes = inUse() - before;
  const sendMs = await cpuMs(() => Promise.all(sockets.map(tenMessages)));
  const closing = performance.now();
  await served.close();
  const closeMs = performance.now() - closing;
  agent.destroy();
  const who = `${clients} WebSocket clients at once`;
  return [
    {
      what: `${who}, 10 messages each, answered in order by a push: ms of CPU a message, both ends`,
      measured: sendMs / clients / 10,
      good: 1,
      goal: 0.5,
    },
    {
      what: 'their handshakes, each decided by the function, ms of CPU each, both ends',
      measured: openMs / clients,
      good: 2,
      goal: 1,
    },
    {
      what: 'memory of one of them, both ends, KB',
      measured: bytes / clients / 1024,
      good: 100,
      goal: 50,
    },
    { what: 'a graceful stop with them all connected, ms', measured: closeMs, good: 3000, goal: 1500 },
  ];
}

/** Sends 10 messages and waits until all are back, in order. */
function tenMessages(socket, client) {
  return new Promise((done, fail) => {
    let next = 0;
    socket.on('message', (data) => {
      if (String(data) !== `${client}/${next++}`) fail(new Error(`${data} is out of order`));
      if (next === 10) done();
    });
    for (let n = 0; n < 10; n++) socket.send(`${client}/${n}`);
  });
}

async function startAndStop(rounds) {
  const times = [];
  for (let i = 0; i < rounds; i++) {
    const start = performance.now();
    const served = await serve({ kind: 'websocket', handler: async () => undefined });
    await served.close();
    times.push(performance.now() - start);
  }
  return {
    what: 'start and stop of a server with two ports, ms',
    measured: median(times),
    good: 20,
    goal: 5,
  };
}
