const madeUp = new WeakSet<Response>();

/** Marks an answer that nobody has given: what hangs on it says little of a handler. */
export function markMadeUp(response: Response): Response {
  madeUp.add(response);
  return response;
}

/** True for the result of a call that was answered by what is made up. */
export function isMadeUp(result: unknown): boolean {
  return result instanceof Response && madeUp.has(result);
}
