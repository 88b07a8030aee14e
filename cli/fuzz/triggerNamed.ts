import { loadTrigger, type Trigger } from '../../src/core.js';
import { webRequest } from '../../src/fuzz/index.js';

/**
 * What sends the events of a kind; requests of clients to a web function as well, which are no kind of event.
 *
 * @throws Misuse UNKNOWN_KIND
 */
export async function triggerNamed(kind: string): Promise<Trigger<unknown, Record<never, never>>> {
  if (kind === webRequest.name) return webRequest as Trigger<unknown, Record<never, never>>;
  return loadTrigger(kind);
}
