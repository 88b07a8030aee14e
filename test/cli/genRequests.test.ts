import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { edgeCases, type WebRequest, web } from '../../src/index.js';
import { targetOf } from '../../src/runtime/webRequest.js';
import { isNightly } from '../nightly.js';
import { runCli, temporaryDirectory } from './runCli.js';

/** What a server got, of what stands in a request. */
interface Got {
  readonly method: string;
  readonly url: string;
  readonly type: string | undefined;
  readonly body: string;
}

/** A server that keeps what it gets. */
async function listening() {
  const got: Got[] = [];
  const server = createServer(async (request, response) => {
    const { method = '', url = '', headers } = request;
    const body = Buffer.concat(await request.toArray()).toString('base64');
    got.push({ method, url, type: headers['content-type'], body });
    response.end();
  }).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  return { got, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

function wanted(request: WebRequest): Partial<Got> {
  const { httpMethod, headers, body = '', isBase64Encoded } = request;
  const bytes = Buffer.from(body, isBase64Encoded === true ? 'base64' : 'utf8');
  const [type] = Object.entries(headers).flatMap(([name, value]) =>
    /^content-type$/i.test(name) ? [value] : [],
  );
  return {
    method: httpMethod,
    url: targetOf(request),
    ...(bytes.length > 0 ? { type, body: bytes.toString('base64') } : {}),
  };
}

const hasCurl = await promisify(execFile)('curl', ['--version']).then(
  () => true,
  () => false,
);

test.skipIf(!hasCurl)('bash and curl send what is written', async () => {
  const cwd = temporaryDirectory();
  const { got, url } = await listening();
  const edges = isNightly
    ? ['--edges']
    : [
        '--edge',
        ...['json-nul-character', 'bracketed-query-names', 'gzip-body', 'chunked-body'],
        ...['awkward-cookies', 'dot-segments'],
      ];
  const drawn = ['gen', 'web', '--seed', '5', '--count', '4', ...edges];
  const { stderr, exitCode } = await runCli([...drawn, '--format', 'curl', '--url', url], { cwd });
  expect(stderr).toMatch(/^Wrote \d+ requests to fixtures\/web\.sh\. Repeat: scf-fixtures gen web /);
  expect(exitCode).toBe(0);
  await promisify(execFile)('bash', [join(cwd, 'fixtures/web.sh')], { maxBuffer: 1e8 });
  const { stdout } = await runCli([...drawn, '--out', '-'], { cwd });
  const requests = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as WebRequest);
  expect(got).toEqual(requests.map((request) => expect.objectContaining(wanted(request))));
});

test('an editor gets them in one file, and bodies that it cannot hold beside it', async () => {
  const cwd = temporaryDirectory();
  await runCli(['gen', 'web', '--format', 'http', '--edge', 'gzip-body', 'json-array', '--count', '1'], {
    cwd,
  });
  const text = readFileSync(join(cwd, 'fixtures/web.http'), 'utf8');
  expect(text.match(/^###.*/gm)).toEqual(['### gzip-body', '### json-array', '### 0000']);
  expect(text).toContain('\n\n< ./web/gzip-body.body\n');
  expect(text).toMatch(/^POST http:\/\/127\.0\.0\.1:8000\/\S* ?$/m);
  const event = edgeCases(web).find(({ name }) => name === 'gzip-body')?.event;
  const bytes = readFileSync(join(cwd, 'fixtures/web/gzip-body.body'));
  expect(bytes.toString('base64')).toBe(event?.body);
  expect(readdirSync(join(cwd, 'fixtures'))).toEqual(['web', 'web.http']);
});

test.each([
  [['gen', 'timer', '--format', 'curl'], /Cannot write events of timer as curl/],
  [['gen', 'web', 'timer', '--format', 'http'], /Cannot write events of timer as http/],
  [['gen', 'web', '--url', 'http://127.0.0.1:9'], /Cannot use --url with --format files/],
  [['gen', 'web', '--format', 'http', '--url', '127.0.0.1:9'], /Cannot send requests to 127\.0\.0\.1:9/],
  [['gen', 'web', '--format', 'har'], /Cannot write the format "har"/],
])('%j is refused in a sentence', async (args, expected) => {
  const cwd = temporaryDirectory();
  const { stderr, exitCode } = await runCli(args, { cwd });
  expect(stderr).toMatch(expected);
  expect(exitCode).toBe(2);
  expect(existsSync(join(cwd, 'fixtures'))).toBe(false);
});

test('what is written is checked as it is', async () => {
  const cwd = temporaryDirectory();
  await runCli(['gen', 'web', '--count', '2'], { cwd });
  const { stderr } = await runCli(['check', 'fixtures', '--strict'], { cwd });
  expect(stderr).toBe('Checked 2 events: 0 errors, 0 warnings.\n');
  writeFileSync(
    join(cwd, 'request.json'),
    '{"httpMethod":"get","path":"x","queryString":{},"headers":{},"sourceIp":"a"}',
  );
  const { stdout } = await runCli(['check', 'request.json'], { cwd });
  expect(stdout.match(/\[web\/[\w-]+\]/g)?.length).toBe(3);
});
