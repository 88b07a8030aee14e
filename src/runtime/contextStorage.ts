import { AsyncLocalStorage, createHook, executionAsyncId } from 'node:async_hooks';

/** Keeps a value for what runs in its course. */
export interface ContextStorage<Value> {
  run<Result>(value: Value, body: () => Result): Result;
  getStore(): Value | undefined;
  /** Ends its work, and forgets all values; a `run` begins it anew. */
  disable(): void;
}

/** That of Node, or ours where there is none: before 12.17. */
export function createContextStorage<Value>(): ContextStorage<Value> {
  return typeof AsyncLocalStorage === 'function'
    ? new AsyncLocalStorage<Value>()
    : new HookedStorage<Value>();
}

/** Follows what is started in a course by async hooks. */
export class HookedStorage<Value> implements ContextStorage<Value> {
  readonly #values = new Map<number, Value>();
  readonly #hook = createHook({
    init: (asyncId) => {
      const value = this.getStore();
      if (value !== undefined) this.#values.set(asyncId, value);
    },
    destroy: (asyncId) => void this.#values.delete(asyncId),
  });

  run<Result>(value: Value, body: () => Result): Result {
    this.#hook.enable();
    const id = executionAsyncId();
    const before = this.#values.get(id);
    this.#values.set(id, value);
    try {
      return body();
    } finally {
      if (before === undefined) this.#values.delete(id);
      else this.#values.set(id, before);
    }
  }

  getStore(): Value | undefined {
    return this.#values.get(executionAsyncId());
  }

  disable(): void {
    this.#hook.disable();
    this.#values.clear();
  }
}
