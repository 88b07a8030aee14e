import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { runProgram } from '../../cli/program.js';
import { collectedIo, runCli, temporaryDirectory } from './runCli.js';

/** Starts the command and gives what a program of Custom Runtime does with its API. */
async function offered(args: readonly string[], given: { readonly stdin?: string } = {}) {
  const cwd = temporaryDirectory();
  writeFileSync(join(cwd, 'event.json'), '{"text":"a  *"}');
  writeFileSync(join(cwd, 'two.ndjson'), '{"n":1}\n{"n":2}\n');
  const end = new AbortController();
  const { io, written } = collectedIo({ cwd, signal: end.signal, ...given });
  const ran = runProgram(['serve', '--runtime-api', '0', '--port', '0', ...args], io);
  onTestFinished(async () => {
    end.abort();
    await ran;
  });
  const told = () => /127\.0\.0\.1:(\d+) until|"port":(\d+)/.exec(written.stderr + written.stdout);
  await vi.waitFor(() => expect(told()).not.toBeNull(), { timeout: 20_000 });
  const [, shown, port = shown] = told() ?? [];
  const send = (path: string, body?: string) =>
    fetch(`http://127.0.0.1:${port}/runtime/${path}`, body === undefined ? {} : { method: 'POST', body });
  const stop = async () => {
    end.abort();
    await ran;
    return io.exitCode;
  };
  return { send, written, ran, io, stop };
}

/** Takes the next event and answers it by what it is told to. */
async function answer(send: Awaited<ReturnType<typeof offered>>['send'], body: (event: string) => string) {
  await send('invocation/response', body(await (await send('invocation/next')).text()));
}

const steady = (text: string) => text.replaceAll(/\b\d{4,5}\b/g, '9001').replaceAll(/\d+ ms/g, '3 ms');

describe('serve --runtime-api', () => {
  test('hands out the event of a file, prints the answer byte for byte, and ends', async () => {
    const { send, written, ran, io } = await offered(['--event', 'event.json', '--timeout', '20000']);
    expect(written.stdout).toBe('');
    await send('init/ready', ' ');
    await answer(send, (event) => event);
    await ran;
    expect(written.stdout).toBe('{"text":"a  *"}\n');
    expect(steady(written.stderr)).toMatchInlineSnapshot(`
      "The runtime API is on 127.0.0.1:9001 until Ctrl+C. Start your program:
        SCF_RUNTIME_API=127.0.0.1 SCF_RUNTIME_API_PORT=9001 _HANDLER=index.main_handler ./bootstrap
      Waiting until it is ready or asks for an event.
      invoke event.json -> 200 (Success, 3 ms, cold)
      "
    `);
    expect(io.exitCode).toBe(0);
    await expect(send('init/ready', ' ')).rejects.toThrow('fetch failed');
  });

  test('hands out the events of standard input one after the other, and fails when one fails', async () => {
    const { send, written, ran, io } = await offered(['--event', '-', '--timeout', '20000'], {
      stdin: '{"n":1}\n{"n":2}\n',
    });
    await answer(send, (event) => event);
    await send('invocation/next');
    await send('invocation/error', 'no stock');
    await ran;
    const [first = '', second = ''] = written.stdout.trim().split('\n');
    expect(first).toBe('{"n":1}');
    expect(JSON.parse(second)).toMatchObject({ statusCode: 430, stackTrace: 'no stock' });
    expect(written.stderr).toContain('  | no stock\n');
    expect(io.exitCode).toBe(1);
  });

  test('puts the gateway in front of the program once it is ready', async () => {
    const { send, written, stop } = await offered(['--kind', 'function-url', '--timeout', '20000']);
    expect(written.stderr).not.toContain('http://');
    await send('init/ready', ' ');
    await vi.waitFor(() => expect(written.stderr).toContain('Serving your program as function-url on http'));
    const url = /http:[^ ]+/.exec(written.stderr)?.[0] ?? '';
    // Two at once are handed out one after the other.
    const clients = ['one', 'two'].map(async (path) => (await fetch(url + path)).text());
    for (let times = 0; times < 2; times++)
      await answer(send, (event) => JSON.stringify((JSON.parse(event) as { path: string }).path));
    expect((await Promise.all(clients)).sort()).toEqual(['"/one"', '"/two"']);
    expect(await stop()).toBe(0);
  });

  test('tells machines the port, and each event as a line of JSON', async () => {
    const { send, written, ran } = await offered(['--json', '--event', 'two.ndjson', '--timeout', '20000']);
    for (let times = 0; times < 2; times++) await answer(send, () => '"ok"');
    await ran;
    const lines = written.stdout.trim().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { type: 'runtime-api', env: { SCF_RUNTIME_API: '127.0.0.1' } },
      { type: 'event', what: 'two.ndjson:1', answer: '200', outcome: { result: 'ok' } },
      { type: 'event', what: 'two.ndjson:2', answer: '200', outcome: { result: 'ok' } },
    ]);
    expect(written.stderr).toBe('');
  });

  test('ends when it is stopped, before a program has come and while one thinks', async () => {
    const early = await offered([]);
    expect(await early.stop()).toBe(0);
    const { send, stop } = await offered(['--event', 'event.json', '--timeout', '600000']);
    await send('invocation/next');
    expect(await stop()).toBe(0);
  });

  test.each([
    [['index.main_handler', '--runtime-api'], 'Cannot take index.main_handler with --runtime-api'],
    [['--runtime-api', '--watch'], 'Cannot take --watch with --runtime-api'],
    [['--runtime-api', '--init-timeout', '5'], 'Cannot take --init-timeout with --runtime-api'],
    [['--runtime-api', '--env', 'A=1'], 'Cannot take --env with --runtime-api'],
    [['--runtime-api', '--kind', 'websocket'], 'Cannot serve --kind websocket with --runtime-api'],
    [['--runtime-api', 'event.json'], 'Cannot take --runtime-api event.json: it must be a whole number'],
    [['--runtime-api', '--event', 'no.json'], 'Cannot hand out no.json: there is no such file'],
    [['index.main_handler', '--event', 'e.json'], 'Cannot take --event for index.main_handler'],
    [[], 'Cannot serve nothing: name a handler'],
  ])('refuses %j in one sentence', async (args, message) => {
    const { stderr, exitCode } = await runCli(['serve', ...args], { cwd: temporaryDirectory() });
    expect(stderr).toContain(`scf-fixtures: ${message}`);
    expect(exitCode).toBe(2);
  });

  test('says that its port is taken', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => void server.close());
    await new Promise((done) => server.once('listening', done));
    const { port } = server.address() as AddressInfo;
    const { stderr, exitCode } = await runCli(['serve', '--runtime-api', String(port)]);
    expect(stderr).toContain(`Cannot start the runtime API on port ${port}: listen EADDRINUSE`);
    expect(exitCode).toBe(2);
  });
});
