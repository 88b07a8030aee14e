import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { runProgram } from '../../cli/program.js';
import { webFolder } from '../fakes/webFunctions.js';
import { collectedIo, runCli } from './runCli.js';

/** Serves a folder until the test ends it. */
async function serving(cwd: string, ...args: string[]) {
  const end = new AbortController();
  const { io, written } = collectedIo({ cwd, signal: end.signal });
  const ran = runProgram(['serve', '.', '--port', '0', '--memory', '512', ...args], io);
  const stop = async () => {
    end.abort();
    await ran;
  };
  onTestFinished(stop);
  await vi.waitFor(() => expect(written.stderr + written.stdout).toMatch(/http:/), { timeout: 20_000 });
  return { url: /http:\/\/127[^\s"]+/.exec(written.stderr + written.stdout)?.[0] ?? '', written, stop, io };
}

describe('serve of a web function', () => {
  test('finds it by its folder, prints the log of the platform, and leaves nothing', async () => {
    const yml =
      'inputs:\n  type: web\n  runtime: Php8.0\n  environment:\n    variables:\n      GREETING: hi\n';
    const { url, written, stop, io } = await serving(
      webFolder({ 'serverless.yml': yml }),
      '--concurrency',
      '5',
    );
    const answer = await fetch(`${url}echo?key=1`);
    const { env, pid } = (await answer.json()) as { env: object; pid: number };
    expect(env).toMatchObject({ GREETING: 'hi', TZ: 'UTC' });
    await expect.poll(() => written.stderr).toContain('END RequestId:');
    await stop();
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
    expect(io.exitCode).toBe(0);
    expect(
      written.stderr.replaceAll(/[\da-f]{8}-[\da-f-]{27}/g, '<id>').replaceAll(/\d+ ?ms/g, '<n>ms'),
    ).toMatch(
      /^Serving \. as web on http:\S+ until Ctrl\+C\.\nNote: The function is as serverless\.yml has it[^\n]+\n(?:Note: [^\n]+\n)*web GET \/echo -> 200 \(Success, <n>ms, cold\)\n(?: {2}Note: [^\n]+\n)+ {2}\| START RequestId:<id>\n {2}\| listening\n {2}\| asked echo\n {2}\| Init Report RequestId: <id> /,
    );
  });

  test('records requests as they came, without the secrets in them', async () => {
    const cwd = webFolder();
    const { url, stop } = await serving(cwd, '--record', 'requests');
    const body = Buffer.from([0xff, 0, 1]);
    await fetch(`${url}ok?a=1&a=2`, {
      method: 'PUT',
      body,
      headers: { authorization: 'Bearer not-a-real-one' },
    });
    await fetch(`${url}ok`, {
      method: 'POST',
      body: '{"name":"王芳"}',
      headers: { 'content-type': 'application/json' },
    });
    await stop();
    const files = readdirSync(join(cwd, 'requests/web')).filter((name) => name.endsWith('.json'));
    const recorded = files.map((name) => JSON.parse(readFileSync(join(cwd, 'requests/web', name), 'utf8')));
    expect(recorded.find(({ httpMethod }) => httpMethod === 'PUT')).toMatchObject({
      path: '/ok',
      queryString: { a: ['1', '2'] },
      body: body.toString('base64'),
      isBase64Encoded: true,
    });
    expect(recorded.find(({ httpMethod }) => httpMethod === 'POST')).toMatchObject({
      body: '{"name":"王芳"}',
    });
    expect(JSON.stringify(recorded)).not.toContain('not-a-real-one');
    const checked = await runCli(['check', 'requests', '--strict'], { cwd });
    expect(checked.stderr).toBe('Checked 2 events: 0 errors, 0 warnings.\n');
  });

  test('says beforehand what check finds, and tells each request as JSON', async () => {
    const { url, written } = await serving(webFolder({}, 0o644), '--json');
    expect(written.stderr).toMatch(/Note: scf_bootstrap: error: Its permissions are 644/);
    expect((await fetch(url)).status).toBe(405);
    await expect.poll(() => written.stdout.trim().split('\n').length).toBe(2);
    expect(JSON.parse(written.stdout.split('\n')[1] ?? '')).toMatchObject({
      type: 'event',
      kind: 'web',
      answer: '405',
      outcome: { status: 'ContainerStateExited' },
    });
  });

  test.each([
    [['serve', '.', '--transfer', './x.js#main'], /Cannot take --transfer for a web function/],
    [
      ['serve', '.', '--concurrency', '101'],
      /Cannot take --concurrency 101: it must be a whole number from 1 to 100/,
    ],
    [['serve', '.', '--base64'], /Cannot deploy web with base64/],
    [['serve', '.', '--kind', 'apigw'], /Cannot give \.\S* an event: it is a web function/],
    [['serve', './app.js#main', '--kind', 'web'], /Cannot serve \.\/app\.js#main as a web function/],
    [
      ['serve', './app.js#main', '--concurrency', '2'],
      /Cannot take --concurrency for a function that gets events/,
    ],
    [
      ['invoke', '.'],
      /Cannot give \.\S* an event: it is a web function, which is called over HTTP\. Put the platform in front of it with scf-fixtures serve \./,
    ],
    [['fuzz', '.', '--trigger', 'timer'], /Cannot give \.\S* an event: it is a web function/],
  ])('%j is refused in a sentence', async (args, expected) => {
    const { stderr, exitCode } = await runCli(args, { cwd: webFolder() });
    expect(stderr).toMatch(expected);
    expect(exitCode).toBe(2);
  });
});
