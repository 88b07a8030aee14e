import { once } from 'node:events';
import { chmodSync, readdirSync, readlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { canHoldNetwork } from '../../src/runtime/heldNetwork.js';
import { createHostedInstance, type HostedInstance } from '../../src/runtime/invoke.js';
import type { Outside, OutsideAnswer, OutsideQuestion } from '../../src/runtime/outside.js';
import type { FunctionHost, Platform } from '../../src/runtime/runtime.js';
import { findFunction, findWebFunction } from '../../src/runtime/runtimes.js';
import { bootstrapped, deployed, emptyFolder } from './processes/processFunction.js';

/** A loop whose answer is what its commands write. */
const loop = (commands: string) => `#!/bin/bash
api="http://$SCF_RUNTIME_API:$SCF_RUNTIME_API_PORT/runtime"
curl -s -d ' ' "$api/init/ready"
while true; do
  curl -s -o /tmp/event "$api/invocation/next"
  ( ${commands} ) >/tmp/answer 2>&1
  curl -s --data-binary @/tmp/answer "$api/invocation/response"
done
`;

async function started(
  spec: string,
  { allow = [], ...platform }: Partial<Platform> & { allow?: string[] } = {},
) {
  const own = findWebFunction(spec, process.cwd()) ?? findFunction(spec, process.cwd());
  const { runtime, found } = own ?? expect.unreachable('no function');
  const reach = { net: allow, run: [] };
  const given = { deployed: false, initTimeoutMs: 60_000, timeZone: 'UTC', reach, ...platform };
  const host = await runtime.host(found, given);
  onTestFinished(() => host.close());
  return host;
}

/** Notes what is asked of the outside, and answers all of it the same. */
function outsideOf(answer: OutsideAnswer) {
  const asked: OutsideQuestion[] = [];
  const outside: Outside = {
    ask: async (question, atMs) => {
      asked.push(question);
      return { answer, atMs };
    },
    change: () => undefined,
    read: () => undefined,
    lose: () => undefined,
    followZone: () => undefined,
    knowCode: () => undefined,
  };
  return { asked, outside };
}

async function resultOf(instance: HostedInstance, outside: Outside, event: unknown = {}) {
  const chance = { seed: 'x', nowMs: 0, originMs: 0 };
  const trial = { outside, processSeed: 0, chance, loadChance: chance, isWatched: false };
  const options = { timeoutMs: 60_000, memoryMb: 512, env: {} };
  const outcome = await instance.invoke(event, options, trial);
  expect(outcome).toMatchObject({ statusCode: 200 });
  return outcome.ok ? outcome.result : undefined;
}

const instanceOf = (host: FunctionHost) => {
  const instance = createHostedInstance(host);
  onTestFinished(() => instance.close());
  return instance;
};

/** A server on all addresses of this machine, and how often somebody has connected to it. */
async function countingServer() {
  let connections = 0;
  const server = createServer((_, response) => response.end('from outside'));
  server.on('connection', () => connections++).listen(0, '0.0.0.0');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  return { port: (server.address() as AddressInfo).port, connections: () => connections };
}

const ok: OutsideAnswer = {
  status: 201,
  headers: [
    ['x-id', '7'],
    ['content-encoding', 'gzip'],
  ],
  body: Buffer.from('made').toString('base64'),
};

describe.skipIf(!canHoldNetwork())('a function whose network is held (needs network namespaces)', () => {
  test('has its plain requests answered by the outside of its call', async () => {
    const host = await started(
      bootstrapped(loop(`curl -s -i -X PUT -H 'X-A: 1' -d 'a=*' 'http://orders.example.com:81/new?x=1'`)),
    );
    const { asked, outside } = outsideOf(ok);
    const text = String(await resultOf(instanceOf(host), outside));
    expect(text).toMatch(/^HTTP\/1\.1 201 Created\r\nx-id: 7\r\nContent-Length: 4\r\n/);
    expect(text).toMatch(/\r\n\r\nmade$/);
    expect(asked).toMatchObject([
      { kind: 'http', method: 'PUT', url: 'http://orders.example.com:81/new?x=1', body: btoa('a=*') },
    ]);
    const headers = asked.flatMap((question) => (question.kind === 'http' ? question.headers : []));
    expect(headers).toContainEqual(['X-A', '1']);
    expect(headers.map(([name]) => name)).not.toContain('Proxy-Connection');
  });

  test('sees a reset connection where the call fails', async () => {
    const host = await started(bootstrapped(loop('curl -s http://orders.example.com/; echo "curl $?"')));
    const { outside } = outsideOf({ error: 'ECONNRESET' });
    expect(await resultOf(instanceOf(host), outside)).toMatch(/^curl (52|56)\s*$/);
  });

  test('is refused a tunnel for TLS, which is told by name', async () => {
    const host = await started(bootstrapped(loop('curl -s https://shop.example.com/; echo "curl $?"')));
    const { asked, outside } = outsideOf(ok);
    expect(await resultOf(instanceOf(host), outside)).toMatch(/^curl (35|56)\s*$/);
    expect(asked).toEqual([{ kind: 'refuse', name: 'tls shop.example.com:443', code: 'ECONNREFUSED' }]);
  });

  test('reaches nothing of this machine, by any of its addresses, with and without a proxy', async () => {
    const { port, connections } = await countingServer();
    const addresses = Object.values(networkInterfaces())
      .flatMap((list) => list ?? [])
      .filter(({ family }) => family === 'IPv4')
      .map(({ address }) => address);
    const tries = ['localhost', ...addresses].flatMap((address) => [
      `curl -s -m 5 --noproxy '*' http://${address}:${port}/`,
      `curl -s -m 5 --noproxy '' http://${address}:${port}/`,
      `curl -s -m 5 --noproxy '' -p http://${address}:${port}/`,
      `echo x >/dev/tcp/${address}/${port}`,
    ]);
    const host = await started(bootstrapped(loop(tries.join('; '))));
    const { asked, outside } = outsideOf({ error: 'ECONNREFUSED' });
    expect(await resultOf(instanceOf(host), outside)).not.toContain('from outside');
    expect(connections()).toBe(0);
    expect(asked).toHaveLength(2 * (1 + addresses.length));
  });

  test('reaches what is allowed: by its address on this machine, and by the proxy', async () => {
    const { port, connections } = await countingServer();
    const host = await started(
      bootstrapped(
        loop(
          `curl -s http://127.0.0.1:${port}/; curl -s --noproxy '' http://127.0.0.1:${port}/; curl -s --noproxy '' -p http://127.0.0.1:${port}/`,
        ),
      ),
      { allow: [`127.0.0.1:${port}`] },
    );
    const { asked, outside } = outsideOf(ok);
    expect(await resultOf(instanceOf(host), outside)).toBe('from outside'.repeat(3));
    expect(connections()).toBe(3);
    expect(asked).toEqual([]);
  });

  test('leaves nothing in the network for the next instance', async () => {
    const away = `setsid sh -c 'while sleep 0.01; do curl -s http://away.example.com; done' >/dev/null 2>&1 &`;
    const host = await started(bootstrapped(loop(`${away} readlink /proc/self/ns/net`)));
    const first = createHostedInstance(host);
    const before = await resultOf(first, outsideOf(ok).outside);
    await first.close();
    const second = instanceOf(host);
    expect(await resultOf(second, outsideOf(ok).outside)).toBe(before);
    const network = String(before).trim();
    await second.close();
    const inIt = readdirSync('/proc').filter((pid) => {
      try {
        return readlinkSync(`/proc/${pid}/ns/net`) === network;
      } catch {
        return false;
      }
    });
    // Its relay alone.
    expect(inIt).toHaveLength(1);
    await host.close();
    expect(() => process.kill(Number(inIt[0]), 0)).toThrow('ESRCH');
  });

  test('that is a server has port 9000 for itself, in each instance', async () => {
    const host = await started(deployed('server.mjs', 'Dockerfile'), {
      command: [process.execPath, 'server.mjs'],
    });
    const { outside } = outsideOf(ok);
    const [one, another] = [instanceOf(host), instanceOf(host)];
    const seen = await Promise.all([resultOf(one, outside, 1), resultOf(another, outside, 2)]);
    expect(seen).toMatchObject([
      { body: '1', headers: { host: '127.0.0.1:9000' } },
      { body: '2', headers: { host: '127.0.0.1:9000' } },
    ]);
    expect(await resultOf(one, outside, 3)).toMatchObject({ body: '3' });
  });

  /** The folder of a web function whose server answers by some code. */
  const webFunction = (answer: string) => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'scf_bootstrap'), '#!/bin/bash\n/var/lang/node18/bin/node app.js\n');
    chmodSync(join(folder, 'scf_bootstrap'), 0o755);
    const listener = `async (request, response) => { ${answer} }`;
    const app = `const server = require('node:http').createServer(${listener}).listen(9000, '0.0.0.0');`;
    writeFileSync(join(folder, 'app.js'), app);
    return folder;
  };
  const request = { httpMethod: 'GET', path: '/', queryString: {}, headers: {}, sourceIp: '203.0.113.7' };

  test('that is a server and listens no more is a connection that is broken off', async () => {
    const closing =
      "response.setHeader('Connection', 'close').end('once'); server.close(); setInterval(String, 1000);";
    const instance = instanceOf(await started(webFunction(closing)));
    const { outside } = outsideOf(ok);
    expect(await resultOf(instance, outside, request)).toMatchObject({ statusCode: 200, body: 'once' });
    expect(await resultOf(instance, outside, request)).toMatchObject({
      statusCode: 502,
      problem: 'the server breaks the connection off without an answer',
    });
  });

  test('that is a server and passes the proxy by is told of', async () => {
    const host = await started(
      webFunction("response.end(await fetch('http://192.0.2.1/').catch(({ cause }) => cause.code));"),
    );
    const { outside } = outsideOf(ok);
    expect(await resultOf(instanceOf(host), outside, request)).toMatchObject({ body: 'ENETUNREACH' });
    expect([...(host.notes ?? [])].join()).toMatch(/passed the proxy by/);
  });
});
