import type { ToldRun } from '../../cli/fuzz/reports.js';
import type { ReportedExecution, ReportedFailure, RunReport } from '../../src/fuzz/index.js';
import { sample, timer } from '../../src/index.js';

/** Each would do something in a page that takes it for more than text. */
export const hostile = `</script></style><img src=x onerror="globalThis.harmed=1"><svg/onload=harmed=1>'"\`\u202egnp.exe\u0007\ufeff\u200b${'x'.repeat(300)}`;

const event = { ...sample(timer), Message: hostile };
const step = {
  event: 0,
  instance: 0,
  attempt: 1,
  atMs: 0,
  isCold: true,
  calls: [
    { name: `POST https://a.example/${hostile}`, args: { value: [{ body: hostile }] }, state: 'refused' },
  ],
  statusCode: 430,
  status: 'User code exception caught',
  error: { name: 'TypeError', message: hostile, stack: `TypeError: ${hostile}\n    at a (${hostile}:1:2)` },
  fault: { call: 1, kind: 'refused' },
  log: [{ level: 'error', text: hostile }],
} as const;
const answered = {
  statusCode: 200,
  status: 'Success',
  answer: { value: { done: hostile } },
  error: undefined,
};
const execution: ReportedExecution = {
  events: [event],
  steps: [step, { ...step, atMs: 60_000, instance: 3, attempt: 2, calls: [], ...answered } as never],
  delivered: [{ step: 0, result: 'dead-letter', tries: 2, atMs: 60_000 }],
  timeZone: hostile,
};
export const hostileFailure: ReportedFailure = {
  oracle: 'redelivery',
  what: hostile,
  detail: hostile,
  case: { event },
  run: 4,
  storedAt: hostile,
  execution,
  compared: { ...execution, steps: execution.steps.slice(1) },
  text: hostile,
};

/** A run of which every text is hostile. */
export function hostileRun(parts: Partial<RunReport> = {}): ToldRun {
  return {
    report: {
      trigger: 'timer',
      seed: hostile,
      runs: 5,
      invocations: 9,
      failures: [hostileFailure],
      verdict: 'broken',
      weakness: [],
      asked: { crash: 3 },
      dropped: [hostile],
      warnings: [hostile],
      ...parts,
    },
    subject: { file: hostile, line: 1 },
    placeOf: () => ({ file: hostile, line: 2 }),
    frameOf: () => ({ file: hostile, line: 2, first: 1, lines: ['a', hostile, 'c'] }),
    againOf: () => `npx scf-fixtures replay ${hostile}`,
    seconds: 1,
  };
}
