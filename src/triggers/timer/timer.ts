import { neverFires, nextAfter, previousBefore } from '../../domain/cron/nextAfter.js';
import { parseCron } from '../../domain/cron/parseCron.js';
import { isoSeconds, unixSecondsOf } from '../../domain/time.js';
import { type TimerEvent, timerContract } from '../../generated/timer.js';
import { defineTrigger } from '../../kernel/defineTrigger.js';
import type { Draw } from '../../kernel/draw.js';
import { isObject, jsonInside, utf8Bytes } from '../../kernel/json.js';
import { Misuse } from '../../kernel/misuse.js';
import type { EdgeCase, Rule } from '../../kernel/trigger.js';
import { schedules } from './schedules.js';

export type { TimerEvent };

const page = 'https://cloud.tencent.com/document/product/583/9708';
const captured = 'captured 2019, 2020, 2025';
const largestMessageBytes = 4096;
const hoursAheadOfUtc = 8;

/** A schedule that fires at least once; read in local time that many minutes ahead of UTC. */
const cron = {
  value: '<expression>',
  about:
    "fire at seconds that this cron expression hits, read in UTC+8 (see utcOffset); SCF's dialect of 7 fields, or 5",
  parse(value: unknown) {
    const parsed = parseCron(String(value));
    if (neverFires(parsed)) {
      throw new Misuse(
        'CRON_NEVER',
        `Cannot fire at "${value}": no date fits this expression. Change its day, month or year.`,
      );
    }
    return parsed;
  },
};

const utcOffset = {
  value: '<hours>',
  about:
    'hours ahead of UTC in which the cron expression is read; 8 when left out, since no page of the vendor says',
  parse(value: unknown): number {
    const hours = Number(value);
    if (String(value).trim() !== '' && hours >= -12 && hours <= 14) return hours;
    throw new Misuse(
      'INVALID_UTC_OFFSET',
      `Cannot read a schedule in UTC offset "${value}": it must be a number of hours from -12 to 14.`,
    );
  },
};

const messageFits4Kb: Rule<TimerEvent> = {
  name: 'timer/message-fits-4kb',
  holds: 'Message takes at most 4 KB of UTF-8.',
  severity: 'error',
  source: page,
  check({ Message }, report) {
    if (Message.length * 3 <= largestMessageBytes) return;
    const bytes = utf8Bytes(Message);
    if (bytes > largestMessageBytes) {
      report(['Message'], { expected: `at most ${largestMessageBytes} bytes`, received: `${bytes} bytes` });
    }
  },
};

const timeExists: Rule<TimerEvent> = {
  name: 'timer/time-exists',
  holds: 'Time is a second that the calendar has.',
  severity: 'error',
  source: captured,
  check({ Time }, report) {
    if (isoSeconds(unixSecondsOf(Time)) !== Time) {
      report(['Time'], { expected: 'a day that the month has', received: JSON.stringify(Time) });
    }
  },
};

const consoleName: Rule<TimerEvent> = {
  name: 'timer/console-name',
  holds:
    'TriggerName starts with a letter and has at most 60 characters, as the console wants it; the API takes 100.',
  severity: 'warning',
  source: page,
  check({ TriggerName }, report) {
    if (!consoleNames.test(TriggerName)) {
      report(['TriggerName'], {
        expected: 'a letter and up to 59 more letters, digits, "-" or "_"',
        received: JSON.stringify(TriggerName),
      });
    }
  },
};

const consoleNames = /^[A-Za-z][\w-]{0,59}$/;

function at(name: string, Time: string, because: string): EdgeCase<TimerEvent> {
  return { name, because, source: captured, event: (draw, sample) => ({ ...sample(draw), Time }) };
}

function message(name: string, because: string, Message: string): EdgeCase<TimerEvent> {
  return { name, because, source: page, event: (draw, sample) => ({ ...sample(draw), Message }) };
}

function named(
  name: string,
  because: string,
  TriggerName: string,
  reports?: readonly string[],
): EdgeCase<TimerEvent> {
  return {
    name,
    because,
    source: page,
    ...(reports === undefined ? {} : { reports }),
    event: (draw, sample) => ({ ...sample(draw), TriggerName }),
  };
}

