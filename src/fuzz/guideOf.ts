import type { Guide } from './oracles/guides/guide.js';

/**
 * How a kind of finding is explained: an example of it, the same mended, and what to do.
 *
 * @param name of the oracle, or `process-end` for what ends the process of a search.
 * @example
 * (await guideOf('redelivery'))?.mend.includes('idempotency key'); // true
 */
export async function guideOf(name: string): Promise<Guide | undefined> {
  const { guides } = await import('./oracles/guides/index.js');
  return Object.hasOwn(guides, name) ? guides[name] : undefined;
}
