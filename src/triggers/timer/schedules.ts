/** A trigger name with the schedule that belongs to it. */
export interface Schedule {
  readonly name: string;
  /** In SCF's dialect, read in UTC+8. */
  readonly cron: string;
  /** It fires every so many seconds, … */
  readonly everySeconds: number;
  /** … so many seconds into that period, counted from 1970 in UTC. */
  readonly atSecond: number;
}

/** Schedules as teams have them, whose next second needs no search; simplest first. */
export const schedules: readonly Schedule[] = [
  { name: 'EveryMinute', cron: '0 */1 * * * * *', everySeconds: 60, atSecond: 0 },
  { name: 'every-5-minutes', cron: '0 */5 * * * * *', everySeconds: 300, atSecond: 0 },
  { name: 'heartbeat', cron: '*/5 * * * * * *', everySeconds: 5, atSecond: 0 },
  { name: 'sync_orders', cron: '0 */10 * * * * *', everySeconds: 600, atSecond: 0 },
  { name: 'poll-payments', cron: '30 */15 * * * * *', everySeconds: 900, atSecond: 30 },
  { name: 'hourly_report', cron: '0 0 * * * * *', everySeconds: 3600, atSecond: 0 },
  { name: 'cache-warmup', cron: '0 30 * * * * *', everySeconds: 3600, atSecond: 1800 },
  { name: 'EveryDay', cron: '0 0 9 * * * *', everySeconds: 86_400, atSecond: 3600 },
  { name: 'nightly-cleanup', cron: '0 30 2 * * * *', everySeconds: 86_400, atSecond: 66_600 },
  { name: 'DailyDigest', cron: '0 0 20 * * * *', everySeconds: 86_400, atSecond: 43_200 },
  { name: 'midnight_rollover', cron: '0 0 0 * * * *', everySeconds: 86_400, atSecond: 57_600 },
  { name: 'weekly-backup', cron: '0 0 3 * * SUN *', everySeconds: 604_800, atSecond: 241_200 },
];
