import { Misuse } from '../../kernel/misuse.js';

/** What a server takes before it says no. */
export interface ServeLimits {
  /** Largest body of a request; a WebSocket message is bounded by the 6 MB of an event. */
  readonly bodyBytes: number;
  /** Most headers of a request. */
  readonly headers: number;
  /** Largest head of a request: its first line and its headers. */
  readonly headBytes: number;
  /** Most open connections. */
  readonly connections: number;
  /** How long the head of a request may take, and its body; how long a connection may say nothing, where no answer is due. */
  readonly idleMs: number;
  /** How long what is under way may take once the server is to stop. */
  readonly graceMs: number;
  /** Most instances that handle events at the same time; what comes meanwhile waits its turn. */
  readonly instances: number;
}

/** The limits when nothing else is said. */
export const defaultLimits: ServeLimits = {
  bodyBytes: 16 * 1024 * 1024,
  headers: 200,
  headBytes: 32 * 1024,
  connections: 2000,
  idleMs: 30_000,
  graceMs: 3000,
  instances: 10,
};

/** @throws Misuse INVALID_LIMIT. */
export function limitsOf(given: Partial<ServeLimits> = {}): ServeLimits {
  for (const [name, value] of Object.entries(given)) {
    if (Number.isSafeInteger(value) && value > 0 && value < 2 ** 31) continue;
    throw new Misuse(
      'INVALID_LIMIT',
      `Cannot serve with ${name} ${value}: it is no positive whole number below 2^31. Give one, or leave it out.`,
    );
  }
  return { ...defaultLimits, ...given };
}
