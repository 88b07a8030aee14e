import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Server } from 'node:net';
import { promisify } from 'node:util';
import { Client } from 'tencentcloud-sdk-nodejs-scf/tencentcloud/services/scf/v20180416/scf_client.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { fakeHttpGateway } from '../../src/fakes/index.js';
import { invoke } from '../../src/runtime/index.js';
import { type HttpCaller, httpClients } from './httpClients.js';

/** Both say who answers: the fake, or what really listens there. */
let server: Server;
let silent: Server;
let url = '';
let secureUrl = '';

beforeAll(async () => {
  server = createServer((incoming, response) => {
    incoming.resume();
    response.setHeader('content-type', 'application/json').end('{"from":"the network"}');
  });
  silent = createTcpServer((socket) => socket.destroy());
  for (const one of [server, silent]) {
    one.listen(0, '127.0.0.1');
    await once(one, 'listening');
  }
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  secureUrl = `https://127.0.0.1:${(silent.address() as AddressInfo).port}/`;
});
afterAll(() => {
  server.close();
  silent.close();
});

const childOf = (script: string) => async (address: string) => {
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--input-type=module',
    '-e',
    script,
    address,
  ]);
  return JSON.parse(stdout);
};

const clients: readonly (readonly [name: string, call: HttpCaller])[] = [
  ...Object.entries(httpClients),
  [
    'the official SDK (`tencentcloud-sdk-nodejs-scf`)',
    (address) => {
      const { host, protocol } = new URL(address);
      const credential = { secretId: 'AKID-EXAMPLE-0001', secretKey: 'EXAMPLE-KEY-0001' };
      const httpProfile = { endpoint: host, protocol: protocol as 'http:' };
      const client = new Client({ credential, region: 'ap-guangzhou', profile: { httpProfile } });
      return client.Invoke({ FunctionName: 'main' });
    },
  ],
  [
    'another process, such as a Python client or curl',
    childOf(
      'const response = await fetch(process.argv[1], { method: "POST", body: "{}" }); console.log(await response.text());',
    ),
  ],
  [
    'a handler in a worker (`isolation: "worker"`)',
    async (address) => {
      const options = { isolation: 'worker' as const, cwd: import.meta.dirname, timeoutMs: 5000 };
      const outcome = await invoke('handlers/fetching.main_handler', { url: address }, options);
      return outcome.ok ? outcome.result : outcome.body;
    },
  ],
];

/** Who answers: the fake, or the network; nobody speaks TLS there. */
async function answererOf(call: HttpCaller, address: string): Promise<string> {
  const result = {
    from: 'the fake',
    Response: { from: 'the fake', RequestId: 'c6af9ac6-7b61-11e6-9a41-93e8deadbeef' },
  };
  const gateway = fakeHttpGateway({ url: address, handler: async () => result, kind: 'function-url' });
  const listening = gateway.listen({ cleanUp: () => {} });
  try {
    const text = JSON.stringify(await call(address, {}));
    return /"from":"([^"]+)"/.exec(text)?.[1] ?? text;
  } catch (error) {
    return `nobody: ${error}`;
  } finally {
    await listening.close();
  }
}

const yes = (answerer: string) => (answerer === 'the fake' ? 'in process' : 'needs TCP');

test('the documents say which clients reach the fakes in process', async () => {
  const rows: string[] = [];
  for (const [name, call] of clients) {
    const plain = await answererOf(call, url);
    const secure = await answererOf(call, secureUrl);
    expect(plain, name).toMatch(/^the (fake|network)$/);
    expect(secure, name).toMatch(plain === 'the fake' ? /^the fake$/ : /^nobody: |errorCode/);
    rows.push(`| ${name} | ${yes(plain)} | ${yes(secure)} |`);
  }
  const socket = new WebSocket(url.replace('http', 'ws'));
  const [error] = await once(socket, 'error');
  expect(String(error)).toContain('Unexpected server response: 200');
  const page = `# Which clients the fakes answer in process

[中文](interception.zh-CN.md)

The fakes stand before the network by way of msw, which watches \`fetch\` and \`node:http\` of the process it runs in. What does
not go through these two reaches the fakes over TCP only: \`scf-fixtures serve\`, or \`serve\` of \`scf-fixtures/fakes\`.

| client | http | https |
| --- | --- | --- |
${rows.join('\n')}
| \`request\` of the package undici, which opens sockets itself | needs TCP | needs TCP |
| the \`ws\` package, browsers | needs TCP | needs TCP |

The table is made by running each client (\`npx vitest run test/fakes/interception.test.ts -u\`), undici 6, which is no
dependency, apart.
`;
  await expect(page).toMatchFileSnapshot('../../docs/interception.md');
});
