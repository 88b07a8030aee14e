import {
  createInstance,
  type HandlerSource,
  type InstanceOptions,
  type InvokeOptions,
  type Outcome,
  type ScfInstance,
} from '../runtime/index.js';

/** The instances of one function, as many as have been busy at the same time. */
export interface FunctionPool {
  /** Invokes an instance that is free, a new and cold one when none is. */
  invoke(event: unknown, options?: InvokeOptions): Promise<Outcome>;
  /** Makes every instance start cold again, and ends workers. */
  close(): Promise<void>;
}

/**
 * Scales a function as the platform does: an instance handles one event at a time, and stays warm for the next.
 *
 * @example
 * const pool = createFunctionPool(async (event) => event.n);
 * const outcomes = await Promise.all([1, 2].map((n) => pool.invoke({ n })));
 * outcomes.map((outcome) => outcome.cold); // [true, true]
 * (await pool.invoke({ n: 3 })).cold; // false
 */
export function createFunctionPool(
  source: HandlerSource<never>,
  options: InstanceOptions = {},
): FunctionPool {
  const all: ScfInstance[] = [];
  const idle: ScfInstance[] = [];
  const another = () => {
    const instance = createInstance(source, options);
    all.push(instance);
    return instance;
  };
  return {
    async invoke(event, more) {
      const instance = idle.pop() ?? another();
      try {
        return await instance.invoke(event, more);
      } finally {
        idle.push(instance);
      }
    },
    async close() {
      await Promise.all(all.map((instance) => instance.close()));
    },
  };
}
