import type { TimerEvent } from '../../../src/generated/timer.js';
import type { BugCase } from './cases.js';
import { timerEvent } from './events.js';
import { isRecord, keysIn, parsed } from './support.js';

/** Scheduled jobs, retried twice after a failure. */
export const timerBugs: readonly BugCase<TimerEvent>[] = [
  {
    name: 'timer-empty-message-parsed',
    class: 'parse-of-empty-text',
    trigger: 'timer',
    because: 'Message is "" when nobody set one, and JSON.parse("") throws',
    buggy: (world) => async (event) => {
      const { target = 'all' } = JSON.parse(event.Message) ?? {};
      await world.db.put(`run:${event.TriggerName}:${event.Time}`, target);
    },
    fixed: (world) => async (event) => {
      const options = parsed(event.Message);
      const target = isRecord(options) ? (options.target ?? 'all') : 'all';
      await world.db.put(`run:${event.TriggerName}:${event.Time}`, target);
    },
    witness: () => ({ events: [timerEvent()] }),
  },
  {
    name: 'timer-hour-in-local-time',
    class: 'local-time',
    trigger: 'timer',
    because: 'Time is UTC, the machine may be in UTC+8: the morning job runs at night',
    buggy: (world) => async (event) => {
      const hour = new Date(event.Time).getHours();
      const kind = hour < 6 ? 'full' : 'incremental';
      await world.db.put(`backup:${event.TriggerName}:${event.Time}`, kind);
    },
    fixed: (world) => async (event) => {
      const hour = new Date(event.Time).getUTCHours();
      const kind = hour < 6 ? 'full' : 'incremental';
      await world.db.put(`backup:${event.TriggerName}:${event.Time}`, kind);
    },
    witness: () => ({ events: [timerEvent({ Time: '2026-01-31T20:30:00Z' })], timeZone: 'Asia/Shanghai' }),
  },
  {
    name: 'timer-parsed-without-zone',
    class: 'local-time',
    trigger: 'timer',
    because: 'a time without its Z is read in the time zone of the machine',
    buggy: (world) => async (event) => {
      const fired = new Date(event.Time.replace('T', ' ').replace('Z', ''));
      await world.db.put(`fired:${event.TriggerName}:${event.Time}`, fired.getTime());
    },
    fixed: (world) => async (event) => {
      await world.db.put(`fired:${event.TriggerName}:${event.Time}`, Date.parse(event.Time));
    },
    witness: () => ({ events: [timerEvent()], timeZone: 'America/New_York' }),
  },
  {
    name: 'timer-key-in-locale-format',
    class: 'locale-format',
    trigger: 'timer',
    because: 'toLocaleDateString gives 1/31/2026 here and 2026/1/31 there, in the zone of the machine',
    buggy: (world) => async (event) => {
      const day = new Date(event.Time).toLocaleDateString().replaceAll('/', '-');
      await world.db.put(`report:${event.TriggerName}:${day}`, true);
    },
    fixed: (world) => async (event) => {
      const day = new Date(event.Time).toISOString().slice(0, 10);
      await world.db.put(`report:${event.TriggerName}:${day}`, true);
    },
    property: ({ event, left }) => left.db[`report:${event.TriggerName}:${event.Time.slice(0, 10)}`] === true,
    witness: () => ({ events: [timerEvent()] }),
  },
  {
    name: 'timer-defaults-overwritten',
    class: 'shared-default-mutated',
    trigger: 'timer',
    because: 'Object.assign writes into the defaults of the module: later runs inherit what one run was told',
    buggy: (world) => {
      const defaults: Record<string, unknown> = { limit: 100 };
      return async (event) => {
        const options = Object.assign(defaults, parsed(event.Message));
        await world.db.put(`run:${event.TriggerName}:${event.Time}`, { limit: options.limit });
      };
    },
    fixed: (world) => {
      const defaults: Record<string, unknown> = { limit: 100 };
      return async (event) => {
        const options = Object.assign({}, defaults, parsed(event.Message));
        await world.db.put(`run:${event.TriggerName}:${event.Time}`, { limit: options.limit });
      };
    },
    witness: () => ({
      events: [timerEvent({ Message: '{"limit":5}' }), timerEvent({ Time: '2026-01-31T15:31:00Z' })],
    }),
  },
  {
    name: 'timer-month-before-the-31st',
    class: 'month-arithmetic',
    trigger: 'timer',
    because: 'one month before the 31st of March is the 31st of February, which is in March',
    buggy: (world) => async (event) => {
      const date = new Date(event.Time);
      date.setUTCMonth(date.getUTCMonth() - 1);
      const month = date.toISOString().slice(0, 7);
      await world.db.put(`bill:${event.TriggerName}:${event.Time}`, month);
    },
    fixed: (world) => async (event) => {
      const date = new Date(event.Time);
      date.setUTCMonth(date.getUTCMonth() - 1, 1);
      const month = date.toISOString().slice(0, 7);
      await world.db.put(`bill:${event.TriggerName}:${event.Time}`, month);
    },
    witness: () => ({ events: [timerEvent({ Time: '2026-03-31T00:00:00Z' })] }),
  },
  {
    name: 'timer-report-sent-again',
    class: 'not-idempotent',
    trigger: 'timer',
    because: 'the retry of a run mails the report once more',
    buggy: (world) => async (event) => {
      await world.http.post('https://mail.example.com/send', { subject: `Report ${event.Time}` });
      await world.db.put(`reported:${event.TriggerName}:${event.Time}`, true);
    },
    fixed: (world) => async (event) => {
      const idempotencyKey = `report-${event.TriggerName}-${event.Time}`;
      await world.http.post(
        'https://mail.example.com/send',
        { subject: `Report ${event.Time}` },
        { idempotencyKey },
      );
      await world.db.put(`reported:${event.TriggerName}:${event.Time}`, true);
    },
    witness: () => ({ events: [timerEvent()], failCall: 2 }),
  },
  {
    name: 'timer-now-instead-of-time',
    class: 'now-instead-of-event-time',
    trigger: 'timer',
    because: 'a retry comes a minute later and counts as another run',
    buggy: (world) => async (event) => {
      const minute = new Date(world.now()).toISOString().slice(0, 16);
      await world.db.put(`snapshot:${event.TriggerName}:${minute}`, 'done');
    },
    fixed: (world) => async (event) => {
      const minute = event.Time.slice(0, 16);
      await world.db.put(`snapshot:${event.TriggerName}:${minute}`, 'done');
    },
    property: ({ event, left }) =>
      keysIn(left, `snapshot:${event.TriggerName}:${event.Time.slice(0, 16)}`).length === 1,
    witness: () => {
      const event = timerEvent({ Time: '2026-01-31T15:29:00Z' });
      return { events: [event, event] };
    },
  },
  {
    name: 'timer-settings-merged-deeply',
    class: 'prototype-pollution',
    trigger: 'timer',
    because: 'merging {"__proto__":{…}} writes into Object.prototype, for everybody',
    buggy: (world) => async (event) => {
      const settings: Record<string, unknown> = { retries: 2, mail: { to: 'ops@example.com' } };
      const merge = (target: Record<string, unknown>, source: Record<string, unknown>) => {
        for (const [key, value] of Object.entries(source)) {
          const old = target[key];
          if (isRecord(value) && isRecord(old)) merge(old, value);
          else target[key] = value;
        }
      };
      const message = parsed(event.Message);
      if (isRecord(message)) merge(settings, message);
      await world.db.put(`settings:${event.TriggerName}:${event.Time}`, settings.retries);
    },
    fixed: (world) => async (event) => {
      const settings: Record<string, unknown> = { retries: 2, mail: { to: 'ops@example.com' } };
      const merge = (target: Record<string, unknown>, source: Record<string, unknown>) => {
        for (const [key, value] of Object.entries(source)) {
          if (!Object.hasOwn(target, key)) continue;
          const old = target[key];
          if (isRecord(value) && isRecord(old)) merge(old, value);
          else target[key] = value;
        }
      };
      const message = parsed(event.Message);
      if (isRecord(message)) merge(settings, message);
      await world.db.put(`settings:${event.TriggerName}:${event.Time}`, settings.retries);
    },
    witness: () => ({ events: [timerEvent({ Message: '{"__proto__":{"admin":true}}' })] }),
  },
  {
    name: 'timer-job-by-any-name',
    class: 'plain-object-as-map',
    trigger: 'timer',
    because: 'a trigger may be called "constructor", and an object has something under that name',
    buggy: (world) => {
      const jobs: Record<string, (time: string) => Promise<unknown>> = {
        cleanup: (time) => world.db.put(`cleanup:${time}`, true),
        nightly: (time) => world.db.put(`nightly:${time}`, true),
      };
      return async (event) => {
        const job = jobs[event.TriggerName];
        if (job === undefined) return { status: 'unknown job' };
        await job(event.Time);
        return { status: 'done' };
      };
    },
    fixed: (world) => {
      const jobs = new Map<string, (time: string) => Promise<unknown>>([
        ['cleanup', (time) => world.db.put(`cleanup:${time}`, true)],
        ['nightly', (time) => world.db.put(`nightly:${time}`, true)],
      ]);
      return async (event) => {
        const job = jobs.get(event.TriggerName);
        if (job === undefined) return { status: 'unknown job' };
        await job(event.Time);
        return { status: 'done' };
      };
    },
    witness: () => ({ events: [timerEvent({ TriggerName: 'constructor' })] }),
  },
  {
    name: 'timer-race-leaves-work',
    class: 'race-leaves-work',
    trigger: 'timer',
    because: 'Promise.race stops waiting, not working: the job goes on after the answer',
    buggy: (world) => async (event) => {
      const job = async () => {
        for (const line of event.Message.split('\n')) await world.db.put(`line:${event.Time}:${line}`, true);
        return 'done';
      };
      return Promise.race([job(), world.sleep(10).then(() => 'out of time')]);
    },
    fixed: (world) => async (event) => {
      const job = async () => {
        for (const line of event.Message.split('\n')) await world.db.put(`line:${event.Time}:${line}`, true);
        return 'done';
      };
      return job();
    },
    witness: () => ({
      events: [timerEvent({ Message: Array.from({ length: 30 }, (_, n) => n).join('\n') })],
    }),
  },
  {
    name: 'timer-work-in-timeout',
    class: 'unawaited-work',
    trigger: 'timer',
    because: 'nothing waits for the timeout: the instance is frozen before it fires',
    buggy: (world) => async (event) => {
      setTimeout(() => world.db.put(`warmed:${event.TriggerName}:${event.Time}`, true), 0);
      return 'scheduled';
    },
    fixed: (world) => async (event) => {
      await world.db.put(`warmed:${event.TriggerName}:${event.Time}`, true);
      return 'scheduled';
    },
    property: ({ event, left }) => left.db[`warmed:${event.TriggerName}:${event.Time}`] === true,
    witness: () => ({ events: [timerEvent()] }),
  },
];
