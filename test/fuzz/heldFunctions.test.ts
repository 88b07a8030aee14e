import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { findFailuresWith } from '../../src/fuzz/findFailures.js';
import { timer } from '../../src/index.js';
import * as held from '../../src/runtime/heldNetwork.js';
import { findFunction } from '../../src/runtime/runtimes.js';
import { runCli } from '../cli/runCli.js';
import { rowsToTry } from '../nightly.js';
import { bootstrapped, emptyFolder } from '../runtime/processes/processFunction.js';
import { onlyOracles } from './onlyOracles.js';

/** A loop that passes its event on, and says so when that fails. */
const passingOn = (request: string) => `#!/bin/bash
api="http://$SCF_RUNTIME_API:$SCF_RUNTIME_API_PORT/runtime"
curl -s -d ' ' "$api/init/ready"
while true; do
  curl -s -o /tmp/event "$api/invocation/next"
  if curl -s ${request}
  then curl -s -d '"done"' "$api/invocation/response"
  else curl -s -d 'no connection' "$api/invocation/error"; fi
done
`;
const posting = passingOn('--data-binary @/tmp/event http://orders.example.com/orders');
const setting = passingOn(
  '-X PUT --data-binary @/tmp/event "http://orders.example.com/orders/$(sha256sum </tmp/event | cut -c1-16)"',
);

/** A server that posts each event by its proxy, once or under an address of its own. */
const server = (method: string) => `
  const { createServer, request } = require('node:http');
  const { hostname, port } = new URL(process.env.HTTP_PROXY);
  createServer(async (asked, response) => {
    let body = '';
    for await (const chunk of asked) body += chunk;
    const path = 'http://orders.example.com/' + encodeURIComponent(JSON.parse(body).Time);
    const sent = request({ hostname, port, method: '${method}', path }, (got) => got.resume().on('end', () => response.end('1')));
    sent.on('error', () => response.destroy());
    sent.end(body);
  }).listen(9000, '0.0.0.0');`;

function serving(method: string): string {
  const folder = emptyFolder();
  writeFileSync(join(folder, 'server.js'), server(method));
  writeFileSync(join(folder, 'Dockerfile'), `CMD [${JSON.stringify(process.execPath)}, "server.js"]\n`);
  return folder;
}

/** Functions of each sort, with their twins. */
const pairs: readonly (readonly [name: string, broken: () => string, mended: () => string])[] = [
  ['a bootstrap', () => bootstrapped(posting), () => bootstrapped(setting)],
  ['a server', () => serving('POST'), () => serving('PUT')],
];

async function fuzzed(folder: string, oracle: string) {
  const own = findFunction(folder, process.cwd()) ?? expect.unreachable('no function');
  return findFailuresWith({ isShrinking: false }, own, {
    trigger: timer,
    runs: 1,
    learn: false,
    memoryMb: 512,
    timeoutMs: 60_000,
    oracles: onlyOracles(oracle),
  });
}

async function found(folder: string): Promise<string[]> {
  return (await fuzzed(folder, 'redelivery')).failures.map(({ oracle }) => oracle);
}

describe.skipIf(!held.canHoldNetwork())(
  'what a function sends is held back (needs network namespaces)',
  () => {
    test.each(rowsToTry(pairs, 1))(
      'and judged: %s that posts twice is found, and its twin is not',
      async (_, broken, mended) => {
        expect(await found(broken())).toEqual(['redelivery']);
        expect(await found(mended())).toEqual([]);
      },
    );

    test.each([
      [
        'asks for the next event before it has answered',
        'curl -s "$api/invocation/next" >/dev/null; curl -s -d 1 "$api/invocation/response"',
        'The bootstrap asks for the next event before it has answered the one that it has: SCF hands it the same again',
      ],
      [
        'answers twice',
        'curl -s -d 1 "$api/invocation/response"; curl -s -d 2 "$api/invocation/response"',
        'The bootstrap posts to /runtime/invocation/response when no event is to be answered',
      ],
      ['answers once', 'curl -s -d 1 "$api/invocation/response"', undefined],
    ])('and a bootstrap that %s is told so by fuzz, or nothing', async (_, answering, fault) => {
      const text = passingOn('').replace(/ {2}if .+ fi\n/s, `  ${answering}\n`);
      const { warnings } = await fuzzed(bootstrapped(text), 'never-settles');
      const told = warnings.filter((warning) => warning.startsWith('The bootstrap '));
      expect(told).toEqual(fault === undefined ? [] : [expect.stringContaining(fault)]);
    });

    test('so that fuzz takes it as it is, and says what was refused', async () => {
      const { warnings } = await fuzzed(
        bootstrapped(passingOn('https://shop.example.com/')),
        'never-settles',
      );
      expect(warnings.join('\n')).toMatch(
        /tls shop\.example\.com:443 was refused \w+( times)?: nothing leaves .+ Allow it with --allow-net shop\.example\.com:443/,
      );
    });
  },
);

test('a function that cannot be held back is not fuzzed unless that is allowed', async () => {
  vi.stubEnv('PATH', emptyFolder());
  const args = ['--trigger', 'timer', '--runs', '1', '--no-store'];
  const { stderr, exitCode } = await runCli(['fuzz', bootstrapped(posting), ...args]);
  vi.unstubAllEnvs();
  expect(stderr).toMatch(/scf-fixtures: Cannot fuzz .+: what a function of this sort sends really leaves/);
  expect(exitCode).toBe(2);
});

describe.skipIf(!held.canHoldNetwork())('a function that is never ready (needs network namespaces)', () => {
  test.each([
    [405, 'ends', '#!/bin/sh\necho no database\nexit 3\n', 'wrote last: no database.'],
    [450, 'takes too long', '#!/bin/sh\nexec sleep 60\n', 'bootstrap did not say within 0.3 seconds'],
  ])('is one failure, after which nothing else is tried: %i, since it %s', async (status, _, text, why) => {
    const own = findFunction(bootstrapped(text), process.cwd()) ?? expect.unreachable('no function');
    const { failures, runs, invocations, verdict } = await findFailuresWith({}, own, {
      trigger: timer,
      initTimeoutMs: status === 405 ? 60_000 : 300,
      runs: 50,
    });
    expect(failures).toMatchObject([
      { oracle: 'not-started', what: `not started ${status}`, shrinks: 0, count: 1 },
    ]);
    expect(failures[0]?.detail).toContain(why);
    expect([runs, verdict]).toEqual([1, 'broken']);
    expect(invocations).toBeLessThan(5);
  });

  test('is a note where it asked for something that was refused', async () => {
    const text = `#!/bin/sh\ncurl -sf https://config.example.com/ || exit 4\n`;
    const { failures, warnings } = await fuzzed(bootstrapped(text), 'not-started');
    expect(failures).toEqual([]);
    expect(warnings.join('\n')).toContain('tls config.example.com:443 was refused');
  });
});
