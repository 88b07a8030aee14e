import { once } from 'node:events';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { describe, expect, test } from 'vitest';
import { serve } from '../../src/fakes/index.js';
import { canHoldNetwork } from '../../src/runtime/heldNetwork.js';
import { invoke } from '../../src/runtime/index.js';
import { isNightly, testAtNight } from '../nightly.js';
import { hasPython } from '../pythonHere.js';
import { isListening } from '../runtime/processes/processFunction.js';
import { takeUsualPort } from '../runtime/processes/takeUsualPort.js';
import { app, served, start, webFolder } from './webFunctions.js';

const megabyte = 1024 * 1024;
const post = (url: string, body: string | Uint8Array<ArrayBuffer>) => fetch(url, { method: 'POST', body });

/** What the server says of a request that it got. */
interface Echo {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly raw: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly pid: number;
}

const echoOf = async (answer: Response) => (await answer.json()) as Echo;

/** The answer to a request that is written by hand. */
async function answerOf(sent: ClientRequest): Promise<IncomingMessage> {
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  return answer;
}

/** The next piece of an answer as it comes. */
async function pieceOf(answer: IncomingMessage): Promise<string> {
  const [piece] = (await once(answer, 'data')) as [Buffer];
  return piece.toString();
}

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe('a request', () => {
  test('reaches the server as it is, with what the platform adds and without what a client forges', async () => {
    const { url, events } = await served(undefined, { invocation: { context: { function_name: 'orders' } } });
    const sent = request(`${url}echo?a=1&a=%20`, {
      method: 'PUT',
      headers: {
        'X-Own-Case': '1',
        'X-Forwarded-For': '203.0.113.9',
        'x-scf-secret-key': 'forged',
        'X-Scf-Other': '1',
        Connection: 'X-Hop',
        'X-Hop': '1',
      },
    });
    sent.end('a body');
    const got = JSON.parse((await (await answerOf(sent)).toArray()).join('')) as Echo;
    const scf = Object.entries(got.headers).filter(([name]) => name.startsWith('x-scf-'));
    expect(got).toMatchObject({ method: 'PUT', url: '/echo?a=1&a=%20', body: 'a body' });
    expect(got.raw).toContain('X-Own-Case');
    expect(got.headers).not.toHaveProperty('x-hop');
    expect(got.headers['x-forwarded-for']).toBe('203.0.113.9, 127.0.0.1, 198.51.100.81, 10.132.167.112');
    expect(Object.fromEntries(scf)).toEqual({
      'x-scf-appid': '1250000000',
      'x-scf-memory': '512',
      'x-scf-name': 'orders',
      'x-scf-namespace': 'default',
      'x-scf-region': 'ap-guangzhou',
      'x-scf-request-id': expect.stringMatching(/^[\da-f-]{36}$/),
      'x-scf-secret-id': 'AKID-EXAMPLE-0001',
      'x-scf-secret-key': 'EXAMPLE-KEY-0001',
      'x-scf-session-token': 'EXAMPLE-TOKEN-0001',
      'x-scf-timeout': '60000',
      'x-scf-uin': '100000000001',
      'x-scf-version': '$LATEST',
    });
    expect(got.env).toMatchObject({ TZ: 'UTC', SCF_FUNCTIONNAME: 'orders', TENCENTCLOUD_RUNENV: 'SCF' });
    expect(got.env).not.toHaveProperty('HOME');
    await expect.poll(events).toMatchObject([
      {
        kind: 'web',
        what: 'PUT /echo',
        answer: '200',
        outcome: {
          cold: true,
          requestId: got.headers['x-scf-request-id'],
          notes: expect.arrayContaining([
            expect.stringMatching(
              /^scf_bootstrap starts \/var\/lang\/node18\/bin\/node, for which .+ stands here$/,
            ),
          ]),
        },
      },
    ]);
    const id = got.headers['x-scf-request-id'];
    expect(events()[0]?.platformLog).toEqual([
      `START RequestId:${id}`,
      'listening',
      'asked echo',
      expect.stringMatching(
        `^Init Report RequestId: ${id} InitDuration: \\d+ms Duration: \\d+ms Memory: 512MB MemUsage: [\\d.]+MB$`,
      ),
      `END RequestId:${id}`,
      expect.stringMatching(`^Report RequestId:${id} Duration:\\d+ms Memory:512MB MemUsage:[\\d.]+MB$`),
    ]);
  });

  test('gets the answer as it is, from a server that writes to /tmp alone', async () => {
    const { url } = await served();
    const answer = await fetch(`${url}raw`);
    expect([answer.status, answer.statusText, await answer.text()]).toEqual([201, 'Made', 'raw']);
    expect(answer.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    expect(answer.headers.has('x-hop')).toBe(false);
    expect(await (await post(`${url}write`, '/tmp/here')).text()).toBe('written');
    expect(await (await post(`${url}write`, 'here')).text()).toBe('EROFS');
    expect((await fetch(url, { method: 'HEAD' })).status).toBe(200);
  });

  test.each([
    ['/release/demo/echo?x', 200, '/demo/echo?x'],
    ['/demo/echo', 404, '/release, the stage of the API'],
    ['/released/demo/echo', 404, '/release, the stage of the API'],
    ['/release/echo', 404, '/demo, the path of the API'],
  ])('comes by the stage and the path of an API: %s', async (path, status, told) => {
    const { url, entries } = await served(
      webFolder({ 'app.js': app.replaceAll("'echo'", "'demo'").replace('  echo:', '  demo:') }),
      {
        deployment: { stage: 'release', pathPrefix: '/demo' },
      },
    );
    const answer = await fetch(new URL(path, url));
    expect(answer.status).toBe(status);
    if (status === 200) expect((await echoOf(answer)).url).toBe(told);
    else expect(entries).toMatchObject([{ type: 'refusal', reason: `its path does not begin with ${told}` }]);
  });

  test('for another host is refused, and reaches no server', async () => {
    const { url, events } = await served();
    const sent = request(url, { headers: { Host: 'evil.example' } }).end();
    expect((await answerOf(sent)).statusCode).toBe(403);
    expect(events()).toEqual([]);
  });
});

describe('what comes in pieces', () => {
  test('passes piece by piece, both ways', async () => {
    const { url } = await served();
    const sent = request(`${url}ping`, { method: 'POST' });
    sent.write('one');
    const answer = await answerOf(sent);
    expect(await pieceOf(answer)).toBe('one');
    sent.write('two');
    expect(await pieceOf(answer)).toBe('two');
    sent.end();
    await once(answer, 'end');
  });

  test('is heard of by each client while it goes on, each from an instance of its own', async () => {
    const { url, events } = await served();
    const sent = [request(`${url}events`).end(), request(`${url}events`).end()];
    const answers = await Promise.all(sent.map(answerOf));
    const pieces = await Promise.all(answers.map(pieceOf));
    expect(pieces).toEqual([expect.stringMatching(/^data: \d+\n\n$/), expect.stringMatching(/^data: /)]);
    expect(pieces[0]).not.toBe(pieces[1]);
    for (const one of sent) one.on('error', () => {}).destroy();
    await expect
      .poll(() => events().map(({ answer, reason }) => [answer, reason]))
      .toEqual([
        ['499', 'the client has left'],
        ['499', 'the client has left'],
      ]);
    expect((await fetch(url)).status).toBe(200);
    await expect.poll(() => events()[2]?.outcome.cold).toBe(false);
  });
});

describe('limits', () => {
  test('a request and an answer have 6 MB each, the headers of an answer 4 KB', async () => {
    const { url, entries } = await served();
    const told = async (path: string, body: string | Uint8Array<ArrayBuffer>) => {
      const answer = await post(url + path, body);
      return [
        answer.status,
        await answer.arrayBuffer().then(
          (bytes) => bytes.byteLength > megabyte,
          () => 'cut off',
        ),
      ];
    };
    expect(await told('', new Uint8Array(6 * megabyte + 1))).toEqual([406, false]);
    expect(await told('', new Uint8Array(6 * megabyte))).toEqual([200, false]);
    expect(await told('large', String(6 * megabyte))).toEqual([200, true]);
    expect(await told('large', String(6 * megabyte + 1))).toEqual([410, false]);
    expect(await told('chunks', String(6 * megabyte))).toEqual([200, true]);
    expect(await told('chunks', String(6 * megabyte + 1))).toEqual([200, 'cut off']);
    expect(await told('heads', '3000')).toEqual([200, false]);
    expect(await told('heads', '5000')).toEqual([502, false]);
    await expect
      .poll(() => entries.map(({ answer }) => answer))
      .toEqual(['406', '200', '200', '410', '200', '410', '200', '502']);
  });

  test('a body in chunks is counted as it comes', async () => {
    const { url } = await served();
    const sent = request(url, { method: 'POST' }).on('error', () => {});
    sent.write(new Uint8Array(6 * megabyte));
    sent.end('x');
    expect((await answerOf(sent)).statusCode).toBe(406);
  });

  test('an instance takes one request at a time, or as many as are said', async () => {
    const { url } = await served(undefined, { concurrency: 2, limits: { instances: 1 } });
    const both = await Promise.all([fetch(`${url}both`), fetch(`${url}both`)]);
    expect(await Promise.all(both.map((answer) => answer.text()))).toEqual(['2', '2']);
    await expect(served(undefined, { concurrency: 101 })).rejects.toMatchObject({ code: 'INVALID_LIMIT' });
  });

  test('of 200 requests at once none is lost', async () => {
    const { url, events } = await served(undefined, { concurrency: 10, limits: { instances: 2 } });
    const answers = await Promise.all(Array.from({ length: 200 }, () => fetch(`${url}later`)));
    const counted = (await Promise.all(answers.map((answer) => answer.text()))).map(Number);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    // Each instance counts its own from 1.
    const ofEach = [...new Set(counted)].map((count) => counted.filter((one) => one === count).length);
    expect(Math.max(...ofEach)).toBeLessThanOrEqual(2);
    await expect.poll(() => events().length).toBe(200);
  });
});

test.skipIf(process.platform !== 'linux').each(['/dev/shm', '/var/tmp'])(
  'a function in %s cannot write its own folder either',
  async (parent) => {
    const { url } = await served(webFolder({}, 0o755, parent));
    const written = async (path: string) => (await post(`${url}write`, path)).text();
    expect(await written('here')).toBe('EROFS');
    expect(await written('/tmp/here')).toBe('written');
  },
);

/** Of Serverless Framework, which writes a scf_bootstrap into a package that has none. */
const byComponent = 'component: scf\ninputs:\n  type: web\n  entryFile: app.js';

test('a scf_bootstrap that the deployment writes is started, and told', async () => {
  const files = { scf_bootstrap: '', 'serverless.yml': `${byComponent}\n  runtime: Nodejs16.13\n` };
  const { url, events } = await served(webFolder(files));
  expect((await fetch(`${url}echo`)).status).toBe(200);
  await expect.poll(() => events().length).toBe(1);
  const notes = events().flatMap(({ outcome }) => outcome.notes ?? []);
  expect(notes).toContainEqual(
    expect.stringMatching(
      /^there is no scf_bootstrap, and the component scf of serverless\.yml writes one, which starts \/var\/lang\/node16\/bin\/node app\.js$/,
    ),
  );
});

type Failing = [string, Record<string, string>, number, object, number, RegExp];

const elsewhere: Failing = [
  'listens elsewhere',
  { 'app.js': "require('node:http').createServer().listen(0);\n// .listen(3000)" },
  0o755,
  { initTimeoutMs: 700 },
  446,
  /^nothing listens on port \d+ after 0\.7 seconds \(app\.js:1: It listens on 0, and the platform asks port 9000/,
];

describe('a function that fails', () => {
  test.each<Failing>([
    [
      'has no scf_bootstrap',
      { scf_bootstrap: '', 'serverless.yml': 'inputs: { type: web }\n' },
      0o755,
      {},
      445,
      /^scf_bootstrap: There is no scf_bootstrap/,
    ],
    ['cannot be executed', {}, 0o644, {}, 405, /^scf_bootstrap: Its permissions are 644/],
    [
      'has line ends of Windows',
      { scf_bootstrap: start.replaceAll('\n', '\r\n') },
      0o755,
      {},
      405,
      /^scf_bootstrap:1: A line ends with CR LF/,
    ],
    [
      'ends at once',
      { 'app.js': "console.log('no such table'); process.exit(2);" },
      0o755,
      {},
      405,
      /ended with exit code 2 before it was ready, and wrote last: no such table$/,
    ],
    [
      'never listens',
      { 'app.js': "console.log('waiting for the database'); setInterval(() => {}, 1000);" },
      0o755,
      { initTimeoutMs: 700 },
      446,
      /^nothing listens on port \d+ after 0\.7 seconds; it wrote last: waiting for the database$/,
    ],
    [
      'is deployed by a component that is not known to write a scf_bootstrap for its runtime',
      { scf_bootstrap: '', 'serverless.yml': `${byComponent}\n  runtime: Nodejs99.1\n` },
      0o755,
      {},
      445,
      /^scf_bootstrap: There is no scf_bootstrap, and what the component writes for Nodejs99\.1, to start app\.js, is not known/,
    ],
    [
      'listens to itself',
      {},
      0o755,
      { env: { HOST: '127.0.0.1' } },
      446,
      /^it listens on 127\.0\.0\.1:\d+ alone/,
    ],
    ...(isNightly ? [elsewhere] : []),
  ])('%s', async (_what, files, mode, invocation, status, reason) => {
    const { url, events } = await served(webFolder(files, mode), { invocation });
    const answer = await fetch(url);
    expect([answer.status, await answer.json()]).toMatchObject([status, { statusCode: status }]);
    await expect
      .poll(events)
      .toMatchObject([{ answer: String(status), reason: expect.stringMatching(reason) }]);
  });

  test('ends, hangs, or breaks off, and the next request finds it started again', async () => {
    const { url, events } = await served(undefined, { invocation: { timeoutMs: 1500 } });
    const told = async (path: string) => {
      const answer = await fetch(url + path);
      return [answer.status, answer.statusText];
    };
    expect(await told('exit')).toEqual([439, 'User process exit when running']);
    expect(await told('hang')).toEqual([433, 'TimeLimitReached']);
    expect(await told('off')).toEqual([502, 'Bad Gateway']);
    expect(await told('')).toEqual([200, 'OK']);
    await expect.poll(() => events().map(({ outcome: { cold } }) => cold)).toEqual([true, true, true, false]);
    expect(events()[0]?.platformLog?.join('\n')).toMatch(
      /\nERROR RequestId:\S+ Result:\{.*"statusCode":439\}\nEND /,
    );
  });

  test('breaks what streams off at its time limit', async () => {
    const { url, events } = await served(undefined, { invocation: { timeoutMs: 1500 } });
    const answer = await answerOf(request(`${url}events`).end());
    await expect(answer.on('data', () => {}).toArray()).rejects.toThrow('aborted');
    await expect.poll(events).toMatchObject([{ answer: '433' }]);
  });

  test('needs a language that this machine has not', async () => {
    const { url, entries } = await served(
      webFolder({ scf_bootstrap: '#!/bin/bash\n/var/lang/none1/bin/none app\n' }),
    );
    expect((await fetch(url)).status).toBe(500);
    expect(entries).toMatchObject([
      {
        type: 'refusal',
        reason: expect.stringMatching(
          /^Cannot start scf_bootstrap: it starts \/var\/lang\/none1\/bin\/none, and there is no none on this machine\./,
        ),
      },
    ]);
  });
});

describe('port 9000', () => {
  const fixed = app.replace('process.env.PORT || 9000', '9000');

  test('is all that a function takes: further requests wait, which is told once', async () => {
    const { url, events } = await served(webFolder({ 'app.js': fixed }));
    const answers = await Promise.all(['later', 'later', 'later'].map((path) => fetch(url + path)));
    expect((await Promise.all(answers.map((answer) => answer.text()))).sort()).toEqual(['1', '2', '3']);
    await expect
      .poll(() =>
        events()
          .map(({ warnings = [] }) => warnings.length)
          .sort(),
      )
      .toEqual([0, 0, 1]);
  });

  test.skipIf(!canHoldNetwork())(
    'is there in a network of its own where it is taken (needs unshare)',
    async () => {
      await takeUsualPort();
      const { url, events } = await served(webFolder({ 'app.js': fixed }));
      expect((await fetch(url)).status).toBe(200);
      await expect.poll(events).toMatchObject([
        {
          outcome: {
            notes: expect.arrayContaining([expect.stringContaining('runs in a network of its own')]),
          },
        },
      ]);
    },
  );

  test('may be another that scf_bootstrap sets', async () => {
    await takeUsualPort();
    const { url, events } = await served(
      webFolder({ scf_bootstrap: start.replace('/var', 'export PORT=9000\n/var') }),
    );
    expect((await fetch(url)).status).toBe(200);
    await expect.poll(events).toMatchObject([
      {
        outcome: {
          notes: expect.arrayContaining([
            expect.stringMatching(
              /^port 9000 is taken on this machine, so that the server is to listen on \d+/,
            ),
          ]),
        },
      },
    ]);
  });
});

test('nothing is left when the server is closed, and a restart is cold', async () => {
  const { server, url } = await served(undefined, { limits: { graceMs: 300 } });
  const first = await echoOf(await fetch(`${url}echo`));
  await server.restart();
  expect(isAlive(first.pid)).toBe(false);
  const second = await echoOf(await fetch(`${url}echo`));
  expect(second.pid).not.toBe(first.pid);
  const stream = await answerOf(request(`${url}events`).end());
  stream.on('error', () => {});
  await server.close();
  expect(isAlive(second.pid)).toBe(false);
  expect(await isListening(Number(new URL(url).port))).toBe(false);
});

test('scf_bootstrap may be the program itself', async () => {
  const script = '#!/var/lang/node18/bin/node\nconst port = 9000;\n';
  const server = "require('node:http').createServer((_, answer) => answer.end('itself')).listen(port);\n";
  const { url } = await served(webFolder({ scf_bootstrap: script + server }));
  const answers = await Promise.all([fetch(url), fetch(url)]);
  expect(await Promise.all(answers.map((answer) => answer.text()))).toEqual(['itself', 'itself']);
});

test('scf_bootstrap may end without the end of a line, of which its check warns', async () => {
  const { url } = await served(webFolder({ scf_bootstrap: start.trimEnd() }));
  expect((await fetch(url)).status).toBe(200);
});

testAtNight('of 1,000 requests at once none is lost', async () => {
  const { url, events } = await served(undefined, { concurrency: 100, limits: { instances: 2 } });
  const answers = await Promise.all(Array.from({ length: 1000 }, () => fetch(`${url}later`)));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  await Promise.all(answers.map((answer) => answer.text()));
  await expect.poll(() => events().length).toBe(1000);
});

test.skipIf(!hasPython)('a server in Python is served as well (needs python3)', async () => {
  const py = `
from http.server import BaseHTTPRequestHandler, HTTPServer
import os, sys
class Handler(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers['Content-Length']))
        print('asked', self.headers['X-Scf-Name'])
        self.send_response(202)
        self.end_headers()
        self.wfile.write(body + str(sys.version_info.major).encode())
HTTPServer(('0.0.0.0', int(os.environ.get('PORT', 9000))), Handler).serve_forever()
`;
  const folder = webFolder({
    'app.py': py,
    scf_bootstrap: '#!/bin/bash\nexec /var/lang/python310/bin/python3.10 -u app.py\n',
  });
  const { url, events } = await served(folder);
  const answer = await post(url, 'Python ');
  expect([answer.status, await answer.text()]).toEqual([202, 'Python 3']);
  await expect.poll(events).toMatchObject([
    {
      outcome: {
        notes: expect.arrayContaining([
          expect.stringMatching(
            /^scf_bootstrap starts \/var\/lang\/python310\/bin\/python3\.10, for which .+ \(Python 3\..+\) stands here$/,
          ),
        ]),
      },
    },
  ]);
  expect(events()[0]?.platformLog).toContain('asked main');
});

test('a web function gets no events, and a function of events no requests', async () => {
  const folder = webFolder();
  await expect(async () => invoke(folder, {})).rejects.toMatchObject({
    code: 'WEB_FUNCTION',
    message: expect.stringContaining('which is called over HTTP'),
  });
  await expect(serve({ kind: 'apigw', handler: folder })).rejects.toMatchObject({ code: 'WEB_FUNCTION' });
  await expect(serve({ kind: 'web', handler: async () => 1 })).rejects.toMatchObject({
    code: 'NO_WEB_FUNCTION',
  });
});
