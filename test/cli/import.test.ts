import { readdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { inspect } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { type Findings, objectsIn, objectsInStream } from '../../cli/import/findObjects.js';
import { ckafka, edgeCases, eventbridge, sample, samples, timer, triggers } from '../../src/index.js';
import { casesToTry } from '../nightly.js';
import { runCli, temporaryDirectory } from './runCli.js';

/** Of every kind but `invoke`, whose events are any JSON of the caller's. */
const events = triggers
  .filter(({ name }) => name !== 'invoke')
  .map((trigger) => [trigger.name, sample(trigger, { seed: 'import' })] as const);

/** What Python's print writes. */
function pythonText(value: unknown): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'string')
    return value.includes("'") && !value.includes('"')
      ? JSON.stringify(value)
      : `'${JSON.stringify(value).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
  if (Array.isArray(value)) return `[${value.map(pythonText).join(', ')}]`;
  if (typeof value !== 'object') return String(value);
  const entries = Object.entries(value).map(([key, item]) => `${pythonText(key)}: ${pythonText(item)}`);
  return `{${entries.join(', ')}}`;
}

const writers: readonly [string, (event: unknown) => string][] = [
  ['JSON on a line', (event) => JSON.stringify(event)],
  ['JSON over many lines', (event) => JSON.stringify(event, null, 2)],
  [
    'JSON in a field of JSON',
    (event) => JSON.stringify({ SCF_Message: JSON.stringify(event), level: 'info' }),
  ],
  ['JSON in JSON in JSON', (event) => JSON.stringify({ a: JSON.stringify({ b: JSON.stringify(event) }) })],
  [
    'escaped JSON in a quoted value',
    (event) => `level=info msg=${JSON.stringify(JSON.stringify(event))} n=1`,
  ],
  [
    "Node's console.log",
    (event) => inspect(event, { depth: null, maxArrayLength: null, maxStringLength: null }),
  ],
  [
    "Node's console.log in colours",
    (event) => inspect(event, { depth: null, colors: true, maxArrayLength: null, maxStringLength: null }),
  ],
  ["Python's print", pythonText],
];

describe.each(writers)('an event as %s', (_name, write) => {
  test.each(events)('is found in the lines of a log: %s', (_kind, event) => {
    const log = `START RequestId: 1 {not: json\n2026-01-01 INFO don't {panic} ${write(event)} done }\nEND RequestId: 1\n`;
    const texts = (value: unknown): unknown[] =>
      typeof value === 'string' && value.includes('{')
        ? [...objectsIn(value)].flatMap(({ value: inner }) => [inner, ...texts(inner)])
        : typeof value === 'object' && value !== null
          ? [value, ...Object.values(value).flatMap(texts)]
          : [];
    const found = [...objectsIn(log)].flatMap(({ value }) => texts(value));
    expect(found).toContainEqual(event);
  });
});

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