const edgeCases: readonly EdgeCase<TimerEvent>[] = [
  {
    ...message('empty-message', 'Message is "" when no text was set, and JSON.parse("") throws', ''),
    source: captured,
  },
  message('message-of-4-kb', 'the text is as long as it can be', 'x'.repeat(largestMessageBytes)),
  message(
    'message-of-4-kb-chinese',
    '4 KB are bytes: this text has 1,365 characters',
    `${'测'.repeat(1365)}.`,
  ),
  message('message-not-json', 'the text is whatever somebody typed into the console', 'run the nightly job'),
  message('message-json-number', 'JSON.parse succeeds and gives no object', '5'),
  message('message-json-null', 'JSON.parse succeeds and gives null', 'null'),
  message(
    'message-prototype',
    'merging the parsed text into an object sets its prototype',
    '{"__proto__":{"admin":true}}',
  ),
  message('message-with-newlines', 'the text spans lines', 'first\nsecond\r\nthird'),
  message('message-four-byte-characters', 'an emoji is two UTF-16 units and four bytes', '😀😀 每日摘要'),
  message('message-id-above-2-53', 'JSON.parse rounds the number', '{"orderId":9007199254740993}'),
  at('leap-day', '2024-02-29T00:00:00Z', 'most years do not have this day'),
  at('month-end', '2026-01-31T23:59:59Z', 'adding a month to it has no such day'),
  at('year-end', '2025-12-31T23:59:59Z', 'a second later it is another year, and in UTC+8 it is already'),
  at('day-boundary-in-utc-8', '2026-03-15T16:00:00Z', 'in UTC+8 it is midnight of the next day'),
  at(
    'before-day-boundary-in-utc-8',
    '2026-03-15T15:59:59Z',
    'in UTC+8 it is the last second of the same day',
  ),
  at('after-2038', '2038-01-19T03:14:08Z', 'seconds since 1970 no longer fit 32 bits'),
  named('prototype-name', 'a lookup table by name finds the prototype', '__proto__', ['timer/console-name']),
  named('constructor-name', 'a lookup table by name finds a function', 'constructor'),
  named('name-of-60', 'the name is as long as the console allows', 'n'.repeat(60)),
  named('name-of-100', 'the API allows names that the console does not', `1${'n'.repeat(99)}`, [
    'timer/console-name',
  ]),
  {
    name: 'unknown-fields',
    because: 'the vendor may add fields, and a strict parser refuses them',
    source: page,
    reports: ['timer/unknown-field'],
    event: (draw, sample) => Object.assign(sample(draw), { FutureField: { nested: true } }),
  },
];

/** When a timer trigger fires. */
export const timer = defineTrigger({
  name: 'timer',
  summary: 'A timer trigger fires at a second of its cron expression.',
  documentation: page,
  contract: timerContract,
  invocation: 'async',
  retries:
    'Twice after an error of the function, a minute apart; then the dead-letter queue, if there is one.',
  delivery: { recurs: true },
  payloadAt: 'Message',
  options: { cron, utcOffset },
  sample(draw, given, options): TimerEvent {
    const schedule = draw.pick(schedules);
    return {
      Type: 'Timer',
      TriggerName: given.TriggerName ?? (draw.isHostile() ? hostileName(draw) : schedule.name),
      Time: given.Time ?? isoSeconds(firingSecond()),
      Message: given.Message ?? draw.payloadText(() => draw.text(schedule.messages)),
    };

    function firingSecond(): number {
      const after = draw.unixSeconds();
      if (options.cron === undefined) {
        const { everySeconds, atSecond } = schedule;
        return after - (after % everySeconds) + atSecond;
      }
      const minutes = (options.utcOffset ?? hoursAheadOfUtc) * 60;
      return (nextAfter(options.cron, after, minutes) ??
        previousBefore(options.cron, after + 1, minutes)) as number;
    }
  },
  edgeCases,
  rules: [messageFits4Kb, timeExists, consoleName],
  looksLike: (value) =>
    isObject(value) && (value.Type === 'Timer' || ('TriggerName' in value && 'Time' in value)),
  decode({ Message }) {
    const parsed = jsonInside(Message);
    return parsed === undefined ? [] : [{ path: ['Message'], encoding: 'JSON', value: parsed }];
  },
  stretch: {
    grows: 'Message',
    most: ({ Message }) => largestMessageBytes - utf8Bytes(Message),
    add: (event, extra) => ({
      ...event,
      Message: event.Message + (event.Message === '' ? 'x' : ' ').repeat(extra),
    }),
  },
});

function hostileName(draw: Draw): string {
  return draw.name(['EveryDay'], consoleNames);
}
