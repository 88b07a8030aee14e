import { isUtf8 } from 'node:buffer';
import { pathText } from '../../kernel/issue.js';
import type { Trigger } from '../../kernel/trigger.js';
import { visible } from '../../kernel/visible.js';
import { curlOf } from '../../runtime/curlOf.js';
import type { WebRequest } from '../../runtime/webRequest.js';
import { oracles } from '../oracles/index.js';
import type { Execution, Invocation } from '../play/execution.js';
import { webAnswerIn } from '../play/webAnswerIn.js';
import type { Failure, FuzzResult } from '../search/result.js';
import { findingPage } from './findingPage.js';
import { firstScreen, nextStep } from './firstScreen.js';

const longestEvent = 1200;
const longestCalls = 6;

/** Tells a failure: what was found, the delivery step by step, the event, and how to see it again. */
export function describeFailure<Event>(
  trigger: Trigger<Event>,
  failure: Failure<Event>,
  about: { readonly seed: string | number; readonly storedAt?: string },
): string {
  const oracle = oracles.find(({ name }) => name === failure.oracle);
  const replay =
    failure.run < 0
      ? 'found again from the store'
      : `seed ${JSON.stringify(about.seed)}, case ${failure.run}`;
  const lines = [
    `${failure.oracle}: ${oracle?.holds ?? ''}`,
    indented(failure.detail),
    ...(failure.count > 1 ? [`  Found in ${failure.count} cases; this one is the smallest.`] : []),
    'What happened:',
    ...executionLines(failure.execution),
    ...(failure.compared === undefined ? [] : ['Compared with:', ...executionLines(failure.compared)]),
    ...eventLines(trigger, failure),
    ...(oracle === undefined ? [] : [`How to mend it: ${findingPage(oracle.name)}`]),
    `Replay: ${replay}${about.storedAt === undefined ? '' : `; stored as ${about.storedAt}`}`,
  ];
  return visible(lines.join('\n'));
}

/** Tells all failures of a fuzz: whole, and as a first screen, which ends with what to do next. */
export function describeFailures<Event>(
  trigger: Trigger<Event>,
  result: FuzzResult<Event>,
  storedAt: readonly (string | undefined)[],
): { readonly text: string; readonly firstScreen: string } {
  const { failures, runs, seed } = result;
  const count = failures.length === 1 ? 'a failure' : `${failures.length} different failures`;
  const head = `The handler breaks: ${count} in ${runs === 1 ? '1 case' : `${runs} cases`} of ${trigger.name} (seed ${JSON.stringify(seed)}).`;
  const told = failures.map((failure, index) => {
    const stored = storedAt[index];
    const about = { seed, ...(stored === undefined ? {} : { storedAt: stored }) };
    return { oracle: failure.oracle, text: describeFailure(trigger, failure, about) };
  });
  const [first] = told;
  const again = storedAt.some((path) => path !== undefined)
    ? 'Run it again: what is stored is tried first.'
    : 'Run it again.';
  return {
    text: [head, ...told.map(({ text }, index) => `${index + 1}. ${text}`)].join('\n\n'),
    firstScreen: [head, '', firstScreen(told), ...(first === undefined ? [] : [nextStep(first, again)])].join(
      '\n',
    ),
  };
}

function executionLines(execution: Execution<unknown>): string[] {
  const events = [...new Set(execution.delivery.steps.map((step) => step.event))];
  const zone = execution.delivery.timeZone === undefined ? [] : [`  (TZ=${execution.delivery.timeZone})`];
  return [
    ...zone,
    ...execution.invocations.map((invocation) => {
      const { attempt, outcome } = invocation;
      const which = events.length === 1 ? 'the event' : `event ${events.indexOf(attempt.event) + 1}`;
      const again = attempt.number > 1 ? `, try ${attempt.number}` : '';
      const start = outcome.cold ? 'cold' : 'warm';
      return `  ${clock(attempt.atMs)}  ${which}${again} to instance ${attempt.instance} (${start}): ${endText(invocation)}${callsText(invocation)}`;
    }),
  ];
}

function endText({ outcome, stopped }: Invocation<unknown>): string {
  if (stopped === 'memory') return 'stopped, since it took too much memory';
  if (stopped === 'computing') return 'stopped, since it computed without a pause';
  const answer = webAnswerIn(outcome);
  if (answer !== undefined) {
    const { statusCode, body } = answer;
    return `${statusCode} ${body.length > 160 ? `${body.slice(0, 160)}…` : body}`
      .trimEnd()
      .replaceAll('\n', ' ');
  }
  if (outcome.ok) return outcome.json.length > 160 ? `${outcome.json.slice(0, 160)}…` : outcome.json;
  if (outcome.statusCode === 430) return `${outcome.error.name}: ${outcome.error.message}`;
  return `${outcome.statusCode} ${outcome.status}`;
}

function callsText({ calls }: Invocation<unknown>): string {
  if (calls.length === 0) return '';
  const told = calls.slice(0, longestCalls).map((call) => {
    const state =
      call.state === 'refused' || call.state === 'failed' ? ' (fails)' : call.late ? ' (late)' : '';
    return `${call.name}${state}`;
  });
  const more = calls.length > longestCalls ? `, and ${calls.length - longestCalls} more` : '';
  return `; calls ${told.join(', ')}${more}`;
}

function eventLines<Event>(trigger: Trigger<Event>, failure: Failure<Event>): string[] {
  const events = [...new Set(failure.execution.delivery.steps.map((step) => step.event))];
  return events.flatMap((event, index) => {
    const name = events.length === 1 ? 'The event:' : `Event ${index + 1}:`;
    const text = JSON.stringify(event);
    const shown =
      text.length > longestEvent ? `${text.slice(0, longestEvent)}… (${text.length} characters)` : text;
    return [name, `  ${shown}`, ...commandLines(trigger, event), ...decodedLines(trigger, event)];
  });
}

/** How to send a request by hand. */
function commandLines<Event>({ delivery }: Trigger<Event>, event: Event): string[] {
  if (delivery?.isPlainHttp !== true) return [];
  const command = curlOf(event as WebRequest);
  return command.length > longestEvent ? [] : [`  ${command}`];
}

function decodedLines<Event>(trigger: Trigger<Event>, event: Event): string[] {
  try {
    return trigger
      .decode(event)
      .filter((part) => part.encoding !== 'JSON' && part.value !== undefined)
      .slice(0, 3)
      .map((part) => `  ${pathText(part.path)} holds ${heldText(part.value).slice(0, 400)}`);
  } catch {
    return [];
  }
}

/** Bytes are told as the text that they are, or by their number. */
function heldText(value: unknown): string {
  if (!(value instanceof Uint8Array)) return JSON.stringify(value) ?? '';
  return isUtf8(value) ? JSON.stringify(Buffer.from(value).toString()) : `${value.length} bytes`;
}

function clock(atMs: number): string {
  const seconds = Math.floor(atMs / 1000);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

function indented(text: string): string {
  return text
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');
}
