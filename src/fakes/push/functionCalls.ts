import { type InstanceOptions, type Outcome, settled } from '../../runtime/index.js';
import { createFunctionPool, type FunctionPool } from '../functionPool.js';
import { pushBounded } from '../pushBounded.js';
import type { Connection, GatewayInvocation, WebsocketFunctions } from './connection.js';

/** The calls of the functions behind one API, and what they have left running. */
export class FunctionCalls {
  readonly invocations: GatewayInvocation[] = [];
  readonly #maxKept: number;
  readonly #options: InstanceOptions | undefined;
  readonly #pools = new Map<unknown, FunctionPool>();
  readonly #running = new Set<Promise<void>>();

  constructor(maxKept: number, options: InstanceOptions | undefined) {
    this.#maxKept = maxKept;
    this.#options = options;
  }

  /** Calls a function for a client; undefined when there is none for that. */
  async call(
    role: keyof WebsocketFunctions,
    client: Connection,
    event: GatewayInvocation['event'],
  ): Promise<Outcome | undefined> {
    const source = client.functions[role];
    if (source === undefined) return undefined;
    const pool = this.#pools.get(source) ?? createFunctionPool(source, this.#options);
    this.#pools.set(source, pool);
    const outcome = await this.#track(pool.invoke(event));
    if (outcome.lateWork.length > 0) void this.#track(settled(outcome));
    const invocation = { role, event, outcome };
    pushBounded(this.invocations, invocation, this.#maxKept);
    pushBounded(client.invocations, invocation, this.#maxKept);
    return outcome;
  }

  /** Resolves when nothing runs any more. */
  async settled(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running);
  }

  /** Ends all instances. */
  async close(): Promise<void> {
    await Promise.all([...this.#pools.values()].map((pool) => pool.close()));
  }

  #track<Result>(work: Promise<Result>): Promise<Result> {
    const ended = work
      .then(
        () => {},
        () => {},
      )
      .finally(() => this.#running.delete(ended));
    this.#running.add(ended);
    return work;
  }
}
