import type { JsonValue } from '../../kernel/json.js';
import type { LogLine, Outcome } from '../../runtime/index.js';
import type { Delivered } from '../play/delivery.js';
import type { EffectCall } from '../play/effects/effectKind.js';
import type { Fault } from '../play/effects/recorder.js';
import type { Execution, Invocation } from '../play/execution.js';
import type { StopReason } from '../play/watchdog.js';

/** A value of JSON, or the beginning of its text where that is long. */
export type ReportedValue =
  | { readonly value: JsonValue }
  | { readonly beginning: string; readonly characters: number };

/** An outside call as reports have it. */
export interface ReportedCall {
  /** `POST https://example.com/`, `redis SET`, the name given to `effect`. */
  readonly name: string;
  readonly args: ReportedValue;
  /**
   * `refused`: it never reached the other side; `declined`: the other side did nothing; `blocked`: it was not allowed to
   * leave the process; `pending`: it never ended.
   */
  readonly state: EffectCall['state'];
  /** Made or ended after the handler had answered. */
  readonly isLate?: true;
  /** Nobody gave an answer, so that one was made up. */
  readonly isMadeUp?: true;
}

/** One invocation of an execution as reports have it, without what differs from run to run. */
export interface ReportedStep {
  /** Index of its event in `events` of the execution. */
  readonly event: number;
  readonly instance: number;
  /** 1 for the first try. */
  readonly attempt: number;
  /** Virtual milliseconds since the start. */
  readonly atMs: number;
  readonly isCold: boolean;
  /** What went wrong outside, on purpose. */
  readonly fault?: Fault;
  /** Outside calls were slow, on purpose. */
  readonly isSlow?: true;
  readonly calls: readonly ReportedCall[];
  /** 200, 430, 433, … as the platform has them. */
  readonly statusCode: number;
  readonly status: string;
  /** What the caller got, where the handler answered. */
  readonly answer?: ReportedValue;
  /** What the handler threw. */
  readonly error?: { readonly name: string; readonly message: string; readonly stack?: string };
  /** Why the handler was stopped, and where it was. */
  readonly stopped?: { readonly reason: StopReason; readonly at?: string };
  readonly log: readonly LogLine[];
  /** As many further lines were written. */
  readonly moreLog?: number;
}

/** What happened when a delivery was played, as reports have it. */
export interface ReportedExecution {
  /** The different events; the steps refer to them. */
  readonly events: readonly unknown[];
  readonly steps: readonly ReportedStep[];
  /** What became of the event of each step of the delivery. */
  readonly delivered: readonly Delivered[];
  readonly timeZone?: string;
  readonly locale?: string;
  readonly processSeed?: number;
}

const maxCharacters = 20_000;
const maxLogLines = 100;
const maxLogText = 2000;

/** The steps of an execution as data. */
export function reportedExecution(execution: Execution<unknown>): ReportedExecution {
  const { delivery, invocations, delivered } = execution;
  const events = [...new Set(delivery.steps.map(({ event }) => event))];
  const { timeZone, locale, processSeed } = delivery;
  return {
    events,
    steps: invocations.map((invocation) => stepOf(invocation, events)),
    delivered: delivered ?? [],
    ...(timeZone === undefined ? {} : { timeZone }),
    ...(locale === undefined ? {} : { locale }),
    ...(processSeed === undefined ? {} : { processSeed }),
  };
}

function stepOf(invocation: Invocation<unknown>, events: readonly unknown[]): ReportedStep {
  const { attempt, outcome, calls, stopped, stoppedAt } = invocation;
  const log = outcome.log ?? [];
  return {
    event: events.indexOf(attempt.event),
    instance: attempt.instance,
    attempt: attempt.number,
    atMs: attempt.atMs,
    isCold: outcome.cold,
    ...(attempt.fault === undefined ? {} : { fault: attempt.fault }),
    ...(attempt.slow ? { isSlow: true as const } : {}),
    calls: calls.map(callOf),
    statusCode: outcome.statusCode,
    status: outcome.status,
    ...endOf(outcome),
    ...(stopped === undefined
      ? {}
      : { stopped: { reason: stopped, ...(stoppedAt === undefined ? {} : { at: stoppedAt }) } }),
    log: log.slice(0, maxLogLines).map(({ level, text }) => ({ level, text: cut(text, maxLogText) })),
    ...(log.length > maxLogLines ? { moreLog: log.length - maxLogLines } : {}),
  };
}

function endOf(outcome: Outcome): Pick<ReportedStep, 'answer' | 'error'> {
  if (outcome.ok) return { answer: shownValue(outcome.result, outcome.json) };
  if (!('error' in outcome)) return {};
  const { name, message, stack } = outcome.error;
  return {
    error: { name, message: cut(message, maxCharacters), ...(stack === undefined ? {} : { stack }) },
  };
}

function callOf({ name, args, state, late, isMadeUp }: EffectCall): ReportedCall {
  return {
    name,
    args: shownValue(args, JSON.stringify(args) ?? 'null'),
    state,
    ...(late ? { isLate: true as const } : {}),
    ...(isMadeUp === true ? { isMadeUp } : {}),
  };
}

function shownValue(value: JsonValue, json: string): ReportedValue {
  if (json.length <= maxCharacters) return { value };
  return { beginning: json.slice(0, maxCharacters), characters: json.length };
}

function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most)}…` : text;
}
