import {
  type ConnectionRecord,
  isPushRecorder,
  type PushedMessage,
  type PushRecord,
} from '../domain/websocket/pushRecord.js';
import { describeValue } from '../kernel/describeValue.js';
import { isObject } from '../kernel/json.js';
import { Misuse } from '../kernel/misuse.js';
import {
  type AsymmetricExpectation,
  argumentText,
  expectationText,
  isAsExpected,
  isAsymmetric,
  partialDifferences,
} from './expectedValue.js';
import type { Finding, Problem } from './finding.js';

/** A connection: its id, or the client. */
export type ConnectionTarget = string | { readonly id: string };

/** What a pushed message is compared with: text, a pattern, bytes of a binary message, or what its JSON has at least. */
export type PushExpectation =
  | string
  | RegExp
  | Uint8Array
  | AsymmetricExpectation
  | object
  | number
  | boolean
  | null;

/** The record that a matcher received, and the part of it that its arguments name. */
export interface PushedTo {
  readonly record: PushRecord;
  /** Undefined for all connections. */
  readonly id: string | undefined;
  /** ` to abc==`, or nothing when the record has but one client. */
  readonly place: string;
  /** Pushes to the target in time, and those that the function did not wait for. */
  readonly inTime: readonly PushedMessage[];
  readonly late: readonly PushedMessage[];
}

/** @throws a Misuse `NO_PUSH_RECORD` for anything but a fake gateway or one of its clients. */
export function recordOf(received: unknown, matcher: string): PushRecord {
  if (isPushRecorder(received)) return received.record;
  throw new Misuse(
    'NO_PUSH_RECORD',
    `Cannot use ${matcher}: received ${describeValue(received)}, not a fake gateway. Pass what fakeGateway() or gateway.connect() gave.`,
  );
}

/** @throws a Misuse `NO_CONNECTION_ID` for a target that is no id and no client. */
export function pushedTo(record: PushRecord, target: unknown, matcher: string): PushedTo {
  const id = target === undefined ? undefined : idOf(target, matcher);
  const place = id === undefined ? '' : ` to ${id}`;
  const all = record.pushes.filter(({ connectionId }) => id === undefined || connectionId === id);
  const late = all.filter((push) => push.late);
  return { record, id, place, late, inTime: late.length === 0 ? all : all.filter((push) => !push.late) };
}

/** The id in a target. */
export function idOf(target: unknown, matcher: string): string {
  const id = isObject(target) ? target.id : target;
  if (typeof id === 'string') return id;
  throw new Misuse(
    'NO_CONNECTION_ID',
    `Cannot use ${matcher}: the connection is ${describeValue(target)}. Pass the id of a connection, or a client.`,
  );
}

/** The connections that a target names, all without one. */
export function connectionsOf(
  record: PushRecord,
  target: unknown,
  matcher: string,
): readonly ConnectionRecord[] {
  const id = target === undefined ? undefined : idOf(target, matcher);
  return record.connections.filter((connection) => id === undefined || connection.id === id);
}

/** A finding about a record, with what else happened to its pushes. */
export function pushFinding(record: PushRecord, finding: Omit<Finding, 'notes' | 'subject'>): Finding {
  return { ...finding, subject: record.subject, notes: () => notesOf(record) };
}

/** True when a message is as expected. A string stands for a text message, a Uint8Array for a binary one. */
export function isExpectedData(actual: string | Uint8Array, expected: PushExpectation): boolean {
  if (expected instanceof Uint8Array) {
    return (
      actual instanceof Uint8Array &&
      actual.length === expected.length &&
      actual.every((byte, at) => byte === expected[at])
    );
  }
  if (typeof expected === 'string' || expected instanceof RegExp) {
    return typeof actual === 'string' && isAsExpected(actual, expected);
  }
  const json = jsonOf(actual);
  if (!isAsymmetric(expected)) {
    return json !== undefined && partialDifferences(json.value, expected, []).length === 0;
  }
  const views = json === undefined ? [actual] : [actual, json.value];
  // What is not to be in a message must be neither in its text nor in its JSON.
  return Reflect.get(expected, 'inverse') === true
    ? views.every((view) => expected.asymmetricMatch(view))
    : views.some((view) => expected.asymmetricMatch(view));
}

