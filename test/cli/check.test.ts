import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { runCli, temporaryDirectory } from './runCli.js';

const good = { Type: 'Timer', TriggerName: 'daily', Time: '2026-01-01T00:00:00Z', Message: '' };

describe('check', () => {
  test('passes what gen writes, strictly', async () => {
    const cwd = temporaryDirectory();
    await runCli(['gen', 'all', '--count', '5'], { cwd });
    const result = await runCli(['check', 'fixtures', '--strict'], { cwd });
    expect(result.stdout).toBe('');
    expect(result.stderr).toMatch(/^Checked \d+ events: 0 errors, 0 warnings\.\n$/);
    expect(result.exitCode).toBe(0);
  });

  test('names file, place, rule and source of each problem', async () => {
    const cwd = temporaryDirectory();
    writeFileSync(join(cwd, 'a.json'), JSON.stringify({ ...good, Message: 5 }));
    const result = await runCli(['check', 'a.json'], { cwd });
    expect(result.stdout).toBe(
      'a.json: error: Message: expected a string, received 5 (a number)  [timer/Message-type] (captured 2019, 2020, 2025)\n',
    );
    expect(result.stderr).toBe('Checked 1 event: 1 error, 0 warnings.\n');
    expect(result.exitCode).toBe(1);
  });

  test('exits 0 on warnings alone, and 1 when strict', async () => {
    const stdin = JSON.stringify({ ...good, TriggerName: '1daily' });
    expect(await runCli(['check', '-'], { stdin })).toMatchObject({
      exitCode: 0,
      stderr: 'Checked 1 event: 0 errors, 1 warning.\n',
    });
    expect(await runCli(['check', '-', '--strict'], { stdin })).toMatchObject({ exitCode: 1 });
  });

  test('reads lines, arrays and whole directories', async () => {
    const cwd = temporaryDirectory();
    mkdirSync(join(cwd, 'd/e'), { recursive: true });
    writeFileSync(join(cwd, 'd/a.ndjson'), `${JSON.stringify(good)}\n{"x":1}\n\nnot json\n`);
    writeFileSync(join(cwd, 'd/e/b.json'), JSON.stringify([good, { ...good, Time: 'now' }]));
    writeFileSync(join(cwd, 'd/c.txt'), 'not read');
    const { stdout, stderr } = await runCli(['check', 'd'], { cwd });
    expect(stderr).toBe('Checked 5 events: 3 errors, 0 warnings.\n');
    expect(stdout.split('\n').map((line) => line.split(' ')[0])).toEqual([
      'd/a.ndjson:2:',
      'd/a.ndjson:4:',
      'd/e/b.json[1]:',
      '',
    ]);
  });

  test.each([
    ['an error', { Message: 5 }, 1, 1],
    ['a warning', { TriggerName: '1daily' }, 0, 1],
    ['nothing', {}, 0, 0],
  ])('exits the same with --json, which tells %s', async (_name, change, errors, strictErrors) => {
    const stdin = JSON.stringify({ ...good, ...change });
    for (const json of [[], ['--json']]) {
      expect(await runCli(['check', '-', ...json], { stdin })).toMatchObject({ exitCode: errors });
      expect(await runCli(['check', '-', '--strict', ...json], { stdin })).toMatchObject({
        exitCode: strictErrors,
      });
    }
  });

  test('tells the line of a problem in a file of more than 64 MB', async () => {
    const cwd = temporaryDirectory();
    const blank = ' '.repeat(8 * 1024 * 1024);
    const bad = JSON.stringify({ ...good, Message: 5 });
    const lines = [JSON.stringify(good), ...Array(8).fill(blank), bad, '', '{', JSON.stringify(good), bad];
    writeFileSync(join(cwd, 'large.ndjson'), lines.join('\n'));
    const { stdout, stderr } = await runCli(['check', 'large.ndjson'], { cwd });
    expect(stdout.match(/^\S+/gm)).toEqual(['large.ndjson:10:', 'large.ndjson:12:', 'large.ndjson:14:']);
    expect(stderr).toBe('Checked 5 events: 3 errors, 0 warnings.\n');
  });

  test('prints JSON', async () => {
    const { stdout } = await runCli(['check', '-', '--json'], { stdin: '{"Type":"Timer"}' });
    const report = JSON.parse(stdout) as {
      errors: number;
      findings: { kind: string; issues: { rule: string }[] }[];
    };
    expect(report.errors).toBe(3);
    expect(report.findings[0]?.kind).toBe('timer');
    expect(report.findings[0]?.issues.map((issue) => issue.rule)).toEqual([
      'timer/TriggerName-required',
      'timer/Time-required',
      'timer/Message-required',
    ]);
  });

  const deep = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;
  const bomb = JSON.stringify({
    clslogs: { data: gzipSync(Buffer.alloc(300_000_000, 32)).toString('base64') },
  });

  test.each([
    ['nothing', '', 'it is empty'],
    ['text', 'hello', 'it is not JSON'],
    ['a value nested 10,000 levels deep', deep(10_000), 'it is nested more than 1000 levels deep'],
    [
      'an event with a value nested 10,000 levels deep',
      `{"Type":"Timer","x":${deep(10_000)}}`,
      'nested more than 1000 levels deep',
    ],
    ['bytes that are no UTF-8', Buffer.from([0x7b, 0xff, 0x7d]), 'it is not UTF-8'],
    ['JSON that is no event', '{"hello":1}', 'it looks like no event that a trigger sends'],
    [
      'prototype keys',
      '{"__proto__":{"a":1},"constructor":1}',
      'it looks like no event that a trigger sends',
    ],
    ['a gzip bomb', bomb, 'clslogs.data'],
  ])('survives %s', async (_what, stdin, problem) => {
    const result = await runCli(['check', '-'], { stdin });
    expect(result.stdout).toContain(problem);
    expect(result.exitCode).toBe(1);
    expect((await runCli(['explain', '-'], { stdin })).stdout).not.toBe('');
  });

  test('reads through a byte order mark, with a warning', async () => {
    const result = await runCli(['check', '-'], { stdin: `\ufeff${JSON.stringify(good)}` });
    expect(result.stdout).toContain('warning: it starts with a byte order mark, which JSON.parse refuses');
    expect(result.exitCode).toBe(0);
  });

  test('leaves out dependencies and what git keeps', async () => {
    const cwd = temporaryDirectory();
    for (const folder of ['fixtures', 'node_modules/a', '.git/b']) {
      mkdirSync(join(cwd, folder), { recursive: true });
      writeFileSync(join(cwd, folder, 'event.json'), folder === 'fixtures' ? JSON.stringify(good) : '{}');
    }
    expect(await runCli(['check', '.'], { cwd })).toMatchObject({ exitCode: 0 });
  });

  test('refuses a path that is not there, and a directory without events', async () => {
    const cwd = temporaryDirectory();
    expect(await runCli(['check', 'nowhere.json'], { cwd })).toMatchObject({ exitCode: 2 });
    mkdirSync(join(cwd, 'empty'));
    expect((await runCli(['check', 'empty'], { cwd })).stderr).toBe(
      'scf-fixtures: Cannot read events from empty: the directory holds no .json, .ndjson or .jsonl file.\n',
    );
  });
});

