/** Longer than any timer can wait. */
const alwaysMs = 2 ** 31 - 1;

/** Keeps this process alive until some work that would not do so has ended. */
export async function whileAlive<Result>(work: () => Promise<Result>): Promise<Result> {
  const alive = setInterval(() => undefined, alwaysMs);
  try {
    return await work();
  } finally {
    clearInterval(alive);
  }
}
