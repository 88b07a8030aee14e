// Generating and checking events: npm run bench.

import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { faker } from '@faker-js/faker/locale/en';
import { createGeneratorSync } from 'json-schema-faker';
import {
  apigw,
  check,
  ckafka,
  cls,
  edgeCaseNamed,
  encodeCls,
  plainRequest,
  SeededDraw,
  sample,
  samples,
  timer,
} from '../../dist/index.js';
import { median, peakMemory, processRatio, ratioOf } from './measure.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const cli = join(root, 'dist/main.cjs');
const node = process.execPath;

export const title = 'Events';

export async function rows({ quick }) {
  const scratch = mkdtempSync(join(tmpdir(), 'scf-fixtures-bench-'));
  try {
    return [...wholeProcesses(scratch), ...inProcess(), ...streams(scratch, quick)];
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function wholeProcesses(scratch) {
  const nothing = () => [node, '-e', '0'];
  writeFileSync(join(scratch, 'empty.mjs'), '');
  writeFileSync(join(scratch, 'import.mjs'), `import ${JSON.stringify(join(root, 'dist/index.js'))};`);
  return [
    {
      what: '`gen timer --count 50` into a new directory / `node -e 0`',
      measured: processRatio(
        (i) => [node, cli, 'gen', 'timer', '--count', '50', '--out', join(scratch, `new-${i}`)],
        nothing,
      ),
      good: 1.25,
      goal: 1.1,
    },
    {
      what: 'the same again into the same directory',
      measured: processRatio(
        () => [node, cli, 'gen', 'timer', '--count', '50', '--out', join(scratch, 'same')],
        nothing,
      ),
      good: 1.25,
      goal: 1.1,
    },
    {
      what: "`import 'scf-fixtures'` / an empty module",
      measured: processRatio(
        () => [node, join(scratch, 'import.mjs')],
        () => [node, join(scratch, 'empty.mjs')],
      ),
      good: 1.2,
      goal: 1.1,
    },
  ];
}

/** Drawing an event against parsing its text. */
function drawAgainstParse(trigger, options, calls) {
  const texts = [...samples(trigger, { ...options, count: 200 })].map((event) => JSON.stringify(event));
  const events = samples(trigger, options);
  return ratioOf(
    () => events.next().value,
    (i) => JSON.parse(texts[i % 200]),
    { calls },
  );
}

function inProcess() {
  const inSequence = samples(timer, { seed: 3 });
  const draw = new SeededDraw(3, 'timer', plainRequest);
  const batch = edgeCaseNamed(ckafka, 'batch-of-10000').event;
  const text = JSON.stringify(batch);
  const line = (i) => ({
    timestamp: String(1.6e15 + i),
    content: `GET /api/orders/${i * 7919} 200 ${i % 97}ms from 192.0.2.${i % 250}`,
  });
  const logs = {
    topic_id: 't',
    topic_name: 'access',
    records: Array.from({ length: 1100 }, (_, i) => line(i)),
  };
  const logsText = JSON.stringify(logs);
  const schema = apigw.contract.schema();
  const { $schema: _, ...plainSchema } = schema;
  const withJsf = createGeneratorSync({ seed: 1 });
  const nextApigw = samples(apigw, {});
  const drawn = () => nextApigw.next().value;
  return [
    {
      what: 'apigw event object / `JSON.parse` of its text',
      measured: drawAgainstParse(apigw, {}, 5000),
      good: 0.6,
      goal: 0.3,
    },
    {
      what: 'CKafka batch of 100, object / `JSON.parse` of its text',
      measured: drawAgainstParse(ckafka, { records: 100 }, 100),
      good: 2.0,
      goal: 1.4,
    },
    {
      what: 'event (seed, i) at random / in sequence, timer',
      measured: ratioOf(
        (i) => timer.sample(draw.restart((i * 7919) % 1000003)),
        () => inSequence.next().value,
        { calls: 20000 },
      ),
      good: 1.5,
      goal: 1.2,
    },
    {
      what: 'times faster than the same shape made with faker calls',
      measured: ratioOf(fakerEvent, drawn, { calls: 300 }),
      good: 10,
      goal: 25,
      moreIsBetter: true,
    },
    {
      what: 'times faster than json-schema-faker',
      measured: ratioOf(() => withJsf.generate(plainSchema), drawn, { calls: 100 }),
      good: 60,
      goal: 150,
      moreIsBetter: true,
    },
    {
      what: '`check` of a 10,000-record batch / `JSON.parse` of it',
      measured: ratioOf(
        () => check(ckafka, batch),
        () => JSON.parse(text),
      ),
      good: 0.1,
      goal: 0.03,
    },
    {
      what: `CLS event of ${Math.round(logsText.length / 1024)} KB / \`zlib.gzipSync\` of the same bytes`,
      measured: ratioOf(
        () => encodeCls(logs),
        () => gzipSync(logsText),
      ),
      good: 2.6,
      goal: 1.7,
    },
    {
      what: `CLS event filled to just under 128 KB: bytes of gzip left`,
      measured:
        131_072 - Buffer.from(edgeCaseNamed(cls, 'just-under-128-kb').event.clslogs.data, 'base64').length,
      good: 64,
      goal: 32,
    },
  ];
}

/** An API Gateway event of the same fields, every value from faker. */
function fakerEvent() {
  const id = faker.string.hexadecimal({ length: 32, prefix: '', casing: 'lower' });
  return {
    body: JSON.stringify({
      id: faker.string.uuid(),
      name: faker.person.fullName(),
      city: faker.location.city(),
    }),
    headerParameters: {},
    headers: {
      accept: '*/*',
      'content-type': 'application/json',
      host: `service-${faker.string.alphanumeric(8)}-${faker.string.numeric(10)}.gz.apigw.tencentcs.com`,
      'user-agent': faker.internet.userAgent(),
      'x-api-requestid': id,
      'x-api-scheme': faker.helpers.arrayElement(['http', 'https']),
      'x-b3-traceid': id,
    },
    httpMethod: faker.helpers.arrayElement(['GET', 'POST', 'PUT']),
    isBase64Encoded: false,
    path: `/${faker.lorem.slug(2)}/${faker.string.numeric(6)}`,
    pathParameters: {},
    queryString: { page: faker.string.numeric(1), q: faker.lorem.word() },
    queryStringParameters: {},
    requestContext: {
      httpMethod: 'ANY',
      identity: {},
      path: '/api',
      serviceId: `service-${faker.string.alphanumeric(8)}`,
      sourceIp: faker.internet.ipv4(),
      stage: 'release',
    },
  };
}

function streams(scratch, quick) {
  const million = quick ? 100_000 : 1_000_000;
  const file = join(scratch, 'lines.ndjson');
  const loop = `
    const fs = require('fs'); const out = fs.openSync(${JSON.stringify(file)}, 'w');
    const event = ${JSON.stringify(sample(timer))};
    let chunk = '';
    for (let i = 0; i < ${million}; i++) { chunk += JSON.stringify(event) + '\\n'; if (chunk.length >= 65536) { fs.writeSync(out, chunk); chunk = ''; } }
    fs.writeSync(out, chunk);`;
  const time = (...args) => {
    const out = openSync(file, 'w');
    const start = performance.now();
    const { status } = spawnSync(node, args, { stdio: ['ignore', out, 'ignore'] });
    closeSync(out);
    if (status !== 0) throw new Error(args.join(' '));
    return performance.now() - start;
  };
  const gen = (count) => [cli, 'gen', 'timer', '--count', String(count), '--out', '-'];
  const ratio = median(Array.from({ length: 5 }, () => time(...gen(million)) / time('-e', loop)));
  const peak = peakMemory(...gen(million));
  return [
    {
      what: `${million.toLocaleString('en')} timer events as NDJSON / a loop of JSON.stringify on a ready object`,
      measured: ratio,
      good: 1.5,
      goal: 0.8,
    },
    { what: 'its peak memory / `node -e 0`', measured: peak / peakMemory('-e', '0'), good: 1.6, goal: 1.3 },
    {
      what: 'peak memory of ten times as many lines / of those',
      measured: peakMemory(...gen(million * 10)) / peak,
      good: 1.05,
      goal: 1.01,
    },
  ];
}