/** Why a single message is not as expected: the places where its JSON differs, or the whole of it. */
export function dataProblems(
  actual: string | Uint8Array,
  expected: PushExpectation,
  path: Problem['path'],
): Problem[] {
  if (isExpectedData(actual, expected)) return [];
  const json = jsonOf(actual);
  const isJson = isObject(expected) || Array.isArray(expected);
  if (isJson && !(expected instanceof Uint8Array) && !isAsymmetric(expected) && json !== undefined) {
    const differences = partialDifferences(json.value, expected, path);
    if (differences.length > 0) return differences;
  }
  return [{ path, expected: dataText(expected), received: dataText(actual) }];
}

const longestText = 60;
const maxBytes = 16;

/** Names a message or what is expected of one: `"hello"`, `3 bytes (00 01 ff)`, `an object`. */
export function dataText(data: PushExpectation): string {
  if (typeof data === 'string') {
    const shown = JSON.stringify(data.slice(0, longestText));
    return data.length <= longestText ? shown : `${shown}… (${data.length} characters)`;
  }
  if (!(data instanceof Uint8Array)) {
    const isOwn = isAsymmetric(data) || data instanceof RegExp;
    return isOwn ? expectationText(data) : `JSON with ${argumentText(data)}`;
  }
  const bytes = [...data.subarray(0, maxBytes)].map((byte) => byte.toString(16).padStart(2, '0'));
  const rest = data.byteLength > maxBytes ? ' …' : '';
  const count = data.byteLength === 1 ? '1 byte' : `${data.byteLength} bytes`;
  return `${count}${bytes.length === 0 ? '' : ` (${bytes.join(' ')}${rest})`}`;
}

const maxShown = 5;

/** Some messages on one line: `"a", "b" and 3 more`. */
export function messagesText(pushes: readonly PushedMessage[]): string {
  if (pushes.length === 0) return 'no push';
  const shown = pushes.slice(0, maxShown).map(({ data }) => dataText(data));
  const more = pushes.length - shown.length;
  return `${shown.join(', ')}${more === 0 ? '' : ` and ${more} more`}`;
}

/** The problem that a function did not wait for pushes which would have been right. */
export function lateProblem(pushes: readonly PushedMessage[]): Problem {
  return {
    path: [],
    expected: 'the push to be answered before the function answers',
    received: `${messagesText(pushes)} behind its back`,
    hint: 'await the push, since a function is frozen once it has answered',
  };
}

function jsonOf(actual: string | Uint8Array): { readonly value: unknown } | undefined {
  if (typeof actual !== 'string') return undefined;
  try {
    return { value: JSON.parse(actual) };
  } catch {
    return undefined;
  }
}

/** What tells where a missing push went: refusals, connections that were ended. */
function notesOf({ subject, refused, connections }: PushRecord): string[] {
  const isClient = subject === 'client';
  const lines = [
    ...refused.map(({ connectionId, reason }) => {
      const to = isClient || connectionId === undefined ? '' : ` to ${connectionId}`;
      return `A push${to} was refused: ${reason}.`;
    }),
    ...connections.flatMap(({ id, state, closedBy, reason }) => {
      if (state === 'open') return [];
      const by = closedBy === undefined ? '' : ` by the ${closedBy}`;
      return [`${isClient ? 'It' : id} is ${state}${by}${reason === undefined ? '' : `: ${reason}`}.`];
    }),
  ];
  const more = lines.length - maxShown;
  return more > 0 ? [...lines.slice(0, maxShown), `(${more} more)`] : lines;
}