describe('explain', () => {
  test('says what an event is and what deviates', async () => {
    const { stdout, exitCode } = await runCli(['explain', '-'], {
      stdin: JSON.stringify({ ...good, TriggerName: '1daily', Message: '{"job":7}' }),
    });
    expect(stdout).toMatchInlineSnapshot(`
      "-: timer. A timer trigger fires at a second of its cron expression.
        https://cloud.tencent.com/document/product/583/9708
        93 bytes of JSON; its async invocation takes up to 131,072.
        Message is JSON:
          {
            "job": 7
          }
        Deviates from what is sent today:
          TriggerName: expected a letter and up to 59 more letters, digits, "-" or "_", received "1daily"  [timer/console-name] (https://cloud.tencent.com/document/product/583/9708)
      "
    `);
    expect(exitCode).toBe(0);
  });
});

describe('list', () => {
  test('shows the kinds, one, and JSON', async () => {
    expect((await runCli(['list'])).stdout).toMatch(
      /^timer +\d+ edge cases {2}A timer trigger fires at a second of its cron expression\.$/m,
    );
    expect((await runCli(['list', 'timer'])).stdout).toContain(
      'leap-day\n      most years do not have this day (captured 2019, 2020, 2025)',
    );
    expect(JSON.parse((await runCli(['list', 'timer', '--json'])).stdout)).toMatchObject({
      kind: 'timer',
      payloadAt: 'Message',
    });
    expect(await runCli(['list', 'timers'])).toMatchObject({
      exitCode: 2,
      stderr: 'scf-fixtures: Cannot find the kind "timers": did you mean "timer"?\n',
    });
  });

  test('calls events of other clouds by their name', async () => {
    const stdin = JSON.stringify({ Records: [{ eventSource: 'aws:sqs', body: '{}' }] });
    const result = await runCli(['check', '-'], { stdin });
    const page = 'https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html';
    expect(result.stdout).toMatch(/^-: error: it looks like an AWS SQS event, which no trigger of SCF sends/);
    expect(result.stdout).toContain(`  [file/kind] (${page})\n`);
    expect(result.exitCode).toBe(1);
    const { stdout } = await runCli(['explain', '-'], { stdin });
    expect(stdout).toMatch(/^-: it looks like an AWS SQS event, /);
    expect(stdout).toContain(`\n  ${page}\n`);
  });

  test('does not take an event of another cloud for one of the kind that its directory names', async () => {
    const cwd = temporaryDirectory();
    mkdirSync(join(cwd, 'ckafka'));
    writeFileSync(join(cwd, 'ckafka', 'a.json'), JSON.stringify({ Records: [{ eventSource: 'aws:sqs' }] }));
    const { stdout } = await runCli(['check', 'ckafka/a.json'], { cwd });
    expect(stdout).toContain('it looks like an AWS SQS event');
  });
});
