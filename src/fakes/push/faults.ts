import { describeValue } from '../../kernel/describeValue.js';
import { Misuse } from '../../kernel/misuse.js';

/**
 * What goes wrong with a push. `{ status }`: that status, the message is lost, and the gateway ends the connection, as
 * documented for every status but 200, unless `closes` is false. `network-error`: the connection of the push breaks, the
 * message is lost. `time-out`: no answer ever comes, the message is lost. `{ slowMs }`: the message arrives, the answer
 * comes so much later. `malformed-body`: the message arrives, the answer is a 200 whose body is no JSON.
 */
export type PushFault =
  | { readonly status: number; readonly closes?: boolean }
  | { readonly slowMs: number }
  | 'network-error'
  | 'time-out'
  | 'malformed-body';

/** Which pushes a fault hits; all of them when everything is left out. */
export interface FaultTarget {
  /** Pushes to this connection alone. */
  readonly connection?: string;
  /** The n-th push alone, from 1, counted from now on among those to `connection`, or among all. */
  readonly push?: number;
}

/** The faults that were ordered, the newest first asked. */
export class Faults {
  #orders: { fault: PushFault; target: FaultTarget; seen: number }[] = [];

  /** Orders a fault; the returned function takes it back. */
  add(fault: PushFault, target: FaultTarget): () => void {
    assertFault(fault);
    if (target.push !== undefined && !(Number.isSafeInteger(target.push) && target.push >= 1)) {
      throw new Misuse(
        'INVALID_PUSH_NUMBER',
        `Cannot fail push ${describeValue(target.push)}: pushes are counted from 1. Give a whole number from 1.`,
      );
    }
    const order = { fault, target, seen: 0 };
    this.#orders.unshift(order);
    return () => {
      this.#orders = this.#orders.filter((other) => other !== order);
    };
  }

  /** The fault of the next push to that connection, counting it. */
  next(connectionId: string): PushFault | undefined {
    const meant = this.#orders.filter(({ target }) => (target.connection ?? connectionId) === connectionId);
    for (const order of meant) order.seen += 1;
    return meant.find(({ target, seen }) => target.push === undefined || target.push === seen)?.fault;
  }
}

function assertFault(fault: PushFault): void {
  if (typeof fault === 'string') {
    if (['network-error', 'time-out', 'malformed-body'].includes(fault)) return;
  } else if (typeof fault === 'object' && fault !== null) {
    if ('status' in fault && Number.isInteger(fault.status) && fault.status > 200 && fault.status <= 599)
      return;
    if ('slowMs' in fault && fault.slowMs >= 0 && fault.slowMs < 2 ** 31) return;
  }
  const shown = typeof fault === 'object' ? JSON.stringify(fault) : describeValue(fault);
  throw new Misuse(
    'UNKNOWN_FAULT',
    `Cannot fail a push with ${shown}: it is no fault. Give { status: 503 }, { slowMs: 50 }, 'network-error', 'time-out' or 'malformed-body'.`,
  );
}