/** What the program holds on to. */
function heldBytes(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

describe('objectsInStream', () => {
  const collect = async (text: string, chunkBytes: number) => {
    const bytes = Buffer.from(text);
    const chunks = Array.from({ length: Math.ceil(bytes.length / chunkBytes) }, (_, at) =>
      bytes.subarray(at * chunkBytes, (at + 1) * chunkBytes),
    );
    const findings: Findings = { unfinished: 0 };
    const found: { value: unknown; line: number }[] = [];
    for await (const { value, line } of objectsInStream(Readable.from(chunks), findings))
      found.push({ value, line });
    return { found, ...findings };
  };
  const log = events
    .flatMap(([, event]) => writers.map(([name, write]) => `-- ${name} '\n\n${write(event)}\n`))
    .join('\u4e2d\n');

  test.each([1, 7, 64, 1000, 65_536])('finds the same in chunks of %i bytes', async (chunkBytes) => {
    const short = log.slice(0, chunkBytes < 64 ? 20_000 : log.length);
    const whole = [...objectsIn(short)].map(({ value, line }) => ({ value, line }));
    expect((await collect(short, chunkBytes)).found).toEqual(whole);
    expect(whole.length).toBeGreaterThan(5);
  });

  test('tells the line on which an object begins', async () => {
    const { found } = await collect('a\n\n{"a":\n1}\n x {"b":2} {"c":3}\n', 4);
    expect(found.map(({ line }) => line)).toEqual([3, 5, 5]);
  });

  test.each([
    ['braces without an end', '{'.repeat(300_000)],
    ['keys without an end', '{"a":'.repeat(casesToTry(5000, 100_000))],
    ['a text without an end', `{"a":"${'x'.repeat(1_000_000)}`],
    ['escaped quotes without an end', '{\\"a\\":'.repeat(casesToTry(5000, 50_000))],
    ['a batch that breaks off', `{"Records":[${'{"a":1},'.repeat(casesToTry(20_000, 100_000))}`],
  ])('passes over %s', async (_name, text) => {
    const { found } = await collect(`${text}\n{"z":1}\n`, 65_536);
    expect(found.at(-1)?.value).toEqual({ z: 1 });
  });

  test('holds little of a long log', async () => {
    const megabytes = casesToTry(15, 60);
    const line = Buffer.from(`2026-01-01 {"level":"info","text":"${'x'.repeat(1000)}"}\n`.repeat(1000));
    async function* lines() {
      for (let i = 0; i < megabytes; i++) yield line;
    }
    const before = heldBytes();
    let count = 0;
    let mostBytes = 0;
    for await (const { value } of objectsInStream(lines(), { unfinished: 0 })) {
      if (value) count++;
      if (count % 10_000 === 0) mostBytes = Math.max(mostBytes, heldBytes() - before);
    }
    expect(count).toBe(megabytes * 1000);
    expect(mostBytes).toBeLessThan(line.length * 10);
  });
});

describe('import', () => {
  const log = async (text: string) => {
    const cwd = temporaryDirectory();
    await writeFile(join(cwd, 'function.log'), text);
    return cwd;
  };
  const files = (cwd: string) => readdirSync(cwd, { recursive: true }).map(String).sort();

  test('writes each different event once, under a name that stays', async () => {
    const lines = [...samples(timer, { count: 3 }), sample(timer)].map(
      (event) => `INFO ${JSON.stringify(event)}`,
    );
    const cwd = await log(lines.join('\n'));
    const first = await runCli(['import', 'function.log'], { cwd });
    expect(first).toEqual({
      stdout: '',
      stderr: 'Found 4 events (4 timer), wrote 3 fixtures to fixtures (3 new, 0 changed, 0 unchanged).\n',
      exitCode: 0,
    });
    const again = await runCli(['import', 'function.log'], { cwd });
    expect(again.stderr).toContain('(0 new, 0 changed, 3 unchanged)');
    const [name] = readdirSync(join(cwd, 'fixtures/timer'));
    expect(JSON.parse(readFileSync(join(cwd, 'fixtures/timer', name ?? ''), 'utf8'))).toMatchObject({
      Type: 'Timer',
    });
    const check = await runCli(['check', '--strict', 'fixtures'], { cwd });
    expect(check.exitCode).toBe(0);
  });

  test('keeps a batch of EventBridge whole', async () => {
    const cwd = temporaryDirectory();
    const batch: unknown = sample(eventbridge, { batch: 3 });
    await runCli(['import', '-'], { cwd, stdin: `START\n${JSON.stringify(batch)}\nEND\n` });
    const [file, ...others] = readdirSync(join(cwd, 'fixtures', 'eventbridge'));
    expect(others).toEqual([]);
    const written = JSON.parse(readFileSync(join(cwd, 'fixtures', 'eventbridge', String(file)), 'utf8'));
    expect(written).toHaveProperty('EventList.length', 3);
  });

  test('reads standard input, keeps so many of a kind, and only the one that is named', async () => {
    const cwd = temporaryDirectory();
    const stdin = [...samples(timer, { count: 9 }), sample(ckafka)]
      .map((event) => JSON.stringify(event))
      .join('\n');
    const { stderr } = await runCli(['import', '--kind', 'timer', '-n', '2', '--out', 'x', '-'], {
      cwd,
      stdin,
    });
    expect(stderr).toContain('Found 9 events (9 timer), wrote 2 fixtures to x (2 new');
    const all = await runCli(['import', '--kind', 'invoke', '--out', 'y', '-'], {
      cwd,
      stdin: '{"a":1} {"b":2}',
    });
    expect(all.stderr).toContain('Found 2 events (2 invoke)');
  });

  test('leaves nothing in the fixtures that looks real', async () => {
    const event = {
      ...sample(timer),
      Message: JSON.stringify({
        mail: 'ann@shop.cn',
        ip: '8.8.8.8',
        token: 'abcdefghijklmnop',
        phone: '13912345678',
      }),
    };
    const cwd = await log(JSON.stringify(event));
    const { stderr } = await runCli(['import', 'function.log'], { cwd });
    expect(stderr).toContain('Replaced 4 values.');
    expect((await runCli(['lint-secrets', 'fixtures'], { cwd })).exitCode).toBe(0);
  });

  test('reports where events differ from what is known', async () => {
    const records = sample(ckafka, { records: 2 }).Records.map(({ Ckafka }) => ({
      Ckafka: { ...Ckafka, offset: String(Ckafka.offset), headers: 'AKIDreal' },
    }));
    const odd = [
      { ...sample(timer), Region: 'ap-beijing' },
      { ...sample(timer, { index: 1 }), Region: 'ap-beijing' },
      { ...sample(timer), Time: 5 },
      { Records: records },
    ];
    const cwd = await log(odd.map((event) => JSON.stringify(event)).join('\n'));
    const { stdout, exitCode } = await runCli(['import', 'function.log'], { cwd });
    expect(exitCode).toBe(0);
    expect(stdout).toMatchInlineSnapshot(`
      "events  kind    field                     expected                           received  first seen
           2  timer   Region                    nothing, since no source shows it  a string  function.log:1
           1  timer   Time                      a string                           a number  function.log:3
           1  ckafka  Records[*].Ckafka.offset  an integer                         a string  function.log:4
      "
    `);
    const json = await runCli(['import', '--json', 'function.log'], { cwd });
    expect(JSON.parse(json.stdout)).toMatchObject({
      events: { timer: 3, ckafka: 1 },
      fixtures: 4,
      drift: [
        { kind: 'timer', field: 'Region', events: 2, first: 'function.log:1', received: 'a string' },
        {},
        {},
      ],
    });
    expect(json.stdout).not.toContain('ap-beijing');
  });

  test('says what a log shows in part, and leaves it out', async () => {
    const batch = sample(ckafka, { records: 120 });
    const cwd = await log(
      `${inspect(batch, { depth: null })}\n${JSON.stringify(sample(timer))}\n{"Type":"Timer","Tr`,
    );
    const { stderr } = await runCli(['import', 'function.log'], { cwd });
    expect(stderr).toContain(
      'Left 1 event out that the log shows in part. Passed over 1 object without an end.',
    );
    expect(files(cwd)).not.toContain('fixtures/ckafka');
  });

  test('says when digits were lost', async () => {
    const edge = edgeCases(ckafka).find(({ text, event }) => JSON.stringify(event) !== text);
    const cwd = await log(edge?.text ?? '');
    const { stderr } = await runCli(['import', 'function.log'], { cwd });
    expect(stderr).toContain('In 1 event an integer above 2^53 lost its last digits.');
  });

  test.each([
    [['import', 'none.log'], 'Cannot open'],
    [['import', '.'], 'Cannot import .: it is a directory. Name the files in it.'],
    [
      ['import', 'function.log'],
      'Cannot find events in function.log: there is no object that looks like one.',
    ],
    [['import', '--kind', 'cls', 'function.log'], 'Cannot find cls events in function.log'],
    [['import', '--kind', 'tiemr', 'function.log'], 'did you mean "timer"?'],
    [['import', '-n', '0', 'function.log'], 'Cannot take --count 0'],
    [['import'], "Missing required argument 'files'"],
  ])('refuses %j in one sentence and writes nothing', async (args, said) => {
    const cwd = await log('nothing {"here": 1}\n');
    const { stderr, exitCode } = await runCli(args, { cwd });
    expect([exitCode, stderr.includes(said), stderr.trim().split('\n').length]).toEqual([2, true, 1]);
    expect(files(cwd)).toEqual(['function.log']);
  });
});
