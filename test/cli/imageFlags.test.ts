import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { builtProgram } from '../built.js';
import { runCli, temporaryDirectory } from './runCli.js';

const server = `
  require('node:http').createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    response.end(JSON.stringify({ hello: JSON.parse(body).name, arg: process.argv[2] }));
  }).listen(process.env.PORT, '0.0.0.0');`;

/** A project with a server in the folder `image`, an event, and a function of Custom Runtime. */
function project(): string {
  const cwd = temporaryDirectory();
  for (const folder of ['image', 'custom']) mkdirSync(join(cwd, folder));
  writeFileSync(join(cwd, 'image/server.js'), server);
  writeFileSync(join(cwd, 'custom/bootstrap'), '#!/bin/sh\n', { mode: 0o755 });
  writeFileSync(join(cwd, 'event.json'), '{"name":"Ada"}');
  return cwd;
}

/** Somebody's own server, which answers with how often it was asked. */
async function runningServer(): Promise<number> {
  let asked = 0;
  const running = createServer((_, response) => response.end(String(++asked))).listen(0, '0.0.0.0');
  onTestFinished(() => void running.close());
  await once(running, 'listening');
  return (running.address() as AddressInfo).port;
}

const invoke = (cwd: string, ...args: readonly string[]) =>
  runCli(['invoke', ...args, 'event.json', '--memory', '512', '--timeout', '20000'], { cwd });

describe('an image function on the command line', () => {
  test('is started by a command in any folder, as the shell takes it', async () => {
    const command = `node server.js "two  blanks"`;
    const { stdout, exitCode } = await invoke(project(), 'image', '--command', command);
    expect(JSON.parse(stdout)).toEqual({ hello: 'Ada', arg: 'two  blanks' });
    expect(exitCode).toBe(0);
  });

  test('is found by its Dockerfile', async () => {
    const cwd = project();
    writeFileSync(join(cwd, 'image/Dockerfile'), 'FROM node\nCMD ["node", "server.js", "docker"]\n');
    const { stdout } = await invoke(cwd, './image');
    expect(JSON.parse(stdout)).toEqual({ hello: 'Ada', arg: 'docker' });
  });

  test.each(['--port', '--function-port'])('that runs already is reached by %s', async (flag) => {
    const { stdout, stderr } = await invoke(project(), 'image', flag, String(await runningServer()));
    expect(stdout).toBe('1\n');
    expect(stderr).toContain('the server was started by somebody else');
  });

  test('is fuzzed by its command, in a process that searches as well', async () => {
    const flags = ['--runs', '1', '--no-store', '--allow-net', '*', '--command', 'echo no stock; exit 3'];
    const { stdout, exitCode } = await runCli(['fuzz', 'image', '--trigger', 'timer', ...flags], {
      cwd: project(),
      program: builtProgram,
    });
    expect(stdout).toContain('not-started: A function gets ready to take events.');
    expect(stdout).toContain('ended with exit code 3 before it was ready, and wrote last: no stock.');
    expect(exitCode).toBe(1);
  });

  test('cannot be started on a port that is taken', async () => {
    const port = String(await runningServer());
    const given = ['--command', 'node server.js', '--port', port];
    const { stderr, exitCode } = await invoke(project(), 'image', ...given);
    expect(stderr).toContain(
      `scf-fixtures: Cannot start image: something listens on port ${port} already, or`,
    );
    expect(exitCode).toBe(2);
  });

  test.each([
    [['image', '--command', 'no-such-program x'], 'Cannot take --command "no-such-program x": there is no'],
    [['image', '--command', './no.sh'], 'Cannot take --command "./no.sh": there is no program "./no.sh" on'],
    [['image', '--command', ' '], 'Cannot take --command " ": there is no program ""'],
    [['image', '--port', '0'], 'Cannot take --function-port 0: it must be a whole number from 1'],
    [['http://127.0.0.1:9', '--port', '9'], 'Cannot take --function-port for http://127.0.0.1:9: an address'],
    [['http://127.0.0.1:9', '--command', 'true'], 'Cannot take --command for http://127.0.0.1:9: an address'],
    [['custom', '--port', '9000'], 'Cannot take --function-port for custom: the bootstrap in it asks'],
    [['index.main_handler', '--command', 'true'], 'Cannot take --command for index.main_handler: it is no'],
  ])('refuses %j in one sentence', async (args, message) => {
    const { stderr, exitCode } = await invoke(project(), ...args);
    expect(stderr).toContain(`scf-fixtures: ${message}`);
    expect(exitCode).toBe(2);
  });
});
