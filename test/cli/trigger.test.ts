import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runCli, temporaryDirectory } from './runCli.js';

const serverless = `
component: scf
inputs:
  name: resize
  region: ap-guangzhou
  events:
    - timer:
        parameters: { name: daily, cronExpression: '0 0 9 * * * *', enable: true }
    - cos:
        parameters:
          bucket: photos-1250000001.cos.ap-guangzhou.myqcloud.com
          events: 'cos:ObjectCreated:*'
          filter: { prefix: in/, suffix: .jpg }
          enable: true
`;

function written(files: Readonly<Record<string, string>>): string {
  const cwd = temporaryDirectory();
  for (const [name, text] of Object.entries(files)) writeFileSync(join(cwd, name), text);
  return cwd;
}

describe('trigger check', () => {
  test('passes a good configuration', async () => {
    const cwd = written({ 'serverless.yml': serverless });
    expect(await runCli(['trigger', 'check', 'serverless.yml'], { cwd })).toEqual({
      stdout: '',
      stderr: 'Checked 2 triggers: 0 errors, 0 warnings.\n',
      exitCode: 0,
    });
  });

  test('names the place, rule and source of each problem', async () => {
    const broken = serverless
      .replace('0 0 9 * * * *', '0 0 24 * * * *')
      .replace('.jpg', 'jpg')
      .replace('region: ap-guangzhou', 'region: ap-shanghai')
      .replace('enable: true }', '}');
    const cwd = written({ 'serverless.yml': broken });
    const { stdout, stderr, exitCode } = await runCli(['trigger', 'check', 'serverless.yml'], { cwd });
    expect(stdout).toMatchInlineSnapshot(`
      "serverless.yml: warning: inputs.events[0].timer.parameters.enable: expected true or false, received nothing; left out it means false, and the trigger never fires  [config/enable] (https://github.com/serverless-components/tencent-scf/blob/master/docs/configure.md)
      serverless.yml: error: inputs.events[0].timer.TriggerDesc.hour: expected an integer from 0 to 23, received "24"; midnight is 0  [cron/value] (https://www.tencentcloud.com/document/product/583/9708)
      serverless.yml: error: inputs.events[1].cos.TriggerDesc.filter.Suffix: expected text that matches /^(\\..*)?$/, received "jpg" (a string); write ".jpg"  [cos-triggerdesc/Suffix-pattern] (https://www.tencentcloud.com/document/product/583/34880)
      serverless.yml: error: inputs.events[1].cos.TriggerName: expected a bucket in ap-shanghai, the function's region, received one in ap-guangzhou  [cos-triggerdesc/same-region] (https://www.tencentcloud.com/document/product/583/9707)
      "
    `);
    expect(stderr).toBe('Checked 2 triggers: 3 errors, 1 warning.\n');
    expect(exitCode).toBe(1);
  });

  test('finds COS rules that cannot both be bound', async () => {
    const trigger = (prefix: string, FunctionName: string) => ({
      Type: 'cos',
      FunctionName,
      TriggerName: 'photos-1250000001.cos.ap-guangzhou.myqcloud.com',
      TriggerDesc: `{"event":"cos:ObjectCreated:*","filter":{"Prefix":"${prefix}","Suffix":""}}`,
    });
    const cwd = written({
      'overlap.json': JSON.stringify([trigger('in/', 'a'), trigger('in/new/', 'b')]),
      'same.json': JSON.stringify([trigger('in/', 'a'), trigger('in/', 'b')]),
    });
    const { stdout } = await runCli(['trigger', 'check', 'overlap.json'], { cwd });
    expect(stdout).toMatchInlineSnapshot(`
      "overlap.json: error: [1].TriggerDesc: expected no object event in common with {"event":"cos:ObjectCreated:*","filter":{"Prefix":"in/","Suffix":""}} of default/a, received cos:ObjectCreated:Put of "in/new/"; "The same bucket cannot use overlapping prefixes, overlapping suffixes, or overlapping combinations of prefixes and suffixes to define the filter rule for the same event type."  [cos-triggerdesc/overlap] (https://www.tencentcloud.com/document/product/583/9707)
      "
    `);
    expect((await runCli(['trigger', 'check', 'same.json'], { cwd })).exitCode).toBe(1);
    const three = ['trigger', 'check', 'same.json', '--functions-per-rule', '3'];
    expect((await runCli(three, { cwd })).exitCode).toBe(0);
  });

  test('says of events which trigger could deliver them, and why none could', async () => {
    const tick = { Type: 'Timer', TriggerName: 'daily', Time: '2026-01-01T01:00:00Z', Message: '' };
    const cwd = written({
      'serverless.yml': serverless,
      'events.ndjson': [
        JSON.stringify(tick),
        JSON.stringify({ ...tick, Time: '2026-01-01T01:00:01Z' }),
        JSON.stringify({ Records: [{ Ckafka: {} }] }),
        '{"some":"thing"}',
        'no JSON',
      ].join('\n'),
    });
    const args = ['trigger', 'check', 'serverless.yml', '--events', 'events.ndjson'];
    const { stdout, stderr, exitCode } = await runCli(args, { cwd });
    expect(stdout).toMatchInlineSnapshot(`
      "events.ndjson:2: error: Time: expected a second that 0 0 9 * * * * hits in UTC+8, received 2026-01-01T01:00:01Z; the next after it is 2026-01-02T01:00:00Z  [deliverable/cron-second] (https://cloud.tencent.com/document/product/583/9708)
      events.ndjson:3: error: expected an event that one of the triggers sends, received one of kind ckafka  [deliverable/kind] (the configuration)
      events.ndjson:4: error: expected an event that one of the triggers sends, received one of no known kind  [deliverable/kind] (the configuration)
      events.ndjson:5: error: expected an event as JSON, received it is not JSON: Unexpected token 'o', "no JSON" is not valid JSON  [file/readable] (scf-fixtures)
      "
    `);
    expect(stderr).toBe('Checked 2 triggers: 0 errors, 0 warnings. Of 5 events, 1 could be delivered.\n');
    expect(exitCode).toBe(1);
  });

  test('reads standard input, and prints JSON', async () => {
    const state = {
      values: {
        root_module: {
          resources: [
            {
              type: 'tencentcloud_scf_function',
              values: { name: 'f', triggers: [{ name: 't', type: 'timer', trigger_desc: '*/5 * * * *' }] },
            },
          ],
        },
      },
    };
    const { stdout, exitCode } = await runCli(['trigger', 'check', '-', '--json'], {
      stdin: JSON.stringify(state),
    });
    expect(JSON.parse(stdout)).toMatchObject({
      triggers: [
        { config: { Type: 'timer', TriggerName: 't', TriggerDesc: '*/5 * * * *', FunctionName: 'f' } },
      ],
      issues: [
        {
          rule: 'cron/legacy',
          severity: 'warning',
          path: ['values', 'root_module', 'resources', 0, 'values', 'triggers', 0, 'TriggerDesc'],
        },
      ],
      events: [],
    });
    expect(exitCode).toBe(0);
    const strict = ['trigger', 'check', '-', '--strict'];
    expect((await runCli(strict, { stdin: JSON.stringify(state) })).exitCode).toBe(1);
  });

  test.each([
    ['a file that is not there', ['trigger', 'check', 'nowhere.json'], ''],
    ['a text of neither format', ['trigger', 'check', '-'], 'a: [b\nc: }'],
    ['a configuration without triggers', ['trigger', 'check', '-'], '{"name":"x"}'],
    ['no configuration', ['trigger', 'check'], ''],
    ['an unknown subcommand', ['trigger', 'chekc', 'x'], ''],
  ])('%s is refused in one sentence', async (_name, args, stdin) => {
    const { stdout, stderr, exitCode } = await runCli(args, { stdin });
    expect(exitCode).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^scf-fixtures: .+\n$/);
  });
});
