import { isError } from '../kernel/isError.js';
import type { ThrownError } from './outcome.js';

/** Writes anything that was thrown as data; never throws itself. */
export function describeThrown(thrown: unknown): ThrownError {
  if (!isError(thrown))
    return { name: thrown === null ? 'null' : typeof thrown, message: text(thrown), isError: false };
  const described = { name: text(thrown.name), message: text(thrown.message), isError: true };
  return { ...described, stack: text(thrown.stack ?? `${described.name}: ${described.message}`) };
}

function text(value: unknown): string {
  try {
    return String(value);
  } catch {
    return Object.prototype.toString.call(value);
  }
}
