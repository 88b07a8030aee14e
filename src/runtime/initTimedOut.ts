import type { End } from './outcome.js';

/** A function that was not ready in time: https://www.tencentcloud.com/document/product/583/35311 */
export function initTimedOut(limitMs: number, reason: string): End {
  const told = `Initializing task timed out after ${limitMs / 1000} seconds`;
  return { type: 'not-started', statusCode: 450, told, reason };
}

/** Code that was not loaded in time. */
export function notLoaded(limitMs: number): End {
  return initTimedOut(limitMs, `the function was not loaded within ${limitMs / 1000} seconds`);
}
