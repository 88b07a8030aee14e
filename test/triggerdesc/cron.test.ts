import { expect, test } from 'vitest';
import { cron } from '../../src/triggerdesc/index.js';

const from = '2026-01-02T04:00:00Z';

test('next and previous give Dates around a time', () => {
  expect(cron.next('0 0 9 * * MON-FRI *', { from, count: 3 })).toEqual([
    new Date('2026-01-05T01:00:00Z'),
    new Date('2026-01-06T01:00:00Z'),
    new Date('2026-01-07T01:00:00Z'),
  ]);
  expect(cron.previous('0 0 9 * * MON-FRI *', { from: new Date(from), count: 2 })).toEqual([
    new Date('2026-01-02T01:00:00Z'),
    new Date('2026-01-01T01:00:00Z'),
  ]);
  expect(cron.next('0 0 9 * * * *', { from, utcOffset: -3.5 })).toEqual([new Date('2026-01-02T12:30:00Z')]);
});

test('the years run out in 2099', () => {
  const times = cron.next('0 0 0 1 1 * *', { from: '2097-06-01T00:00:00Z', count: 9, utcOffset: 0 });
  expect(times).toEqual([new Date('2098-01-01T00:00:00Z'), new Date('2099-01-01T00:00:00Z')]);
});

test('matches and never answer about one second and about all', () => {
  expect(cron.matches('0 0 9 * * * *', '2026-01-02T01:00:00Z')).toBe(true);
  expect(cron.matches('0 0 9 * * * *', '2026-01-02T09:00:00Z')).toBe(false);
  expect(cron.matches('0 0 9 * * * *', '2026-01-02T09:00:00Z', { utcOffset: 0 })).toBe(true);
  expect(cron.never('0 0 0 31 APR * *')).toBe(true);
  expect(cron.never('0 0 0 31 APR MON *')).toBe(false);
});

test('describe says it in English and Chinese', () => {
  const expressions = [
    '*/5 * * * * * *',
    '0 15 10 1 * * *',
    '0 15 10 * * MON-FRI *',
    '0 0 10,14,16 * * * *',
    '0 */30 9-17 * * * *',
    '0 0 12 * * WED *',
    '0 1/10 * * * * *',
    '33 22 11 6 7 * 2021',
    '0 0 9 1 * MON *',
    '0 0 0 LW * ? *',
    '0 0 0 10W * ? *',
    '0 0 0 ? * 5L *',
    '0 0 0 ? * FRI#2 *',
    '0 0 0 1 1 * 2030/5',
    '*/15 9-17 * * MON-FRI',
  ];
  const lines = expressions.map((text) => `${text} | ${cron.describe(text)} | ${cron.describe(text, 'zh')}`);
  expect(lines.join('\n')).toMatchInlineSnapshot(`
    "*/5 * * * * * * | Every 5 seconds | 每隔 5 秒
    0 15 10 1 * * * | At 10:15, on day 1 of the month | 在10:15, 限每月 1 号
    0 15 10 * * MON-FRI * | At 10:15, Monday through Friday | 在10:15, 星期一至星期五
    0 0 10,14,16 * * * * | At 10:00, 14:00 and 16:00 | 在 10:00, 14:00 和 16:00
    0 */30 9-17 * * * * | Every 30 minutes, between 09:00 and 17:59 | 每隔 30 分钟, 在 09:00 和 17:59 之间
    0 0 12 * * WED * | At 12:00, only on Wednesday | 在12:00, 仅星期三
    0 1/10 * * * * * | Every 10 minutes, starting at 1 minute past the hour | 每隔 10 分钟, 在整点后的第 1 分钟开始
    33 22 11 6 7 * 2021 | At 11:22:33, on day 6 of the month, only in July, only in 2021 | 在11:22:33, 限每月 6 号, 仅于七月份, 仅于 2021 年
    0 0 9 1 * MON * | At 09:00, on day 1 of the month; also at 09:00, only on Monday | 在09:00, 限每月 1 号；以及在09:00, 仅星期一
    0 0 0 LW * ? * | At 00:00, on the last weekday of the month | 在00:00, 限每月的最后一个工作日
    0 0 0 10W * ? * | At 00:00, on the weekday nearest day 10 of the month | 在00:00, 限每月的最接近 10 号的工作日
    0 0 0 ? * 5L * | At 00:00, on the last Friday of the month | 在00:00, 限每月的最后一个星期五
    0 0 0 ? * FRI#2 * | At 00:00, on the second Friday of the month | 在00:00, 限每月的第二个 星期五
    0 0 0 1 1 * 2030/5 | At 00:00, on day 1 of the month, only in January, every 5 years, 2030 through 2099 | 在00:00, 限每月 1 号, 仅于一月份, 每隔 5 年, 从2030年至2099年
    */15 9-17 * * MON-FRI | Every 15 minutes, between 09:00 and 17:59, Monday through Friday | 每隔 15 分钟, 在 09:00 和 17:59 之间, 星期一至星期五"
  `);
});

test('wrong use is told in one sentence', () => {
  expect(() => cron.next('0 0 24 * * * *')).toThrowErrorMatchingInlineSnapshot(
    `[Misuse: Cannot read the cron expression "0 0 24 * * * *": hour: expected an integer from 0 to 23, received "24"; midnight is 0 (character 5). Write seven fields: second minute hour day month week year.]`,
  );
  expect(() => cron.next('* * * * * * *', { count: 0 })).toThrowErrorMatchingInlineSnapshot(
    `[Misuse: Cannot find 0 times: the count must be a whole number from 1.]`,
  );
  expect(() => cron.next('* * * * * * *', { from: 'tomorrow' })).toThrowErrorMatchingInlineSnapshot(
    `[Misuse: Cannot read the time "tomorrow" (a string): it is no date. Write it as 2026-01-31T09:00:00Z.]`,
  );
  expect(() => cron.next('* * * * * * *', { from, utcOffset: 480 })).toThrowErrorMatchingInlineSnapshot(
    `[Misuse: Cannot read a schedule in UTC offset 480: it must be a number of hours from -12 to 14.]`,
  );
});
