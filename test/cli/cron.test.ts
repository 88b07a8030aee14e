import { describe, expect, test } from 'vitest';
import { runCli } from './runCli.js';

const from = ['--from', '2026-01-02T04:00:00Z'];

describe('cron', () => {
  test('shows what an expression means and the next times with their events', async () => {
    const { stdout, stderr, exitCode } = await runCli([
      'cron',
      '0 0 9 * * MON-FRI *',
      '--count',
      '3',
      ...from,
    ]);
    expect(stdout).toMatchInlineSnapshot(`
      "0 0 9 * * MON-FRI *
      At 09:00, Monday through Friday
      在09:00, 星期一至星期五

      UTC                   UTC+8                      event
      2026-01-05T01:00:00Z  2026-01-05T09:00:00+08:00  {"Type":"Timer","TriggerName":"timer","Time":"2026-01-05T01:00:00Z","Message":""}
      2026-01-06T01:00:00Z  2026-01-06T09:00:00+08:00  {"Type":"Timer","TriggerName":"timer","Time":"2026-01-06T01:00:00Z","Message":""}
      2026-01-07T01:00:00Z  2026-01-07T09:00:00+08:00  {"Type":"Timer","TriggerName":"timer","Time":"2026-01-07T01:00:00Z","Message":""}
      "
    `);
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
  });

  test('points at what is wrong and exits 1', async () => {
    const { stdout, exitCode } = await runCli(['cron', '0 0 24 * JULY 7 *', ...from]);
    expect(stdout).toMatchInlineSnapshot(`
      "0 0 24 * JULY 7 *
          ^^ error: hour: expected an integer from 0 to 23, received "24"; midnight is 0  [cron/value] (https://www.tencentcloud.com/document/product/583/9708)
               ^^^^ error: month: expected an integer from 1 to 12 or JAN to DEC, received "JULY"; write JUL  [cron/value] (https://www.tencentcloud.com/document/product/583/9708)
                    ^ error: week: expected an integer from 0 to 6 or SUN to SAT, received "7"; Sunday is 0 or SUN; in Quartz 7 is Saturday, here 6 or SAT  [cron/value] (https://www.tencentcloud.com/document/product/583/9708)
      "
    `);
    expect(exitCode).toBe(1);
  });

  test('says what the likely fix is when fields are missing', async () => {
    const { stdout } = await runCli(['cron', '0 0 12 ? * MON', ...from]);
    expect(stdout).toMatchInlineSnapshot(`
      "0 0 12 ? * MON
                    ^ error: expected 7 fields (second minute hour day month week year), or 5 (minute to week) in the legacy syntax, received 6; the year is missing: write 0 0 12 ? * MON *  [cron/fields] (https://www.tencentcloud.com/document/product/583/9708)
      "
    `);
  });

  test('warns and still shows the times', async () => {
    const { stdout, exitCode } = await runCli([
      'cron',
      '*/15 * * * *',
      '--count',
      '1',
      '--utc-offset',
      '-3.5',
      ...from,
    ]);
    expect(stdout).toMatchInlineSnapshot(`
      "*/15 * * * *
      ^^^^^^^^^^^^ warning: expected 7 fields; the 5 of the legacy syntax are not recommended, received 5; write 0 */15 * * * * *  [cron/legacy] (https://www.tencentcloud.com/document/product/583/9708)
      Every 15 minutes
      每隔 15 分钟

      UTC                   UTC-3.5                    event
      2026-01-02T04:15:00Z  2026-01-02T00:45:00-03:30  {"Type":"Timer","TriggerName":"timer","Time":"2026-01-02T04:15:00Z","Message":""}
      "
    `);
    expect(exitCode).toBe(0);
  });

  test('says that a schedule never fires', async () => {
    const { stdout, exitCode } = await runCli(['cron', '0 0 0 30 2 * *', ...from]);
    expect(stdout).toContain('this schedule never fires');
    expect(stdout).toContain('It does not fire after that time.');
    expect(exitCode).toBe(0);
  });

  test('prints JSON', async () => {
    const { stdout } = await runCli([
      'cron',
      '0 0 0 L * ? *',
      '--json',
      '--count',
      '2',
      '--name',
      'closing',
      '--message',
      'go',
      ...from,
    ]);
    expect(JSON.parse(stdout)).toEqual({
      expression: '0 0 0 L * ? *',
      description: { en: 'At 00:00, on the last day of the month', zh: '在00:00, 限每月的最后一天' },
      utcOffset: 8,
      issues: [
        expect.objectContaining({ rule: 'cron/dialect', field: 'day', position: 6 }),
        expect.objectContaining({ rule: 'cron/dialect', field: 'week', position: 10 }),
      ],
      times: [
        {
          utc: '2026-01-30T16:00:00Z',
          local: '2026-01-31T00:00:00+08:00',
          event: { Type: 'Timer', TriggerName: 'closing', Time: '2026-01-30T16:00:00Z', Message: 'go' },
        },
        {
          utc: '2026-02-27T16:00:00Z',
          local: '2026-02-28T00:00:00+08:00',
          event: { Type: 'Timer', TriggerName: 'closing', Time: '2026-02-27T16:00:00Z', Message: 'go' },
        },
      ],
    });
  });

  test('keeps to one page when asked', async () => {
    const expression = '0 0 0 L * ? *';
    expect((await runCli(['cron', expression, '--dialect', 'current', ...from])).stdout).not.toContain(
      'warning',
    );
    expect((await runCli(['cron', expression, '--dialect', 'guide', ...from])).exitCode).toBe(1);
  });

  test.each([
    [['cron', '* * * * * * *', '--count', '0']],
    [['cron', '* * * * * * *', '--from', 'tomorrow']],
    [['cron', '* * * * * * *', '--utc-offset', '480']],
    [['cron', '* * * * * * *', '--dialect', 'quartz']],
    [['cron']],
  ])('%j is refused in one sentence', async (args) => {
    const { stdout, stderr, exitCode } = await runCli(args);
    expect(exitCode).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^scf-fixtures: .+\n$/);
  });
});
