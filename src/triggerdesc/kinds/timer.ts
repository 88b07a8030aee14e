import type { Cron } from '../../domain/cron/cron.js';
import { cronMatches, neverFires, nextAfter } from '../../domain/cron/nextAfter.js';
import { readCron } from '../../domain/cron/parseCron.js';
import { type TimerEvent, timerContract } from '../../generated/timer.js';
import type { Draw } from '../../kernel/draw.js';
import { isObject, utf8Bytes } from '../../kernel/json.js';
import { defineDelivery, defineTriggerKind, functionOf, type NameRule, type RuledTrigger } from '../kind.js';

const page = 'https://cloud.tencent.com/document/product/583/9708';
const api = 'https://cloud.tencent.com/document/product/583/18589';
const toolkit = 'npm tencent-component-toolkit 2.27.6';

/** What makes a timer trigger. */
export interface TimerInput {
  readonly name: string;
  readonly cron: string;
  /** What the event's Message will be; "" when left out. */
  readonly message?: string;
}

const names: readonly NameRule[] = [
  {
    pattern: /^[A-Za-z0-9_-]{1,100}$/,
    expected: '1 to 100 letters, digits, "-" and "_"',
    severity: 'error',
    source: api,
  },
  {
    pattern: /^[A-Za-z][A-Za-z0-9_-]{0,59}$/,
    expected:
      'a letter and up to 59 more letters, digits, "-" or "_", as the guide wants it (the API takes 100)',
    severity: 'warning',
    source: page,
  },
];

const delivery = defineDelivery<Cron, TimerEvent>({
  kind: 'timer',
  contract: timerContract,
  check({ config, name, desc }, event, report, { utcOffset = 8 }) {
    if (name !== '' && event.TriggerName !== name)
      report('trigger-name', ['TriggerName'], {
        expected: JSON.stringify(name),
        received: JSON.stringify(event.TriggerName),
      });
    const second = Date.parse(event.Time) / 1000;
    if (!cronMatches(desc, second, utcOffset * 60)) {
      const next = nextAfter(desc, second, utcOffset * 60);
      report('cron-second', ['Time'], {
        expected: `a second that ${desc.expression} hits in UTC${utcOffset < 0 ? '' : '+'}${utcOffset}`,
        received: event.Time,
        hint:
          next === undefined
            ? 'it does not fire any more after that'
            : `the next after it is ${isoTime(next)}`,
      });
    }
    const message = config.CustomArgument ?? '';
    if (event.Message !== message)
      report('message', ['Message'], {
        expected: `the trigger's CustomArgument ${JSON.stringify(message)}`,
        received: JSON.stringify(event.Message),
      });
  },
  requests({ config, name, desc }, { utcOffset }) {
    if (neverFires(desc)) return [];
    return [
      {
        kind: 'timer',
        overrides: { ...(name === '' ? {} : { TriggerName: name }), Message: config.CustomArgument ?? '' },
        options: { cron: desc.expression, ...(utcOffset === undefined ? {} : { utcOffset }) },
      },
    ];
  },
});

function isoTime(unixSeconds: number): string {
  return new Date(unixSeconds * 1000).toISOString().replace('.000', '');
}

/** The cron expression itself; ListTriggers gives it back inside `{"cron": …}`. */
function read(desc: string | object) {
  let value: unknown = desc;
  if (typeof desc === 'string' && desc.startsWith('{')) {
    try {
      value = JSON.parse(desc);
    } catch {
      value = desc;
    }
  }
  if (!isObject(value)) return reading(String(desc), []);
  const cron = value.cron;
  return reading(typeof cron === 'string' ? cron : '', ['cron']);
}

function reading(expression: string, path: readonly string[]) {
  const { cron, issues } = readCron(expression);
  const placed = issues.map((issue) => ({ ...issue, path: [...path, ...issue.path] }));
  if (path.length > 0)
    placed.push({
      path: [],
      rule: 'timer-triggerdesc/listed-form',
      severity: 'warning',
      expected: 'the cron expression alone, as CreateTrigger takes it',
      received: '{"cron":…} as ListTriggers returns it',
      source: toolkit,
      position: 0,
      length: 0,
    });
  return cron === undefined ? { issues: placed } : { desc: cron, issues: placed };
}

const crons = [
  '0 */5 * * * * *',
  '0 15 10 * * MON-FRI *',
  '0 0 3 1 * * *',
  '*/30 * * * * * *',
  '0 30 9-18/3 * * * *',
];
const timerNames = ['every-5-minutes', 'EveryDay', 'nightly_cleanup', 'weekly-report', 'sync'];

/** A timer: CreateTrigger with Type timer. */
export const timer = defineTriggerKind<'timer', Cron, TimerInput, 'text'>({
  type: 'timer',
  sentAs: 'text',
  documentation: page,
  invocation: 'async',
  names,
  read,
  rules: [
    {
      name: 'timer-triggerdesc/message-fits-4kb',
      holds: 'CustomArgument takes at most 4 KB of UTF-8.',
      severity: 'error',
      source: page,
      check({ config: { CustomArgument = '' } }: RuledTrigger<Cron>, report) {
        const bytes = utf8Bytes(CustomArgument);
        if (bytes > 4096)
          report(['CustomArgument'], { expected: 'at most 4096 bytes', received: `${bytes} bytes` });
      },
    },
  ],
  build: ({ name, cron, message }) => ({
    TriggerName: name,
    TriggerDesc: cron,
    ...(message === undefined || message === '' ? {} : { CustomArgument: message }),
  }),
  input: (draw: Draw) => ({
    name: draw.isHostile() ? draw.pick(['n', 'n'.repeat(60), 'a-_9']) : draw.pick(timerNames),
    cron: draw.pick(crons),
    message: draw.isHostile()
      ? draw.pick(['测'.repeat(1365), '__proto__', 'null'])
      : draw.pick(['', 'run', '{"force":true}']),
  }),
  edgeCases: [
    {
      name: 'legacy-five-fields',
      because: 'five fields are still accepted, and mean minute to week',
      source: page,
      trigger: { TriggerName: 'legacy', TriggerDesc: '*/5 * * * *' },
      reports: ['cron/legacy'],
    },
    {
      name: 'name-of-100',
      because: 'the API takes names that the guide does not',
      source: api,
      trigger: { TriggerName: '1'.repeat(100), TriggerDesc: '0 */5 * * * * *' },
      reports: ['timer-triggerdesc/name'],
    },
    {
      name: 'message-of-4-kb',
      because: '4 KB are bytes, not characters',
      source: page,
      trigger: { TriggerName: 'long', TriggerDesc: '0 0 9 * * * *', CustomArgument: `${'测'.repeat(1365)}.` },
    },
    {
      name: 'day-or-week',
      because: 'day and week are joined by or, not by and',
      source: page,
      trigger: { TriggerName: 'both', TriggerDesc: '0 0 9 1 * MON *' },
    },
  ],
  deliveries: [delivery],
  takesArgument: true,
  serverless: { describe: (given) => ({ name: given.name, desc: given.cronExpression }) },
  limits: [
    {
      rule: 'timer-triggerdesc/unique-name',
      max: 1,
      keyOf: (config) =>
        config.TriggerName === undefined ? undefined : `${functionOf(config)} ${config.TriggerName}`,
      at: ['TriggerName'],
      expected: 'a name that no other timer of the function has',
      received: ({ TriggerName }) => `${JSON.stringify(TriggerName)} again`,
      source: page,
    },
  ],
});
