import type { ThrownError } from './outcome.js';

/** Writes anything that was thrown as data; never throws itself. */
export function describeThrown(thrown: unknown): ThrownError {
  const isError = thrown instanceof Error || Object.prototype.toString.call(thrown) === '[object Error]';
  if (!isError) return { name: thrown === null ? 'null' : typeof thrown, message: text(thrown), isError };
  const error = thrown as Error;
  const described = { name: text(error.name), message: text(error.message), isError };
  return { ...described, stack: text(error.stack ?? `${described.name}: ${described.message}`) };
}

function text(value: unknown): string {
  try {
    return String(value);
  } catch {
    return Object.prototype.toString.call(value);
  }
}
