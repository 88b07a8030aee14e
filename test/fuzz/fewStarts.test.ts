import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { fuzzReport } from '../../src/fuzz/index.js';
import { timer } from '../../src/index.js';
import { ChildGroup } from '../../src/runtime/childGroup.js';
import { casesToTry, isNightly } from '../nightly.js';
import { onlyOracles } from './onlyOracles.js';

/** A bootstrap that looks at each event, in the folder of a function. */
function functionThat(look: string): string {
  const path = mkdtempSync(join(tmpdir(), 'scf-fixtures-starts-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  const text = `#!${process.execPath}
const http = require('node:http');
const { SCF_RUNTIME_API: host, SCF_RUNTIME_API_PORT: port } = process.env;
const call = (method, path, body) => new Promise((done) => {
  const request = http.request({ host, port, method, path: '/runtime' + path }, async (response) => {
    let text = '';
    for await (const chunk of response) text += chunk;
    done(text);
  });
  request.end(body);
});
(async () => {
  ${look === '' ? 'process.exit(3);' : ''}
  await call('POST', '/init/ready', ' ');
  for (;;) {
    const event = JSON.parse(await call('GET', '/invocation/next'));
    ${look}
    await call('POST', '/invocation/response', '"ok"');
  }
})();
`;
  writeFileSync(join(path, 'bootstrap'), text);
  chmodSync(join(path, 'bootstrap'), 0o755);
  return path;
}

const needsLinux = process.platform !== 'linux';

async function fuzzed(look: string, options: object = {}) {
  const start = vi.spyOn(ChildGroup, 'start');
  onTestFinished(() => void start.mockRestore());
  const report = await fuzzReport(functionThat(look), {
    trigger: timer,
    runs: 10,
    store: false,
    allow: ['*'],
    ...options,
  });
  return { report, starts: start.mock.calls.length };
}

test.skipIf(needsLinux)(
  'a bootstrap that ends before it is ready is not shrunk (needs Linux)',
  async () => {
    const { report, starts } = await fuzzed('');
    expect(report.failures.map(({ oracle, shrinks }) => [oracle, shrinks])).toEqual([['not-started', 0]]);
    expect(starts).toBeLessThan(12);
  },
  600_000,
);

test.skipIf(needsLinux)(
  'one that an event ends is shrunk with few starts (needs Linux)',
  async () => {
    const { report, starts } = await fuzzed(
      'if (event.Message.length % 2 === 1) process.exit(7);',
      isNightly ? {} : { learn: false, oracles: onlyOracles('process-killed') },
    );
    expect(report.failures.map(({ oracle }) => oracle)).toEqual(['process-killed']);
    expect(report.failures[0]?.case.event).toMatchObject({ Message: expect.stringMatching(/^.$/) });
    expect(starts).toBeLessThan(casesToTry(70, 140));
  },
  600_000,
);
