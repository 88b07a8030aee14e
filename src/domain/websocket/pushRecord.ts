import { isObject } from '../../kernel/json.js';

/** One message that reached a WebSocket client. */
export interface PushedMessage {
  readonly connectionId: string;
  /** A text message, or the bytes of a binary one. */
  readonly data: string | Uint8Array;
  /** True when the function had answered before this push was: it did not wait, and may be frozen half-way on the platform. */
  readonly late: boolean;
}

/** A push that reached nobody. */
export interface RefusedPush {
  /** Whom it was meant for, as far as it says. */
  readonly connectionId: string | undefined;
  /** Why, in a few words: `no such connection`. */
  readonly reason: string;
}

/** `connecting` until the registration function has answered, `refused` when it did not accept. */
export type ConnectionState = 'connecting' | 'open' | 'closed' | 'refused';

/** Who ended a connection; `gateway` after a failure of a function or of a push. */
export type ClosedBy = 'client' | 'function' | 'gateway';

/** What became of one connection. */
export interface ConnectionRecord {
  readonly id: string;
  readonly state: ConnectionState;
  readonly closedBy: ClosedBy | undefined;
  /** Why it was refused, or closed by the gateway. */
  readonly reason: string | undefined;
}

/** What functions did to WebSocket clients, as the matchers of pushes read it. */
export interface PushRecord {
  /** What the record is about: all clients of a gateway, or one of them. */
  readonly subject: 'gateway' | 'client';
  /** Every message that reached a client, in order. */
  readonly pushes: readonly PushedMessage[];
  readonly refused: readonly RefusedPush[];
  readonly connections: readonly ConnectionRecord[];
  /** Resolves when no invocation that is on record has work left. */
  settled(): Promise<void>;
}

/** Whatever keeps such a record: a fake gateway, one of its clients. */
export interface PushRecorder {
  readonly record: PushRecord;
}

/** True for a value with a {@link PushRecord}. */
export function isPushRecorder(value: unknown): value is PushRecorder {
  return isObject(value) && isObject(value.record) && Array.isArray(value.record.pushes);
}
