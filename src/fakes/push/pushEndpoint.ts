import type { PushedMessage, RefusedPush } from '../../domain/websocket/pushRecord.js';
import { describeIssue } from '../../kernel/issue.js';
import type { CurrentInvocation } from '../../runtime/index.js';
import { pushBounded } from '../pushBounded.js';
import type { Connection } from './connection.js';
import { Faults, type PushFault } from './faults.js';
import { type Push, type PushRequest, readPush } from './readPush.js';

/** The gateway's answer to a push. */
export interface PushReply {
  /** 200 when left out. */
  readonly status?: number;
  /** 0 for success; the documents know no other number. */
  readonly errNo: number;
  readonly errMsg: string;
}

/** What comes back from the reverse-push address: a JSON answer, or a broken connection. */
export type PushAnswer =
  | { readonly kind: 'answer'; readonly status: number; readonly body: string }
  | { readonly kind: 'reset' };

const reset: PushAnswer = { kind: 'reset' };
const notFound: PushReply = { errNo: 1, errMsg: 'no such connection' };

/** A message on record, which knows whether the function waited for it. */
class Delivered implements PushedMessage {
  readonly connectionId: string;
  readonly data: string | Uint8Array;
  #caller: CurrentInvocation | undefined;
  #late = false;

  constructor({ connectionId, data }: Push & { action: 'data send' }, caller: CurrentInvocation | undefined) {
    this.connectionId = connectionId;
    this.data = data;
    this.#caller = caller;
  }

  get late(): boolean {
    return this.#caller?.answered ?? this.#late;
  }

  /** A function that waited for its push has not answered when the push is. */
  answered(): void {
    this.#late = this.late;
    this.#caller = undefined;
  }
}

/** The reverse-push address of one API. */
export class PushEndpoint {
  readonly faults = new Faults();
  readonly pushes: PushedMessage[] = [];
  readonly refused: RefusedPush[] = [];
  readonly #connections: ReadonlyMap<string, Connection>;
  readonly #maxKept: number;
  readonly #unknownConnection: PushReply;
  readonly #hanging = new Set<() => void>();

  constructor(
    connections: ReadonlyMap<string, Connection>,
    maxKept: number,
    unknownConnection: PushReply = notFound,
  ) {
    this.#connections = connections;
    this.#maxKept = maxKept;
    this.#unknownConnection = unknownConnection;
  }

  async answer(request: PushRequest, caller: CurrentInvocation | undefined): Promise<PushAnswer> {
    const read = readPush(request);
    if (read.push === undefined) {
      const errMsg = read.issues.map(describeIssue).join('; ');
      this.#refuse(read.connectionId, errMsg);
      return answerOf({ status: 400, errNo: 1, errMsg });
    }
    const fault = this.faults.next(read.push.connectionId);
    return (fault && this.#lose(read.push, fault)) ?? this.#take(read.push, fault, caller);
  }

  /** Breaks the pushes that wait for an answer. */
  release(): void {
    for (const end of this.#hanging) end();
  }

  /** The answer to a push that a fault keeps from its client; undefined for a fault that comes after that. */
  #lose({ connectionId }: Push, fault: PushFault): PushAnswer | Promise<PushAnswer> | undefined {
    if (fault === 'network-error') {
      this.#refuse(connectionId, 'network error, as ordered');
      return reset;
    }
    if (fault === 'time-out') {
      this.#refuse(connectionId, 'no answer, as ordered');
      return this.#wait();
    }
    if (typeof fault === 'string' || 'slowMs' in fault) return undefined;
    const { status, closes = true } = fault;
    this.#refuse(connectionId, `HTTP ${status}, as ordered`);
    if (closes)
      this.#connections.get(connectionId)?.end('gateway', `a push was answered with HTTP ${status}`);
    return answerOf({ status, errNo: 1, errMsg: `HTTP ${status}` });
  }

  async #take(
    push: Push,
    fault: PushFault | undefined,
    caller: CurrentInvocation | undefined,
  ): Promise<PushAnswer> {
    const connection = this.#connections.get(push.connectionId);
    if (connection?.state !== 'open') {
      this.#refuse(
        push.connectionId,
        connection === undefined ? 'no such connection' : `it is ${connection.state}`,
      );
      return answerOf(this.#unknownConnection);
    }
    const message = push.action === 'data send' ? new Delivered(push, caller) : undefined;
    if (message === undefined) connection.end('function');
    else {
      pushBounded(this.pushes, message, this.#maxKept);
      connection.deliver(message);
    }
    if (typeof fault === 'object' && 'slowMs' in fault) await this.#wait(fault.slowMs);
    message?.answered();
    return fault === 'malformed-body'
      ? { kind: 'answer', status: 200, body: '{"errNo":0,' }
      : answerOf({ errNo: 0, errMsg: 'ok' });
  }

  #refuse(connectionId: string | undefined, reason: string): void {
    pushBounded(this.refused, { connectionId, reason }, this.#maxKept);
  }

  /** Waits so long, or until all is released. */
  #wait(ms?: number): Promise<PushAnswer> {
    return new Promise((resolve) => {
      const timer = ms === undefined ? undefined : setTimeout(end, ms);
      const hanging = this.#hanging;
      hanging.add(end);
      function end(): void {
        clearTimeout(timer);
        hanging.delete(end);
        resolve(reset);
      }
    });
  }
}

function answerOf({ status = 200, errNo, errMsg }: PushReply): PushAnswer {
  return { kind: 'answer', status, body: JSON.stringify({ errNo, errMsg }) };
}
