import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, watch, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { runProgram } from '../../cli/program.js';
import type { Io, Output } from '../../cli/shared/io.js';
import { runCli, temporaryDirectory } from './runCli.js';

const handlers = `
  let n = 0;
  exports.main_handler = async ({ path }) => {
    console.log('called', ++n);
    if (path === '/throws') throw new TypeError('no stock');
    if (path === '/odd') return { statusCode: 'x' };
    return { statusCode: 200, headers: { 'content-type': 'text/plain' }, body: path, isBase64Encoded: false };
  };
  exports.chat = async ({ websocket }) => {
    const { action, secConnectionID } = websocket;
    if (action === 'connecting') return { errNo: 0, errMsg: 'ok', websocket: { action, secConnectionID } };
    if (action === 'data send') await fetch(process.env.PUSH_URL, { method: 'POST', body: JSON.stringify({ websocket }) });
  };`;

function project(): string {
  const directory = temporaryDirectory();
  writeFileSync(join(directory, 'index.js'), handlers);
  return directory;
}

/** Runs the command until the test ends it; gives what it says meanwhile. */
async function running(cwd: string, ...args: string[]) {
  const written = { stdout: '', stderr: '' };
  const output = (name: keyof typeof written): Output => ({
    isTerminal: false,
    write(text) {
      written[name] += typeof text === 'string' ? text : Buffer.from(text).toString();
      return undefined;
    },
  });
  const end = new AbortController();
  const io: Io = {
    cwd,
    env: {},
    stdin: Readable.from([]),
    stdout: output('stdout'),
    stderr: output('stderr'),
    exitCode: 0,
    signal: end.signal,
  };
  const ran = runProgram(['serve', ...args, '--port', '0', '--push-port', '0'], io);
  onTestFinished(async () => {
    end.abort();
    await ran;
  });
  await vi.waitFor(() => expect(written.stdout + written.stderr).toMatch(/(http|ws):/), { timeout: 20_000 });
  const url = /(?:http|ws):\/\/127[^\s"]+/.exec(written.stdout + written.stderr)?.[0] ?? '';
  const stop = async () => {
    end.abort();
    await ran;
    return io.exitCode;
  };
  return { url, written, stop, ran };
}

const steady = (text: string) =>
  text
    .replaceAll(/:\d{4,5}\b/g, ':9000')
    .replaceAll(/\d+ ms/g, '3 ms')
    .replaceAll(/\(\/[^)]*\)/g, '(index.js)');

