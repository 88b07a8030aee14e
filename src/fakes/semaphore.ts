/** Runs work when it is its turn. */
export type Semaphore = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** Runs no more than so many pieces of work at the same time, in the order in which they came. */
export function semaphore(max: number): Semaphore {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= max) await new Promise<void>((enter) => waiting.push(enter));
    else running++;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) running--;
      else next();
    }
  };
}
