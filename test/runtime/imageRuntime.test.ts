import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createInstance, type InstanceOptions, invoke, startRuntimeApi } from '../../src/runtime/index.js';
import { deployed, emptyFolder, runningWith } from './processes/processFunction.js';
import { takeUsualPort } from './processes/takeUsualPort.js';

const command = [process.execPath, 'server.mjs'];

const started = (options: InstanceOptions = {}) => {
  const instance = createInstance(deployed('server.mjs', 'Dockerfile'), {
    command,
    timeoutMs: 20_000,
    memoryMb: 512,
    ...options,
  });
  onTestFinished(() => instance.close());
  return instance;
};

/** A port that something listens on. */
async function takenPort(port = 0): Promise<number> {
  const server = createServer().listen(port, '0.0.0.0');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

/** A port on which nothing listens. */
async function free(): Promise<{ readonly port: number }> {
  const server = createServer().listen(0, '0.0.0.0');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return { port };
}

describe('an image function', () => {
  test('gets its event by POST /event-invoke, with the headers that SCF sends', async () => {
    const outcome = await started({ memoryMb: 512, timeoutMs: 30_000 }).invoke(
      { number: 1 },
      { context: { request_id: 'request-1', function_name: 'orders' } },
    );
    expect(outcome).toMatchObject({
      statusCode: 200,
      result: {
        method: 'POST',
        url: '/event-invoke',
        body: '{"number":1}',
        headers: {
          'user-agent': 'Go-http-client/1.1',
          'content-type': 'application/json',
          'content-length': '12',
          'accept-encoding': 'gzip',
          connection: 'close',
          'x-forwarded-for': '11.163.0.86',
          'x-real-ip': '11.163.0.86',
          'x-scf-appid': '1250000000',
          'x-scf-memory': '512',
          'x-scf-name': 'orders',
          'x-scf-namespace': 'default',
          'x-scf-region': 'ap-guangzhou',
          'x-scf-request-id': 'request-1',
          'x-scf-timeout': '30000',
          'x-scf-uin': '100000000001',
          'x-scf-version': '$LATEST',
        },
      },
    });
  });

  test('has the keys of its role in headers, and none in its environment', async () => {
    const { result } = (await started().invoke({})) as { result?: unknown };
    const { headers, env } = result as { headers: object; env: string[] };
    expect(Object.keys(headers)).toEqual(
      expect.arrayContaining(['x-scf-secret-id', 'x-scf-secret-key', 'x-scf-session-token']),
    );
    expect(env.filter((name) => /SECRET|TOKEN/.test(name))).toEqual([]);
    expect(env).toEqual(expect.arrayContaining(['USER', 'TENCENTCLOUD_RUNENV', 'PORT']));
  });

  test('may pack its answer, as Go’s client unpacks it', async () => {
    expect(await started({ env: { HOW: 'gzip' } }).invoke({})).toMatchObject({ result: { packed: true } });
  });

  test('that answers with another status is noted, or has failed where that is asked for', async () => {
    const env = { STATUS: '503' };
    expect(await started({ env }).invoke({})).toMatchObject({
      statusCode: 200,
      notes: expect.arrayContaining([expect.stringContaining('the server answered with status 503')]),
    });
    expect(await started({ env, failsOnStatus: true }).invoke({})).toMatchObject({
      statusCode: 430,
      error: { name: 'HTTP 503' },
    });
  });

  test('that hangs up is noted, and never answers', async () => {
    expect(await started({ env: { HOW: 'hang up' }, timeoutMs: 500 }).invoke({})).toMatchObject({
      statusCode: 433,
      notes: expect.arrayContaining(['the server closed the connection without an answer']),
    });
  });

  test('that listens on 127.0.0.1 alone is noted, since SCF would not reach it', async () => {
    expect(await started({ env: { HOST: '127.0.0.1' } }).invoke({})).toMatchObject({
      notes: expect.arrayContaining([expect.stringMatching(/^the server listens on 127\.0\.0\.1:\d+ alone/)]),
    });
  });

  test('is given another port where 9000 is taken, which is noted', async () => {
    await takeUsualPort();
    expect(await started().invoke({})).toMatchObject({
      statusCode: 200,
      notes: expect.arrayContaining([expect.stringMatching(/^port 9000 is taken on this machine/)]),
    });
  });

  test('cannot have a port that is taken', async () => {
    const port = await takenPort();
    await expect(started({ port }).invoke({})).rejects.toThrow(
      new RegExp(
        `^Cannot start .+: something listens on port ${port} already, or is about to\\. End that, or name`,
      ),
    );
  });

  test('is not given the port of another that does not listen yet', async () => {
    const { port } = await free();
    const slow = `setTimeout(() => import('./server.mjs'), 500, ${port})`;
    const first = started({ port, command: [process.execPath, '-e', slow] }).invoke(1);
    await expect.poll(() => runningWith(slow).length).toBeGreaterThan(0);
    await expect(started({ port }).invoke(2)).rejects.toThrow(
      `something listens on port ${port} already, or`,
    );
    expect(await first).toMatchObject({ result: { body: '1' } });
  });

  test('is not mistaken for a server of others that has taken its port meanwhile', async () => {
    const { port } = await free();
    const sleep = ['sleep', `6${port}`];
    const outcome = started({ port, command: sleep }).invoke({});
    await expect.poll(() => runningWith(sleep.join(' ')).length).toBeGreaterThan(0);
    await takenPort(port);
    await expect(outcome).rejects.toThrow(
      `Cannot take the server on port ${port} for the function: it is not what was started`,
    );
  });

  test('may leave its server in a session of its own', async () => {
    const command = ['/bin/sh', '-c', `setsid ${process.execPath} server.mjs & wait`];
    expect(await started({ command }).invoke(1)).toMatchObject({ result: { body: '1' } });
  });

  test('needs a command', async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'Dockerfile'), 'FROM busybox\nCMD ./server\n');
    await expect(async () => invoke(folder, {})).rejects.toMatchObject({
      code: 'NO_COMMAND',
      message: expect.stringContaining('Dockerfile names no command as a list'),
    });
  });

  test('that cannot be started is told', async () => {
    const outcome = await started({ command: ['no-such-program'] }).invoke({});
    expect(outcome).toMatchObject({ ok: false, reason: expect.stringContaining('no-such-program') });
    expect([405, 445]).toContain(outcome.statusCode);
  });

  test('is reached where somebody else has started it', async () => {
    const instance = started();
    const { result } = (await instance.invoke({})) as { result?: unknown };
    const port = (result as { headers: { host: string } }).headers.host.split(':')[1];
    const outcome = await invoke(`http://127.0.0.1:${port}`, { number: 2 }, { timeoutMs: 20_000 });
    expect(outcome).toMatchObject({
      statusCode: 200,
      result: { url: '/event-invoke', body: '{"number":2}' },
      notes: expect.arrayContaining([expect.stringMatching(/^the server was started by somebody else/)]),
    });
  });

  test('of which nothing is there is told', async () => {
    const api = await startRuntimeApi();
    await api.close();
    expect(await invoke(`http://127.0.0.1:${api.port}`, {}, { initTimeoutMs: 300 })).toMatchObject({
      statusCode: 446,
      status: 'PortBindingFailed',
      body: { errorMessage: expect.stringMatching(/^The request timed out in 300ms\./) },
      reason: `nothing listens on port ${api.port} after 0.3 seconds`,
    });
  });
});