describe('serve', () => {
  test('tells where it serves, each event and what the function wrote, until it is stopped', async () => {
    const { url, written, stop } = await running(project(), 'index.main_handler');
    expect(await (await fetch(`${url}orders?token=example`)).text()).toBe('/orders');
    expect((await fetch(`${url}odd`)).status).toBe(403);
    await fetch(`${url}throws`);
    expect(await stop()).toBe(0);
    expect(written.stdout).toBe('');
    expect(steady(written.stderr)).toMatchInlineSnapshot(`
      "Serving index.main_handler as apigw on http://127.0.0.1:9000/ until Ctrl+C.
      apigw GET /orders -> 200 (Success, 3 ms, cold)
        | called 1
      apigw GET /odd -> 403 (Success, 3 ms): statusCode: expected an integer, received "x" (a string)
        | called 2
      apigw GET /throws -> 430 (User code exception caught, 3 ms)
        | called 3
        | TypeError: no stock
        |     at exports.main_handler (index.js)
      "
    `);
    await expect(fetch(url)).rejects.toThrow('fetch failed');
  });

  test('tells machines the same as lines of JSON, without secrets', async () => {
    const { url, written, stop } = await running(project(), 'index.main_handler', '--json');
    await fetch(`${url}orders`, { headers: { authorization: 'Bearer example-of-a-token-1234567' } });
    await stop();
    const lines = written.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines).toMatchObject([
      { type: 'listening', kind: 'apigw', url },
      {
        type: 'event',
        kind: 'apigw',
        what: 'GET /orders',
        answer: '200',
        event: { httpMethod: 'GET', headers: { authorization: 'Bearer example-1' } },
        outcome: { ok: true, statusCode: 200, log: [{ text: 'called 1' }] },
      },
    ]);
    expect(written.stderr).toBe('');
  });

  test('keeps events as fixtures that check accepts, without secrets', async () => {
    const cwd = project();
    const { url, stop } = await running(cwd, 'index.main_handler', '--record', 'recorded');
    await fetch(`${url}login?token=example-of-a-token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: 'session=example-of-a-session' },
      body: '{"user":"ada","password":"example-of-a-password"}',
    });
    await stop();
    const folder = join(cwd, 'recorded/apigw');
    const [event = '', outcome = ''] = readdirSync(folder).sort();
    expect([event, outcome]).toEqual([
      expect.stringMatching(/^recorded-[0-9a-f]{8}\.json$/),
      expect.stringMatching(/^recorded-[0-9a-f]{8}\.outcome$/),
    ]);
    const text = readFileSync(join(folder, event), 'utf8');
    expect(text).not.toMatch(/example-of-a/);
    expect(JSON.parse(text)).toMatchObject({ httpMethod: 'POST', path: '/login' });
    expect(JSON.parse(readFileSync(join(folder, outcome), 'utf8'))).toMatchObject({
      answer: '200',
      statusCode: 200,
      result: { statusCode: 200 },
    });
    expect(await runCli(['check', 'recorded'], { cwd })).toMatchObject({ exitCode: 0 });
  });

  test('gives WebSocket functions the address to push to', async () => {
    const { url, written, stop } = await running(project(), 'index.chat', '--kind', 'websocket');
    const { default: WebSocket } = await import('ws');
    const socket = new WebSocket(url);
    await new Promise((done) => socket.once('open', done));
    socket.send('hello');
    expect(String(await new Promise((done) => void socket.once('message', done)))).toBe('hello');
    socket.close();
    await vi.waitFor(() => expect(written.stderr).toContain('websocket-close'), { timeout: 20_000 });
    await stop();
    const ids = [...new Set(written.stderr.match(/[\w+/]{22}==/g))];
    const lines = steady(ids.reduce((text, id) => text.replaceAll(id, 'abc=='), written.stderr));
    expect(lines).toMatchInlineSnapshot(`
      "Serving index.chat as websocket on ws://127.0.0.1:9000/ until Ctrl+C.
      Functions push to http://127.0.0.1:9000/api-push, which they find in PUSH_URL.
      websocket-connect abc== -> accepted (Success, 3 ms, cold)
      push data send to abc== -> 200
      websocket-data abc== -> ok (Success, 3 ms)
      websocket-close abc== -> closed (Success, 3 ms)
      "
    `);
  });

  test('loads the handler again when it changes, with --watch', async () => {
    const cwd = project();
    const { url, written } = await running(cwd, 'index.main_handler', '--watch');
    expect(await (await fetch(`${url}a`)).text()).toBe('/a');
    writeFileSync(join(cwd, 'index.js'), handlers.replace('body: path', "body: 'new'"));
    await vi.waitFor(() => expect(written.stderr).toContain('A file changed'), { timeout: 20_000 });
    await vi.waitFor(async () => expect(await (await fetch(`${url}a`)).text()).toBe('new'), {
      timeout: 20_000,
    });
  });

  test('hears of no change of a dependency, or of what is built, with --watch', async () => {
    const cwd = project();
    const folders = ['node_modules/some/lib', 'lib/node_modules/other', '.scf-fixtures/built', 'lib/own'];
    for (const folder of folders) mkdirSync(join(cwd, folder), { recursive: true });
    await running(cwd, 'index.main_handler', '--watch');
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const waitsAfterChangeIn = async (folder: string) => {
      // A watcher that begins later hears later.
      const watcher = watch(cwd, { recursive: true });
      const heard = once(watcher, 'change');
      writeFileSync(join(cwd, folder, 'index.js'), '1');
      await heard;
      watcher.close();
      return vi.getTimerCount();
    };
    expect(await waitsAfterChangeIn('node_modules/some/lib')).toBe(0);
    expect(await waitsAfterChangeIn('lib/node_modules/other')).toBe(0);
    expect(await waitsAfterChangeIn('.scf-fixtures/built')).toBe(0);
    expect(await waitsAfterChangeIn('lib/own')).toBe(1);
  });

  test.each(['SIGINT', 'SIGTERM'] as const)('ends on %s', async (signal) => {
    const { url, ran } = await running(project(), 'index.main_handler', '--kind', 'function-url');
    await fetch(url);
    process.kill(process.pid, signal);
    await ran;
    await expect(fetch(url)).rejects.toThrow('fetch failed');
    expect(process.listenerCount(signal)).toBe(0);
  });

  test('says what callers need, and who else can call', async () => {
    const { written } = await running(
      project(),
      'index.main_handler',
      '--kind',
      'invoke',
      '--host',
      '0.0.0.0',
    );
    expect(steady(written.stderr)).toMatchInlineSnapshot(`
      "Serving index.main_handler as invoke on http://127.0.0.1:9000/ until Ctrl+C.
      Callers need FunctionName main, SecretId AKID-EXAMPLE-0001, SecretKey EXAMPLE-KEY-0001.
      It listens on 0.0.0.0: whoever reaches this machine can call it, not only its own programs.
      "
    `);
  });

  test('no client writes a line of its own', async () => {
    const { written } = await running(project(), 'index.chat', '--kind', 'websocket');
    const pushUrl = /http:\S+api-push/.exec(written.stderr)?.[0] ?? '';
    const websocket = { action: 'closing', secConnectionID: 'a\n\u001b[2Jfake line' };
    await fetch(pushUrl, { method: 'POST', body: JSON.stringify({ websocket }) });
    expect(written.stderr.split('\n').at(-2)).toBe(
      'push closing to a\\u000a\\u001b[2Jfake line -> 200: errNo 1: no such connection',
    );
  });

  test('tells wrong use in a sentence and exits 2', async () => {
    const cwd = project();
    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise((done) => taken.once('listening', done));
    onTestFinished(() => void taken.close());
    const address = taken.address();
    const port = String(typeof address === 'object' ? address?.port : '');
    const told = async (...args: string[]) => {
      const { exitCode, stdout, stderr } = await runCli(['serve', ...args], { cwd });
      expect([exitCode, stdout]).toEqual([2, '']);
      return stderr.replaceAll(cwd, '/app').replaceAll(port, '9000');
    };
    expect(
      [
        await told(),
        await told('index.main'),
        await told('nothing.main_handler'),
        await told('index.chat', '--kind', 'websocket', '--cleanup', 'index.cleanup'),
        await told('index.main_handler', '--kind', 'http'),
        await told('index.main_handler', '--port', '70000'),
        await told('index.main_handler', '--port', port),
        await told('index.main_handler', '--host', '192.0.2.1', '--port', port),
        await told('index.main_handler', '--env', 'STAGE'),
      ].join(''),
    ).toMatchInlineSnapshot(`
      "scf-fixtures: Cannot serve nothing: name a handler, such as index.main_handler, or take --runtime-api for a program that you start yourself.
      scf-fixtures: Cannot invoke index.main: index.js was loaded, but it has no export main. It exports chat, main_handler: write index.main_handler.
      scf-fixtures: Cannot invoke nothing.main_handler: there is no file /app/nothing.js (or .mjs, .cjs). Write the path of the handler's file without its extension, a dot and the name of the export, such as src/index.main_handler.
      scf-fixtures: Cannot invoke index.cleanup: index.js was loaded, but it has no export cleanup. It exports chat, main_handler: write index.chat.
      scf-fixtures: Cannot serve a handler as "http": clients cannot reach it that way. Take one of apigw, clb, function-url, websocket, invoke, web; invoke takes any event.
      scf-fixtures: Cannot take --port 70000: it must be a whole number from 0 to 65,535.
      scf-fixtures: Cannot serve on 127.0.0.1:9000: the port is in use. Take another port (--port), or 0 for any that is free.
      scf-fixtures: Cannot serve on 192.0.2.1:9000: 192.0.2.1 is no address of this machine. Take 127.0.0.1, or 0.0.0.0 for all of them.
      scf-fixtures: Cannot take --env STAGE: it is no name=value. Write --env STAGE=test.
      "
    `);
  });
});
