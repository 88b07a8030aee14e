/** A trigger name with the schedule that belongs to it. */
export interface Schedule {
  readonly name: string;
  /** In SCF's dialect, read in UTC+8. */
  readonly cron: string;
  /** It fires every so many seconds, … */
  readonly everySeconds: number;
  /** … so many seconds into that period, counted from 1970 in UTC. */
  readonly atSecond: number;
  /** What people set with such a trigger: nothing, a word, or arguments of its job as JSON. */
  readonly messages: readonly string[];
}

/** Schedules as teams have them, whose next second needs no search; simplest first. */
export const schedules: readonly Schedule[] = [
  { name: 'EveryMinute', cron: '0 */1 * * * * *', everySeconds: 60, atSecond: 0, messages: [''] },
  {
    name: 'every-5-minutes',
    cron: '0 */5 * * * * *',
    everySeconds: 300,
    atSecond: 0,
    messages: ['', 'check'],
  },
  { name: 'heartbeat', cron: '*/5 * * * * * *', everySeconds: 5, atSecond: 0, messages: ['', 'ping'] },
  {
    name: 'sync_orders',
    cron: '0 */10 * * * * *',
    everySeconds: 600,
    atSecond: 0,
    messages: ['{"shop":"cn-south","limit":200}', '{"shop":"overseas","limit":50}'],
  },
  {
    name: 'poll-payments',
    cron: '30 */15 * * * * *',
    everySeconds: 900,
    atSecond: 30,
    messages: ['{"channel":"wechat"}', '{"channel":"alipay"}'],
  },
  {
    name: 'hourly_report',
    cron: '0 0 * * * * *',
    everySeconds: 3600,
    atSecond: 0,
    messages: ['{"report":"sales","to":["ops@example.com"]}', '{"report":"traffic","to":[]}'],
  },
  {
    name: 'cache-warmup',
    cron: '0 30 * * * * *',
    everySeconds: 3600,
    atSecond: 1800,
    messages: ['', '/spring-sale,/best-sellers'],
  },
  {
    name: 'EveryDay',
    cron: '0 0 9 * * * *',
    everySeconds: 86_400,
    atSecond: 3600,
    messages: ['', 'daily check of certificates'],
  },
  {
    name: 'nightly-cleanup',
    cron: '0 30 2 * * * *',
    everySeconds: 86_400,
    atSecond: 66_600,
    messages: ['{"job":"clean-uploads","olderThanDays":30,"dryRun":false}', '{"job":"rotate-logs","keep":7}'],
  },
  {
    name: 'DailyDigest',
    cron: '0 0 20 * * * *',
    everySeconds: 86_400,
    atSecond: 43_200,
    messages: ['{"job":"send-digest","locale":"zh-CN"}', '每日摘要'],
  },
  {
    name: 'midnight_rollover',
    cron: '0 0 0 * * * *',
    everySeconds: 86_400,
    atSecond: 57_600,
    messages: [''],
  },
  {
    name: 'weekly-backup',
    cron: '0 0 3 * * SUN *',
    everySeconds: 604_800,
    atSecond: 241_200,
    messages: ['{"bucket":"backup-1250000001","tables":["orders","members"],"keep":4}', 'full'],
  },
];
