import { isObject } from '../../kernel/json.js';
import type { Outcome } from '../../runtime/index.js';
import { type Left, leftBy, leftDifference, maskOf, without } from './effects/effectKind.js';
import type { Execution } from './execution.js';
import { reportsFailure } from './judgeOutcome.js';
import { isRefusal, webAnswerIn } from './webAnswerIn.js';

/** Hides times and random ids that no event of the executions brought. */
export function maskFor(...executions: readonly Execution<unknown>[]): (text: string) => string {
  return maskOf(executions.map(eventsTextOf).join(' '));
}

const nearMs = 2 * 86_400_000;

/** The same for a handler that does the same every time: hides what may come from the clock of the function. */
export function clockMaskFor(...executions: readonly Execution<unknown>[]): (text: string) => string {
  const isNear = (ms: number) => executions.some(({ startMs }) => !(Math.abs(ms - startMs) > nearMs));
  return maskOf(executions.map(eventsTextOf).join(' '), isNear);
}

const eventsTexts = new WeakMap<object, string>();

/** The JSON of an execution's events, made once. */
function eventsTextOf({ delivery }: Execution<unknown>): string {
  const known = eventsTexts.get(delivery);
  if (known !== undefined) return known;
  const text = JSON.stringify([...new Set(delivery.steps.map((step) => step.event))]);
  eventsTexts.set(delivery, text);
  return text;
}

/** What only one of two executions left behind; empty when they left the same. */
export function differenceInLeft(a: Execution<unknown>, b: Execution<unknown>, mask = maskFor(a, b)) {
  return leftDifference(leftOf(a, mask), leftOf(b, mask));
}

/** What the calls of an execution left, and what its world holds. */
function leftOf({ calls, state = {} }: Execution<unknown>, mask: (text: string) => string): Left {
  const { values, entries } = leftBy(calls, mask);
  const held = Object.entries(state).flatMap(([part, items]) =>
    items.map((item) => mask(`${part} [${item}]`)),
  );
  return { values, entries: [...entries, ...held].sort() };
}

/** True when two executions left the same behind. */
export function leftSame(a: Execution<unknown>, b: Execution<unknown>): boolean {
  const { onlyA, onlyB } = differenceInLeft(a, b);
  return onlyA.length === 0 && onlyB.length === 0;
}

/**
 * True when two events at once left what they leave in one order. Of two that write the same places, each place may hold
 * what either wrote last there: which comes later is nobody's to say. Entries may also be more, by those of another order.
 */
export function isMixOf(mixed: Execution<unknown>, orders: readonly Execution<unknown>[]): boolean {
  const mask = maskFor(mixed, ...orders);
  const left = leftOf(mixed, mask);
  const lefts = orders.map((order) => leftOf(order, mask));
  const places = new Set([left, ...lefts].flatMap(({ values }) => Object.keys(values)));
  const isLeftInSome = (place: string) => lefts.some(({ values }) => values[place] === left.values[place]);
  if (![...places].every(isLeftInSome)) return false;
  return lefts.some((order) => {
    if (without(order.entries, left.entries).length > 0) return false;
    const others = lefts.filter((one) => one !== order);
    return without(left.entries, order.entries).every((line) =>
      others.some((one) => !without(left.entries, one.entries).includes(line)),
    );
  });
}

/** What the last invocation of an execution came to, in a form that can be compared. */
export function endOf(execution: Execution<unknown>, mask: (text: string) => string): string {
  const outcome = execution.invocations.at(-1)?.outcome;
  return outcome === undefined ? 'nothing' : endText(outcome, mask);
}

/** What every step of an execution came to at last, in the order of the steps. */
export function endsOf(execution: Execution<unknown>, mask: (text: string) => string): string {
  const ends: string[] = [];
  for (const { attempt, outcome } of execution.invocations) ends[attempt.step] = endText(outcome, mask);
  return ends.join(', then ');
}

function endText(outcome: Outcome, mask: (text: string) => string): string {
  if (!outcome.ok) return `failure ${outcome.statusCode}`;
  const answer = webAnswerIn(outcome);
  if (answer === undefined) return mask(`result ${withoutCounts(outcome)}`);
  const { statusCode, headers, body } = answer;
  return isRefusal(outcome)
    ? `${statusCode}`
    : mask(`${statusCode} ${JSON.stringify(inOneOrder(uncounted(headers)))} ${body}`);
}

/** Headers whose names or methods have no order: RFC 9110, sections 10.2.1 and 12.5.5. */
const unordered = /^(?:allow|vary)$/i;

function inOneOrder(headers: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const names = Object.keys(headers);
  if (!names.some((name) => unordered.test(name))) return headers;
  const sorted = (value: unknown) => String(value).split(/, */).sort().join(', ');
  return Object.fromEntries(
    names.map((name) => [name, unordered.test(name) ? sorted(headers[name]) : headers[name]]),
  );
}

/** Headers that say what is left of a limit, and so count the requests before: draft-ietf-httpapi-ratelimit-headers. */
const counting = /^(?:x-)?rate-?limit(?:-|$)/i;

function uncounted(headers: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const names = Object.keys(headers);
  if (!names.some((name) => counting.test(name))) return headers;
  return Object.fromEntries(
    names.filter((name) => !counting.test(name)).map((name) => [name, headers[name]]),
  );
}

/** The JSON of a result, which may be an answer to HTTP. */
function withoutCounts({ json, result }: Outcome & { readonly ok: true }): string {
  if (!/"(?:x-)?rate-?limit/i.test(json) || !isObject(result) || !isObject(result.headers)) return json;
  return JSON.stringify({ ...result, headers: uncounted(result.headers) });
}

/** True when an execution has met something outside, or has a world whose state counts: it may leave something behind. */
export function reachesOut({ calls, loadCalls, invocations, state }: Execution<unknown>): boolean {
  const called = calls.length + loadCalls.length > 0 || invocations.some((one) => one.calls.length > 0);
  return called || state !== undefined;
}

/** True when every invocation of an execution succeeded. */
export function allSucceed(execution: Execution<unknown>): boolean {
  return execution.invocations.every(({ outcome, stopped }) => outcome.ok && stopped === undefined);
}

/** True when every invocation of an execution lasted until its time was over. */
export function ranOutOfTime({ invocations }: Execution<unknown>): boolean {
  return invocations.length > 0 && invocations.every(({ outcome }) => outcome.statusCode === 433);
}

/** True when the last invocation says that all is well. */
export function claimsSuccess(execution: Execution<unknown>): boolean {
  const last = execution.invocations.at(-1);
  return last !== undefined && last.stopped === undefined && !reportsFailure(last.outcome);
}

/** Up to three lines of each side, for a report. */
export function sideBySide(
  difference: { readonly onlyA: readonly string[]; readonly onlyB: readonly string[] },
  a: string,
  b: string,
): string {
  const side = (name: string, lines: readonly string[]) =>
    lines.length === 0
      ? []
      : [
          `  only ${name}:`,
          ...lines.slice(0, 3).map((line) => `    ${line.length > 200 ? `${line.slice(0, 200)}…` : line}`),
          ...(lines.length > 3 ? [`    and ${lines.length - 3} more`] : []),
        ];
  return [...side(a, difference.onlyA), ...side(b, difference.onlyB)].join('\n');
}

/** The names of the calls of some lines, addresses left out, for telling failures apart. */
export function callNames(lines: readonly string[]): string {
  const names = lines.map((line) => line.slice(0, line.indexOf(' [')).replace(/ \S+(:\/\/|@).*/, ''));
  return [...new Set(names)].sort().join(', ');
}
